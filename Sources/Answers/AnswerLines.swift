import Glibc

/// The lines of an answer file that are not blank, one after the other: none is copied, and none is kept.
struct AnswerLines {
    /// A line, without its end.
    struct Line {
        /// Its number in the file, from 1.
        var number: Int
        var bytes: ArraySlice<UInt8>
        /// Whether a line feed ends it.
        var isEnded: Bool
    }

    private let bytes: [UInt8]
    private var position: Int
    private var number = 0

    /// The lines of a file of these bytes; a byte order mark before the first is none of it.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next one; nil at the end of the file, and after one more line than ``AnswerLimits/lines``.
    mutating func next() -> Line? {
        while position < bytes.count, number <= AnswerLimits.lines {
            let (line, isEnded, isBlank) = Self.line(at: position, of: bytes)
            number += 1
            position = line.upperBound + 1
            if !isBlank { return Line(number: number, bytes: bytes[line], isEnded: isEnded) }
        }
        return nil
    }

    private static func line(at start: Int, of bytes: [UInt8]) -> (place: Range<Int>, isEnded: Bool, isBlank: Bool) {
        bytes.withUnsafeBytes { file in
            let rest = UnsafeRawBufferPointer(rebasing: file[start...])
            guard let beginning = rest.baseAddress else { return (start..<start, false, true) }
            let feed = memchr(beginning, Int32(UInt8(ascii: "\n")), rest.count)
            let length = feed.map { UnsafeRawPointer($0) - beginning } ?? rest.count
            let line = UnsafeRawBufferPointer(rebasing: rest[..<length])
            return (start..<start + length, feed != nil, isBlank(line))
        }
    }

    /// Whether there is nothing but spaces, tabs and carriage returns.
    private static func isBlank(_ line: UnsafeRawBufferPointer) -> Bool {
        var place = 0
        // Eight spaces at a time, as nearly all of a long blank line is.
        while place + 8 <= line.count,
            line.loadUnaligned(fromByteOffset: place, as: UInt64.self) == 0x2020_2020_2020_2020
        {
            place += 8
        }
        while place < line.count {
            let byte = line[place]
            guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r") else {
                return false
            }
            place += 1
        }
        return true
    }
}
