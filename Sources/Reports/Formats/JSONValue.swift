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
        var bytes: [UInt8] = []
        write(to: &bytes, indent: "")
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }

    private func write(to bytes: inout [UInt8], indent: String) {
        let inner = indent + "  "
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .integer(let value): bytes += "\(value)".utf8
        case .number(let value):
            precondition(value.isFinite, "JSON has no number \(value)")
            bytes += "\(value)".utf8
        case .string(let value): bytes.append(jsonText: value)
        case .array(let values) where values.allSatisfy(\.isPlain):
            bytes += "[".utf8
            for (place, value) in values.enumerated() {
                if place > 0 { bytes += ", ".utf8 }
                value.write(to: &bytes, indent: inner)
            }
            bytes += "]".utf8
        case .array(let values):
            for (place, value) in values.enumerated() {
                bytes += ((place > 0 ? ",\n" : "[\n") + inner).utf8
                value.write(to: &bytes, indent: inner)
            }
            bytes += ("\n" + indent + "]").utf8
        case .object(let members) where members.isEmpty: bytes += "{}".utf8
        case .object(let members):
            for (place, member) in members.enumerated() {
                bytes += ((place > 0 ? ",\n" : "{\n") + inner).utf8
                bytes.append(jsonText: member.key)
                bytes += ": ".utf8
                member.value.write(to: &bytes, indent: inner)
            }
            bytes += ("\n" + indent + "}").utf8
        }
    }

    private var isPlain: Bool {
        switch self {
        case .array, .object: false
        case .null, .bool, .integer, .number, .string: true
        }
    }
}
