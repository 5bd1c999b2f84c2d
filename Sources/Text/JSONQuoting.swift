extension [UInt8] {
    /// Appends a text as JSON writes it, in quotes. In a terminal it steers nothing: what would is escaped, and none of
    /// that is beyond `\uFFFF`.
    package mutating func append(jsonText text: String) {
        append(UInt8(ascii: "\""))
        if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            append(contentsOf: text.utf8)
        } else {
            for scalar in text.unicodeScalars { append(jsonScalar: scalar) }
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func append(jsonScalar scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": self += "\\\"".utf8
        case "\\": self += "\\\\".utf8
        case "\n": self += "\\n".utf8
        case "\r": self += "\\r".utf8
        case "\t": self += "\\t".utf8
        case let scalar where scalar.steers:
            let digits = String(scalar.value, radix: 16)
            self += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
        default: self += String(scalar).utf8
        }
    }
}
