/// Which encoding a file that is not UTF-8 seems to have, for the advice how to convert it.
package enum OtherEncoding: String, Sendable {
    case utf16 = "UTF-16"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case shiftJIS = "SHIFT_JIS"
    case windows1252 = "WINDOWS-1252"

    /// The encoding of these bytes, as far as they show it; nil where they are UTF-8. Every second byte of UTF-16 is 0
    /// where the text is ASCII, as in the names of columns; bytes above 127 that all pair as those of Shift_JIS do are
    /// taken for that, any others for Windows' Western European.
    package init?(of bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            self = .utf16
            return
        }
        let isZero = bytes.prefix(8).map { $0 == 0 }
        switch isZero {
        case [false, true, false, true, false, true, false, true]: self = .utf16LittleEndian
        case [true, false, true, false, true, false, true, false]: self = .utf16BigEndian
        default:
            guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
            self = Self.isShiftJIS(bytes) ? .shiftJIS : .windows1252
        }
    }

    /// What to do with a file of that encoding, as a part of a sentence.
    package var remedy: String {
        "it looks like \(rawValue): `iconv -f \(rawValue) -t UTF-8 FILE > NEW.csv` converts it"
    }

    private static func isShiftJIS(_ bytes: [UInt8]) -> Bool {
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case 0...0x7F, 0xA1...0xDF: place += 1
            case 0x81...0x9F, 0xE0...0xFC:
                let next = place + 1 < bytes.count ? bytes[place + 1] : 0
                guard 0x40...0x7E ~= next || 0x80...0xFC ~= next else { return false }
                place += 2
            default: return false
            }
        }
        return true
    }
}
