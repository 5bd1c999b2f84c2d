/// Reads the JSON of a safetensors header: objects, texts and lists of whole numbers, nothing else. (Foundation's
/// parsers take the last of two equal keys without a word.)
struct JSONScanner {
    typealias Fault = SafetensorsFile.Fault

    private let text: [UInt8]
    private var position = 0

    /// - Parameter text: valid UTF-8.
    init(_ text: [UInt8]) {
        self.text = text
    }

    /// The next byte that is no space, or nil at the end.
    var next: UInt8? {
        mutating get {
            while position < text.count, [0x20, 0x09, 0x0A, 0x0D].contains(text[position]) { position += 1 }
            return position < text.count ? text[position] : nil
        }
    }

    /// Reads an object; `member` reads the value of each key.
    mutating func object(_ member: (inout JSONScanner, String) throws(Fault) -> Void) throws(Fault) {
        try list(from: "{", to: "}") { scanner throws(Fault) in
            let key = try scanner.string()
            try scanner.take(":")
            try member(&scanner, key)
        }
    }

    /// Reads a list of whole numbers from 0.
    mutating func integers() throws(Fault) -> [Int] {
        var numbers: [Int] = []
        try list(from: "[", to: "]") { scanner throws(Fault) in numbers.append(try scanner.integer()) }
        return numbers
    }

    /// Reads a text.
    mutating func string() throws(Fault) -> String {
        try take("\"")
        var bytes: [UInt8] = []
        while position < text.count {
            let byte = text[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"): bytes.append(contentsOf: String(try escape()).utf8)
            case 0..<0x20: throw fault("a control character in a text")
            default: bytes.append(byte)
            }
        }
        throw fault("a text without an end")
    }

    /// Checks that only spaces follow.
    mutating func end() throws(Fault) {
        guard next == nil else { throw fault("something after the object") }
    }

    private mutating func list(
        from opening: Unicode.Scalar, to closing: Unicode.Scalar, _ item: (inout JSONScanner) throws(Fault) -> Void
    ) throws(Fault) {
        try take(opening)
        if next == UInt8(ascii: closing) { return position += 1 }
        while true {
            try item(&self)
            if next == UInt8(ascii: closing) { return position += 1 }
            try take(",")
        }
    }

    private mutating func take(_ expected: Unicode.Scalar) throws(Fault) {
        guard next == UInt8(ascii: expected) else { throw fault("no \(expected)") }
        position += 1
    }

    private mutating func integer() throws(Fault) -> Int {
        guard let first = next, (0x30...0x39).contains(first) else { throw fault("no whole number from 0") }
        let start = position
        while position < text.count, (0x30...0x39).contains(text[position]) { position += 1 }
        guard let number = Int(String(decoding: text[start..<position], as: UTF8.self)) else {
            throw fault("a number of too many digits")
        }
        guard first != 0x30 || position == start + 1 else { throw fault("a number with a leading 0") }
        return number
    }

    private mutating func escape() throws(Fault) -> Unicode.Scalar {
        guard position < text.count else { throw fault("a text without an end") }
        position += 1
        switch text[position - 1] {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try scalar()
        default: throw fault("an unknown escape in a text")
        }
    }

    /// Reads the digits of \uXXXX, and the second half where they are the first half of a pair.
    private mutating func scalar() throws(Fault) -> Unicode.Scalar {
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard UTF16.isLeadSurrogate(first), text[position...].starts(with: Array("\\u".utf8)) else {
            throw fault("half a pair of \\u escapes")
        }
        position += 2
        let second = try unit()
        guard UTF16.isTrailSurrogate(second) else { throw fault("half a pair of \\u escapes") }
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
    }

    private mutating func unit() throws(Fault) -> UInt16 {
        let digits = text[position...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw fault("\\u without four hexadecimal digits") }
        position += 4
        return unit
    }

    private func fault(_ what: String) -> Fault {
        Fault(reason: "a header that is no JSON of this kind: \(what) at byte \(position)")
    }
}
