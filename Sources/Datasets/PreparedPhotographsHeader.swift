/// The first bytes of a file of prepared photographs: a mark, number and side of the photographs, the manifest's hash, and
/// the SHA-256 of the samples that follow.
struct PreparedPhotographsHeader {
    let manifestHash: String
    let count: Int
    let size: Int

    /// Length of the header in bytes; the samples follow.
    static let length = 256

    /// Length of the header as it once was, without the samples' hash.
    static let oldLength = 128

    /// Bytes of all samples.
    var samples: Int { count * size * size * 3 }

    /// The header: a line of text, filled up with spaces.
    func bytes(sha256: String) -> [UInt8] { line(beginning + sha256, length: Self.length) }

    /// The header as it once was.
    var oldBytes: [UInt8] { line("dotchi photographs 1, \(facts)", length: Self.oldLength) }

    /// The samples' hash as `bytes`, the first of a file, name it; nil where they are not the header of these photographs.
    func sha256(in bytes: some Collection<UInt8>) -> String? {
        guard bytes.starts(with: Array(beginning.utf8)) else { return nil }
        let hash = String(decoding: bytes.dropFirst(beginning.utf8.count).prefix(64), as: UTF8.self)
        return bytes.starts(with: self.bytes(sha256: hash)) ? hash : nil
    }

    private var facts: String { "\(count) of \(size) x \(size) RGB, \(manifestHash)" }

    private var beginning: String { "dotchi photographs 2, \(facts), " }

    private func line(_ text: String, length: Int) -> [UInt8] {
        precondition(text.utf8.count < length, "a header of less than \(length) bytes")
        return Array(text.utf8) + Array(repeating: 0x20, count: length - 1 - text.utf8.count) + [0x0A]
    }
}
