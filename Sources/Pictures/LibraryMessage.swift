/// Room for what a C library says when it gives up.
struct LibraryMessage: CustomStringConvertible {
    /// Zero-terminated text; the library gets its address and its length.
    var text = [CChar](repeating: 0, count: 256)

    /// The text.
    var description: String {
        String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
