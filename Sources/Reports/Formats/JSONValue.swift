import Foundation
import Text

/// A JSON value whose objects keep the order of their keys, so that a file reads in the order in which it is documented
/// and is the same bytes every time. (Foundation's encoder sorts keys or shuffles them.)
package enum JSONValue: Sendable, Hashable {
    /// Nothing, for numbers that do not exist.
    case null
    /// A truth value.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// A number, written with the fewest digits that read back the same; must be finite.
    case number(Double)
    /// A text.
    case string(String)
    /// Values in order.
    case array([JSONValue])
    /// Named values in order.
    case object([Member])

    /// A named value of an object.
    package struct Member: Sendable, Hashable {
        /// The key.
        package var key: String
        /// The value.
        package var value: JSONValue

        /// `key` with `value`.
        package init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The text or null.
    package static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

    /// The JSON text, two spaces a level, arrays of plain values on one line, with a line feed at the end.
    package var document: String {
        var text = ""
        write(to: &text, indent: "")
        return text + "\n"
    }

    private func write(to text: inout String, indent: String) {
        let inner = indent + "  "
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += "\(value)"
        case .number(let value):
            precondition(value.isFinite, "JSON has no number \(value)")
            text += "\(value)"
        case .string(let value): Self.quote(value, to: &text)
        case .array(let values) where values.allSatisfy(\.isPlain):
            text += "["
            for (place, value) in values.enumerated() {
                if place > 0 { text += ", " }
                value.write(to: &text, indent: inner)
            }
            text += "]"
        case .array(let values):
            for (place, value) in values.enumerated() {
                text += (place > 0 ? ",\n" : "[\n") + inner
                value.write(to: &text, indent: inner)
            }
            text += "\n" + indent + "]"
        case .object(let members) where members.isEmpty: text += "{}"
        case .object(let members):
            for (place, member) in members.enumerated() {
                text += (place > 0 ? ",\n" : "{\n") + inner
                Self.quote(member.key, to: &text)
                text += ": "
                member.value.write(to: &text, indent: inner)
            }
            text += "\n" + indent + "}"
        }
    }

    private var isPlain: Bool {
        switch self {
        case .array, .object: false
        case .null, .bool, .integer, .number, .string: true
        }
    }

    /// In a terminal a document steers nothing: it escapes what would.
    private static func quote(_ value: String, to text: inout String) {
        text += "\""
        if value.utf8.allSatisfy({ 0x20..<0x7F ~= $0 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            text += value
        } else {
            for scalar in value.unicodeScalars {
                switch scalar {
                case "\"": text += "\\\""
                case "\\": text += "\\\\"
                case "\n": text += "\\n"
                case "\r": text += "\\r"
                case "\t": text += "\\t"
                case let scalar where scalar.steers: text += String(format: "\\u%04x", scalar.value)
                default: text.unicodeScalars.append(scalar)
                }
            }
        }
        text += "\""
    }
}
