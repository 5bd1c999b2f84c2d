/// A PNG file without anything but its picture: no text, time or name that could tell where the image comes from.
///
/// Source: W3C, "Portable Network Graphics (PNG) Specification (Third Edition)", sections 5 and 11.
struct BarePNG {
    /// The file: the signature and the chunks that say how the pixels look.
    let bytes: [UInt8]
    /// Width of the picture in pixels.
    let width: Int
    /// Height of the picture in pixels.
    let height: Int

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let kept: Set<String> = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "sRGB", "gAMA", "cHRM"]

    /// Why bytes are no PNG file.
    struct Defect: Error {
        /// In words.
        let reason: String
    }

    /// Takes the file apart; what follows its end is dropped.
    init(_ file: [UInt8]) throws(Defect) {
        guard file.starts(with: Self.signature) else { throw Defect(reason: "it does not begin as a PNG file does") }
        var bare = Self.signature
        var position = Self.signature.count
        var size: (width: Int, height: Int)?
        while true {
            guard position + 12 <= file.count else { throw Defect(reason: "it is cut off at byte \(file.count)") }
            let length = Self.number(file[position..<position + 4])
            let type = String(decoding: file[position + 4..<position + 8], as: UTF8.self)
            guard length <= file.count - position - 12 else { throw Defect(reason: "it is cut off within \(type)") }
            if size == nil {
                guard type == "IHDR", length == 13 else { throw Defect(reason: "it has no header") }
                size = (
                    Self.number(file[position + 8..<position + 12]), Self.number(file[position + 12..<position + 16])
                )
            }
            if Self.kept.contains(type) { bare += file[position..<position + 12 + length] }
            position += 12 + length
            if type == "IEND" { break }
        }
        guard let size, size.width > 0, size.height > 0 else { throw Defect(reason: "it has no pixels") }
        bytes = bare
        (width, height) = size
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
