/// The first bytes of a file of prepared photographs: a mark, number and side of the photographs, the manifest's hash.
struct PreparedPhotographsHeader {
    let manifestHash: String
    let count: Int
    let size: Int

    /// Length of the header in bytes; the samples follow.
    static let length = 128

    /// Length of the whole file in bytes.
    var fileLength: Int { Self.length + count * size * size * 3 }

    /// A line of text, filled up with spaces.
    var bytes: [UInt8] {
        let text = "dotchi photographs 1, \(count) of \(size) x \(size) RGB, \(manifestHash)"
        precondition(text.utf8.count < Self.length, "a header of less than \(Self.length) bytes")
        return Array(text.utf8) + Array(repeating: 0x20, count: Self.length - 1 - text.utf8.count) + [0x0A]
    }
}
