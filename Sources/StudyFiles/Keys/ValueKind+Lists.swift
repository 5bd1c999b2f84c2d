import Study
import Yams

extension ValueKind {
    /// A list.
    ///
    /// - Parameters:
    ///   - item: what each item is.
    ///   - items: what messages and the page call them, in the plural: `whole numbers`.
    ///   - count: how many it holds; nil for any number.
    ///   - range: how the page says which items are taken, where that is more than ``range`` of an item.
    ///   - unique: what messages call an item that may not come twice; nil where items may.
    ///   - wrongCount: the message about a list of so many items; nil for one made of `count`.
    static func list<Item: Sendable>(
        of item: ValueKind<Item>, called items: String, count: ClosedRange<Int>? = nil, range: String? = nil,
        unique: String? = nil, wrongCount: (@Sendable (Int) -> String)? = nil
    ) -> Self where Value == [Item] {
        let amount =
            if let count, wrongCount == nil { (count.count == 1 ? "\(count.lowerBound)" : count.inWords) + " " } else {
                ""
            }
        let expected = "a list of \(amount)\(items)"
        var list = Self(
            type: "list of \(amount)\(items)", range: range ?? item.range,
            words: { "[\($0.map(item.words).joined(separator: ", "))]" }
        ) { node, place, reading in
            let findings = reading.findings
            guard let nodes = reading.items(of: node, expected: expected, at: place) else { return nil }
            let values = nodes.enumerated().map { item.read($1, place.item($0), reading) }
            if let unique { reading.findRepeated(values.map { $0.map(item.words) }, unique, in: place) }
            if let count, !count.contains(values.count) {
                findings.add(
                    at: place, wrongCount?(values.count) ?? "expected \(expected), found \(values.count)")
                return nil
            }
            let sound = values.compactMap(\.self)
            return sound.count == values.count ? sound : nil
        }
        list.rows = { item.rows($0.dropLast() + "[].") }
        return list
    }

    /// A mapping from the words of an enumeration; `what` says what these name.
    static func byWord<Word: RawRepresentable<String> & CaseIterable & Hashable & Sendable, Part: Sendable>(
        _ kind: ValueKind<Part>, called what: String
    ) -> Self where Value == [Word: Part] {
        let words = Word.allCases.map(\.rawValue)
        let isShort = words.count <= 12
        let list = isShort ? " (there are \(words.joined(separator: ", ")))" : ""
        return by(
            kind, called: what, range: isShort ? words.inWords : "", word: { Word(rawValue: $0) },
            fault: { "unknown \(what)\(list)" + Spelling.hint($0, among: words) })
    }

    /// A mapping from languages, by their tags.
    static func byLanguage<Part: Sendable>(_ kind: ValueKind<Part>) -> Self where Value == [Language: Part] {
        by(kind, called: "language", range: "", word: { Language(rawValue: $0) }, fault: { _ in Language.expected })
    }

    /// A mapping from what `word` makes of the keys; nil is a finding that `fault` words.
    private static func by<Word: RawRepresentable<String> & Hashable & Sendable, Part: Sendable>(
        _ kind: ValueKind<Part>, called what: String, range: String, word: @escaping @Sendable (String) -> Word?,
        fault: @escaping @Sendable (String) -> String
    ) -> Self where Value == [Word: Part] {
        Self(
            type: "\(kind.type) by \(what)", range: range,
            read: { node, place, reading in
                let block = Block(node, at: place, reading: reading)
                var values: Value = [:]
                for key in block.keys {
                    guard let word = word(key) else {
                        block.refuse(key, fault(key))
                        continue
                    }
                    if values[word] != nil { block.refuse(key, "names the \(what) \(word.rawValue) a second time") }
                    values[word] = kind.read(block[key], place.key(key), reading)
                }
                return values
            },
            listing: { values in
                values.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { word, value in
                    kind.listing(value).map { (word.rawValue.joined($0.key), $0.value) }
                }
            },
            rows: { kind.rows($0 + "\(what.uppercased()).") })
    }
}

extension Reading {
    /// The items of the list `node`; nil with a finding where it is none.
    func items(of node: Node, expected: String, at place: KeyPlace) -> [Node]? {
        guard let sequence = node.sequence else {
            let advice = node.isText ? "; write [\(node.scalar?.string ?? "")]" : ""
            findings.add(at: place, "expected \(expected), found \(node.inWords)\(advice)")
            return nil
        }
        for (index, node) in sequence.enumerated() { findings.note(node.position, at: place.item(index)) }
        return Array(sequence)
    }

    /// Makes a finding of every item that names what an item before it names; `what` says what that is.
    fileprivate func findRepeated(_ items: [String?], _ what: String, in place: KeyPlace) {
        for (index, item) in items.enumerated() {
            if let item, findings.isSound(place.item(index)), items[..<index].contains(item) {
                findings.add(at: place.item(index), "names the \(what) \"\(item)\" a second time")
            }
        }
    }
}

extension String {
    /// This key and `key` below it.
    func joined(_ key: String) -> String { key.isEmpty ? self : "\(self).\(key)" }
}
