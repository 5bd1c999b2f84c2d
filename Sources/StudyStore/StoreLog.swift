import Files
import Foundation

/// The write-ahead log beside a store (sqlite.org/fileformat2.html, 4): changes that are not, or not all, in the file yet.
struct StoreLog {
    /// Bytes of a page.
    let pageSize: Int
    /// The most pages that the store has after any of the changes; not proved by the checksums yet.
    let mostPages: Int
    /// The least and the most that the first page's count of changes can be in the file; nil where the log has no first page.
    let changes: (first: Int, last: Int)?

    private let path: String
    private let header: [UInt8]

    static let headerLength = 32
    static let frameLength = 24

    /// What the log holds up to the last whole change whose checksums fit, as SQLite takes it.
    struct Verified {
        /// Pages of the store after it.
        var pages: Int
        /// The numbers of the pages that are in the log, from 1.
        var numbers: Set<UInt32>
    }

    /// The log of the store at `file`; nil where there is none, or none with a whole change in it.
    init?(of file: URL) {
        path = file.path + "-wal"
        guard let log = try? RegularFile.open(URL(filePath: path)) else { return nil }
        var header = [UInt8](repeating: 0, count: Self.headerLength)
        guard pread(log.fileDescriptor, &header, header.count, 0) == header.count else { return nil }
        guard let (pageSize, _) = Self.read(header) else { return nil }
        (self.pageSize, self.header) = (pageSize, header)

        var most = 0
        var (counts, pending): ([Int], [Int]) = ([], [])
        var frame = [UInt8](repeating: 0, count: Self.frameLength)
        var place = Self.headerLength
        while pread(log.fileDescriptor, &frame, frame.count, off_t(place)) == frame.count,
            Self.belongs(frame, to: header)
        {
            if frame.word(at: 0) == 1 {
                var count = [UInt8](repeating: 0, count: 4)
                let start = place + Self.frameLength + StoreHeader.placeOfChanges
                guard pread(log.fileDescriptor, &count, 4, off_t(start)) == 4 else { break }
                pending.append(Int(count.word(at: 0)))
            }
            if frame.word(at: 4) > 0 {
                most = max(most, Int(frame.word(at: 4)))
                counts += pending
                pending = []
            }
            place += Self.frameLength + pageSize
        }
        guard most > 0 else { return nil }
        mostPages = most
        // The log was begun when the file had all before it.
        changes = counts.min().flatMap { least in counts.max().map { (least - 1, $0) } }
    }

    /// The bytes of a page and the sums behind the header of a log; nil where it is none.
    static func read(_ header: [UInt8]) -> (pageSize: Int, sum: Checksum)? {
        // The last bit tells the byte order of the checksums.
        guard header.word(at: 0) & ~1 == 0x377F_0682 else { return nil }
        let pageSize = Int(header.word(at: 8))
        guard pageSize >= 512, pageSize <= 65_536, pageSize & (pageSize - 1) == 0 else { return nil }
        var sum = Checksum(isBigEndian: header[3] & 1 == 1)
        sum.add(header, upTo: 24)
        return sum.one == header.word(at: 24) && sum.two == header.word(at: 28) ? (pageSize, sum) : nil
    }

    /// What the checksums prove of it; nil where that is no whole change.
    func verified() -> Verified? {
        guard let log = try? RegularFile.open(URL(filePath: path)) else { return nil }
        var sum = Checksum(isBigEndian: header[3] & 1 == 1)
        sum.add(header, upTo: 24)
        var verified = Verified(pages: 0, numbers: [])
        var pending: Set<UInt32> = []
        var frame = [UInt8](repeating: 0, count: Self.frameLength + pageSize)
        var place = Self.headerLength
        while pread(log.fileDescriptor, &frame, frame.count, off_t(place)) == frame.count,
            Self.belongs(frame, to: header)
        {
            sum.add(frame, upTo: 8)
            sum.add(frame, from: Self.frameLength, upTo: frame.count)
            guard sum.one == frame.word(at: 16), sum.two == frame.word(at: 20) else { break }
            pending.insert(frame.word(at: 0))
            let pages = Int(frame.word(at: 4))
            if pages > 0 {
                verified.pages = pages
                verified.numbers.formUnion(pending)
                pending = []
            }
            place += frame.count
        }
        return verified.pages > 0 ? verified : nil
    }

    /// Whether a frame is of this turn of the log: it repeats the two numbers that each turn draws.
    private static func belongs(_ frame: [UInt8], to header: [UInt8]) -> Bool {
        frame.word(at: 0) > 0 && frame[8..<16].elementsEqual(header[16..<24])
    }

    /// The running sums of the log.
    struct Checksum {
        let isBigEndian: Bool
        var one: UInt32 = 0
        var two: UInt32 = 0

        init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

        /// Goes on with bytes whose number is a multiple of 8.
        mutating func add(_ bytes: [UInt8], from start: Int = 0, upTo end: Int) {
            var (one, two) = (one, two)
            bytes.withUnsafeBytes { bytes in
                var place = start
                while place < end {
                    let words = (
                        bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self),
                        bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)
                    )
                    one &+= (isBigEndian ? UInt32(bigEndian: words.0) : UInt32(littleEndian: words.0)) &+ two
                    two &+= (isBigEndian ? UInt32(bigEndian: words.1) : UInt32(littleEndian: words.1)) &+ one
                    place += 8
                }
            }
            (self.one, self.two) = (one, two)
        }
    }
}
