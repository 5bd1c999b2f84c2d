import Yams

extension ValueKind {
    /// A block of keys.
    static func block(_ table: KeyTable<Value>) -> Self {
        Self(
            type: "keys", isBlock: true,
            read: { node, place, reading in table.read(Block(node, at: place, reading: reading), "") },
            listing: table.listing, rows: table.rows)
    }

    /// A block of keys, or `true` for one with the defaults of all of them, or `false` for none.
    static func blockOrFlag(_ table: KeyTable<Value>) -> Self {
        Self(
            type: "true, false or keys",
            read: { node, place, reading in
                guard let node, node.scalar != nil, !node.isNull else {
                    return table.read(Block(node, at: place, reading: reading), "")
                }
                let isOn = ValueKind<Bool>.flag.read(node, place, reading) ?? false
                return isOn ? table.read(Block(nil, at: place, reading: reading), "") : nil
            },
            listing: table.listing, rows: table.rows)
    }

    /// A block of keys, or `true` or `false` for one whose other keys have their defaults; listed as that where they have.
    static func flag(or table: KeyTable<Value>) -> Self where Value: ExpressibleByBooleanLiteral & Hashable {
        Self(
            type: "true, false or keys",
            read: { node, place, reading in
                guard node?.scalar != nil else { return table.read(Block(node, at: place, reading: reading), "") }
                return ValueKind<Bool>.flag.read(node, place, reading).map { $0 ? true : false }
            },
            listing: { $0 == true || $0 == false ? [("", "\($0 == true)")] : table.listing($0) }, rows: table.rows)
    }

    /// Blocks of keys under names that the study gives them; `name` is the name in the value.
    static func named<Part: Sendable>(
        _ table: KeyTable<Part>, by name: any KeyPath<Part, String> & Sendable
    ) -> Self where Value == [Part] {
        Self(
            type: "blocks by name",
            read: { node, place, reading in
                let parent = Block(node, at: place, reading: reading)
                return parent.keys.map { key in
                    if let fault = Name.fault(in: key) { reading.findings.add(at: place.key(key), fault) }
                    return table.read(parent.block(key), key)
                }
            },
            listing: { parts in
                parts.flatMap { part in
                    table.listing(part).map { (part[keyPath: name].joined($0.key), $0.value) }
                }
            },
            rows: { table.rows($0 + "NAME.") })
    }
}
