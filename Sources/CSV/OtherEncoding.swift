/// What the bytes of a file that is not UTF-8 show of its encoding, for the advice what to do with it.
///
/// Only UTF-16 and UTF-32 show themselves. Bytes of Shift_JIS, EUC-JP, GB18030 or Windows-1252 can be read as each other's
/// text, and a name that was read in the wrong one is another name.
package enum OtherEncoding: Sendable, Hashable {
    /// It begins with the mark of this encoding, or has zeros where its column names must have them: `UTF-16LE`.
    case marked(String)
    /// Most of its characters beyond ASCII are UTF-8; the line has the first bytes that are not.
    case damagedUTF8(line: Int)
    /// Any other; the line has the first bytes that are not UTF-8.
    case unknown(line: Int)

    /// What these bytes show; nil where they are UTF-8.
    package init?(of bytes: [UInt8]) {
        if let name = Self.mark(of: bytes) {
            self = .marked(name)
            return
        }
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        self = Self.reading(bytes)
    }

    /// The first line with bytes that are not UTF-8.
    package var line: Int {
        switch self {
        case .marked: 1
        case .damagedUTF8(let line), .unknown(let line): line
        }
    }

    /// The encoding and what to do, as a sentence without its full stop.
    package var advice: String {
        switch self {
        case .marked(let name):
            """
            the file is \(name), not UTF-8: `iconv -f \(name) -t UTF-8 FILE > NEW.csv` converts it; use NEW.csv only if iconv \
            ends without an error
            """
        case .damagedUTF8(let line):
            """
            most characters of the file beyond ASCII are UTF-8, but line \(line) has the first bytes that are not, as where a \
            file was cut or changed: take a whole copy of it, or save it as UTF-8 again in the program it comes from
            """
        case .unknown(let line):
            """
            the file is not UTF-8 (first in line \(line)), and its bytes do not say which encoding it has: save it as UTF-8 in \
            the program it comes from; or, where you know the encoding, `iconv -f NAME -t UTF-8 FILE > NEW.csv` (Excel in \
            Japanese: CP932, in Western Europe: WINDOWS-1252) and use NEW.csv only if iconv ends without an error
            """
        }
    }

    /// The encoding that the first bytes prove. Of UTF-16 every second byte is 0 where the text is ASCII, as in the names
    /// of columns, and of UTF-32 three of four are.
    private static func mark(of bytes: [UInt8]) -> String? {
        // Before UTF-16, whose mark is the beginning of one of these.
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        let isZero = bytes.prefix(8).map { $0 == 0 }
        return switch isZero {
        case [false, true, false, true, false, true, false, true]: "UTF-16LE"
        case [true, false, true, false, true, false, true, false]: "UTF-16BE"
        case [false, true, true, true, false, true, true, true]: "UTF-32LE"
        case [true, true, true, false, true, true, true, false]: "UTF-32BE"
        default: nil
        }
    }

    /// Reads all of `bytes`, which are not UTF-8.
    private static func reading(_ bytes: [UInt8]) -> OtherEncoding {
        var parser = UTF8.ForwardParser()
        var source = bytes.makeIterator()
        var (line, isReturn, firstBad) = (1, false, 1)
        var (valid, invalid) = (0, 0)
        // The mark at the beginning is no character of the text.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { valid -= 1 }
        while true {
            switch parser.parseScalar(from: &source) {
            case .valid(let character):
                if character.count > 1 { valid += 1 }
                let first = character.first
                if first == UInt8(ascii: "\r") || (first == UInt8(ascii: "\n") && !isReturn) { line += 1 }
                isReturn = first == UInt8(ascii: "\r")
            case .error:
                if invalid == 0 { firstBad = line }
                invalid += 1
                isReturn = false
            case .emptyInput:
                return valid > invalid ? .damagedUTF8(line: firstBad) : .unknown(line: firstBad)
            }
        }
    }
}
