import Pictures
import Randomness

/// An image as a page has it: a PNG file that says nothing but its pixels.
///
/// Every file of a page has the same chunks of the same lengths: compressed, images of different methods would be told by
/// their lengths, and ruined copies from all others. The filter of each row is drawn by name, so that an image under two
/// names is two files of different bytes. Only decoding an image shows what is in it.
///
/// Source: W3C, "Portable Network Graphics (PNG) Specification (Third Edition)", sections 5, 9 and 13.
struct BlindPNG {
    /// How long every file is, in bytes.
    let length: Int
    /// Whether images have several sizes: then each file carries one chunk that fills it up.
    private let isFilled: Bool

    /// Files for images of these sizes.
    init(sizes: Set<PixelSize>) throws {
        let lengths = try sizes.map { size in
            try PixelBuffer(width: size.width, height: size.height)
                .storedPNGBytes(filters: [UInt8](repeating: 0, count: size.height)).count
        }
        isFilled = sizes.count > 1
        length = (lengths.max() ?? 0) + (isFilled ? 12 : 0)
    }

    /// The file of `picture` under `name`.
    func file(_ picture: PixelBuffer, name: String) throws -> [UInt8] {
        var random = RandomStream(seed: UInt64(name, radix: 16) ?? 0, purpose: .plan, index: 1 << 42)
        let filters = (0..<picture.height).map { _ in UInt8(random.below(5)) }
        let file = try picture.storedPNGBytes(filters: filters)
        return isFilled ? filled(file) : file
    }

    /// The file with a chunk before its end that makes it as long as all others: private, ancillary, unknown to readers.
    private func filled(_ file: [UInt8]) -> [UInt8] {
        let count = length - 12 - file.count
        let body = Array("fiLl".utf8) + [UInt8](repeating: 0, count: count)
        let end = file.count - 12
        return file[..<end] + Self.bytes(UInt32(count)) + body + Self.bytes(Self.checksum(body)) + file[end...]
    }

    private static func bytes(_ number: UInt32) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }

    /// CRC-32 as PNG has it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var rest = UInt32.max
        for byte in bytes {
            rest ^= UInt32(byte)
            for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
        }
        return ~rest
    }
}

/// Width and height of an image in pixels.
struct PixelSize: Hashable {
    var width: Int
    var height: Int
}
