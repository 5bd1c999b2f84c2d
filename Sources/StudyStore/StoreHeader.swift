/// The first bytes of a SQLite database (sqlite.org/fileformat2.html, 1.3).
struct StoreHeader {
    /// Bytes of a page.
    let pageSize: Int
    /// Pages of the file; nil where the count is not of the latest change.
    let pages: Int?

    /// How often the first page was changed.
    let changes: UInt32

    /// Where that number stands.
    static let placeOfChanges = 24
    /// Where the number of the program stands that made the file.
    static let placeOfApplication = 68
    /// Bytes of the header.
    static let length = 100

    /// Whether a file that begins with `bytes` is marked as a SQLite database, as far as it goes.
    static func isMarked(_ bytes: some Sequence<UInt8>) -> Bool {
        zip(bytes, Array("SQLite format 3\0".utf8)).allSatisfy { $0 == $1 }
    }

    /// The header that these 100 bytes are; nil where they give no size of pages.
    init?(_ bytes: [UInt8]) {
        let size = Int(bytes[16]) << 8 | Int(bytes[17])
        // 65,536 does not fit, and is written as 1.
        pageSize = size == 1 ? 65_536 : size
        guard pageSize >= 512, pageSize & (pageSize - 1) == 0 else { return nil }
        changes = bytes.word(at: Self.placeOfChanges)
        let (count, countedAt) = (bytes.word(at: 28), bytes.word(at: 92))
        pages = count > 0 && changes == countedAt ? Int(count) : nil
    }
}

extension [UInt8] {
    /// The 32 bits that stand at `place`, the highest first.
    func word(at place: Int) -> UInt32 {
        self[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
