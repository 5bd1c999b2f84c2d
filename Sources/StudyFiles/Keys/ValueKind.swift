import Yams

/// One setting in words: its path of keys, and its value as study.yaml would write it.
typealias Setting = (key: String, value: String)

/// What a key takes: how study.yaml writes such a value, how it is read, listed and described on the reference page.
///
/// Kinds nest: a list, a block or a map is made of other kinds (``list(of:called:count:range:unique:wrongCount:)``,
/// ``block(_:)``, ``named(_:by:)``, ``byWord(_:called:)``), and brings their findings, listing and rows with it.
struct ValueKind<Value: Sendable>: Sendable {
    /// What study.yaml holds, for the page: `whole number`.
    var type: String
    /// Which of them are taken, for the page: `1 to 10000`; empty for all.
    var range = ""
    /// Whether it is a block, whose own keys are looked at even where it is left out.
    var isBlock = false
    /// The value of a node. Nil where it cannot be used, which is a finding then, or where it says that there is none.
    var read: @Sendable (Node?, KeyPlace, Reading) -> Value?
    /// The value by its keys below its own key; one setting of key "" for a value without keys.
    var listing: @Sendable (Value) -> [Setting]
    /// The rows of its keys, each behind the prefix; none for a value without keys.
    var rows: @Sendable (String) -> [KeyRow] = { _ in [] }
}

extension ValueKind {
    /// A value without keys of its own: `words` writes what `read` reads.
    init(
        type: String, range: String = "", words: @escaping @Sendable (Value) -> String,
        read: @escaping @Sendable (Node, KeyPlace, Reading) -> Value?
    ) {
        self.init(
            type: type, range: range, read: { node, place, reading in node.flatMap { read($0, place, reading) } },
            listing: { [("", words($0))] })
    }

    /// The value in one line; a block's without the names of its keys.
    func words(_ value: Value) -> String { listing(value).map(\.value).joined(separator: ", ") }

    /// The same, where a key that is left empty (`crop:`) counts as left out.
    var orNothing: Self {
        var kind = self
        kind.read = { node, place, reading in node?.isNull == true ? nil : self.read(node, place, reading) }
        return kind
    }

    /// The same, which the page calls `type`.
    func called(_ type: String) -> Self {
        var kind = self
        kind.type = type
        return kind
    }

    /// The same, in quotation marks where it is listed.
    var quoted: Self {
        var kind = self
        kind.listing = { value in self.listing(value).map { ($0.key, "“\($0.value)”") } }
        return kind
    }

    /// The same, but only the values that `accepts` takes; `expected` says which these are (`an odd number`), `range` how
    /// the page says it.
    func only(
        _ expected: String, range: String, where accepts: @escaping @Sendable (Value) -> Bool
    ) -> Self {
        var kind = self
        kind.range = range
        kind.read = { node, place, reading in
            guard let value = self.read(node, place, reading) else { return nil }
            if accepts(value) { return value }
            let text = node?.scalar?.string ?? ""
            let found = node?.isText == true ? "\"\(text.prefix(80))\"" : text
            reading.findings.add(at: place, "expected \(expected), found \(found)")
            return nil
        }
        return kind
    }
}
