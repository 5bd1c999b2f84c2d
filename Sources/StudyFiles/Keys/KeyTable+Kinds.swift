/// The word in a block that says of which kind the block is, and so which further keys it has.
struct KindKey<Settings: Sendable, Kind: RawRepresentable<String> & CaseIterable & Hashable & Sendable>: Sendable {
    /// The key's name.
    let name: String
    /// Which kind the settings are of.
    let kind: @Sendable (Settings) -> Kind
    /// The kind of a block that names none; nil where every block must.
    let standard: Kind?
    /// One line for the page.
    let meaning: String
    /// Where a key of these kinds belongs, found in a block of another kind.
    let belongs: @Sendable (_ kinds: String, _ found: String) -> String
}

extension KeyTable {
    /// A block whose keys depend on its kind.
    ///
    /// - Parameters:
    ///   - start: the settings of a block of that kind and name that is left empty.
    ///   - keys: the further keys of a block of that kind.
    init<Kind>(
        by word: KindKey<Settings, Kind>, _ start: @escaping @Sendable (Kind, _ name: String) -> Settings,
        _ keys: @escaping @Sendable (Kind) -> [Key<Settings>],
        check: @escaping @Sendable (Block, inout Settings) -> Void = { _, _ in }
    ) {
        let kinds = Array(Kind.allCases)
        let names = [word.name] + kinds.flatMap { keys($0).map(\.name) }
        read = { block, name in
            let place = block.place.key(word.name)
            if !block.has(word.name), word.standard == nil {
                block.fault(word.name, "is missing; expected \(kinds.map(\.rawValue).inWords)")
            }
            let given = ValueKind<Kind>.word.read(block[word.name], place, block.reading)
            guard block.findings.isSound(place), let kind = given ?? word.standard else {
                // Nobody knows which keys it may have.
                block.allow(names)
                return start(word.standard ?? kinds[0], name)
            }
            let own = keys(kind)
            let known = [word.name] + own.map(\.name)
            var elsewhere: [String: String] = [:]
            for key in names where !known.contains(key) {
                let others = kinds.filter { keys($0).contains { $0.name == key } }.map(\.rawValue)
                elsewhere[key] = word.belongs(others.inWords, kind.rawValue)
            }
            block.allow(known, elsewhere: elsewhere)
            var settings = start(kind, name)
            for key in own { key.read(block, &settings) }
            check(block, &settings)
            return settings
        }
        listing = { settings in
            let kind = word.kind(settings)
            return [(word.name, kind.rawValue)] + keys(kind).flatMap { $0.listing(settings) }
        }
        rows = { prefix in
            let first = KeyRow(
                key: prefix + word.name, type: "word", range: kinds.map(\.rawValue).inWords, meaning: word.meaning,
                standard: word.standard.map { .value($0.rawValue) } ?? .required)
            let all = kinds.map { kind in
                (kind.rawValue, keys(kind).flatMap { $0.rows(start(kind, ""), prefix) })
            }
            return [first] + KeyRow.merged(all)
        }
    }
}

extension KeyRow {
    /// The rows of all kinds, those that kinds share once; every kind's in the order of its own.
    fileprivate static func merged(_ rowsByKind: [(kind: String, rows: [KeyRow])]) -> [KeyRow] {
        var merged: [KeyRow] = []
        for (kind, rows) in rowsByKind {
            var next = merged.count
            for var row in rows.reversed() {
                if let same = merged.firstIndex(where: { $0.isSame(as: row) }) {
                    merged[same].kinds.append(kind)
                    next = same
                } else {
                    row.kinds = [kind]
                    merged.insert(row, at: next)
                }
            }
        }
        return merged
    }

    private func isSame(as other: KeyRow) -> Bool {
        var other = other
        other.kinds = kinds
        return other == self
    }
}
