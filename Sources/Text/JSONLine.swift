/// One flat JSON object as a line, its keys in the order they are added.
package struct JSONLine {
    /// The object so far, in UTF-8, without its closing brace.
    private var bytes: [UInt8] = [UInt8(ascii: "{")]

    /// An object without keys.
    package init() {}

    /// Adds a text; nil adds nothing.
    package mutating func add(_ key: String, _ value: String?) {
        guard let value else { return }
        begin(key)
        bytes.append(jsonText: value)
    }

    /// Adds a whole number; nil adds nothing.
    package mutating func add(_ key: String, _ value: Int?) {
        guard let value else { return }
        begin(key)
        bytes += String(value).utf8
    }

    /// Adds a finite number, in the fewest digits that give it again.
    package mutating func add(_ key: String, number: Double) {
        begin(key)
        bytes += (number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)").utf8
    }

    /// Adds a truth value.
    package mutating func add(_ key: String, _ value: Bool) {
        begin(key)
        bytes += (value ? "true" : "false").utf8
    }

    /// Adds a list of texts, null for each that is nil.
    package mutating func add(_ key: String, list: [String?]) {
        begin(key)
        if list.isEmpty { bytes.append(UInt8(ascii: "[")) }
        for (place, value) in list.enumerated() {
            bytes.append(UInt8(ascii: place == 0 ? "[" : ","))
            if let value { bytes.append(jsonText: value) } else { bytes += "null".utf8 }
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Adds null.
    package mutating func addNull(_ key: String) {
        begin(key)
        bytes += "null".utf8
    }

    /// The object in UTF-8, without a line end.
    package var utf8: [UInt8] { bytes + [UInt8(ascii: "}")] }

    /// The object, without a line end.
    package var text: String { String(decoding: utf8, as: UTF8.self) }

    private mutating func begin(_ key: String) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        bytes += key.utf8
        bytes += "\":".utf8
    }
}
