/// One key of a block, said here and nowhere else: its name, what it takes, its default and what it means. Reading,
/// listing and the reference page come from it; the limits of its values stand in Study, at the setting itself.
struct Key<Settings: Sendable>: Sendable {
    /// As study.yaml has it.
    let name: String
    /// Takes the key's value from the block into the settings; a value that cannot be used is a finding, and the default
    /// stands in for it so that the reading goes on.
    let read: @Sendable (Block, inout Settings) -> Void
    /// The settings that the value holds, by their keys in the block.
    let listing: @Sendable (Settings) -> [Setting]
    /// The key's row and those of the keys within, given the settings of a block that is left empty, and the keys above.
    let rows: @Sendable (Settings, String) -> [KeyRow]

    /// A key whose default is that of the settings.
    ///
    /// - Parameters:
    ///   - standard: the default in words, where it is no value of its own (`the id`).
    ///   - missing: what is found where the key is left out; nil where it may be.
    ///   - meaning: one line for the page.
    init<Value>(
        _ name: String, _ path: any WritableKeyPath<Settings, Value> & Sendable, _ kind: ValueKind<Value>,
        default standard: String? = nil, missing: String? = nil, _ meaning: String
    ) {
        self.name = name
        read = { block, settings in
            guard block.has(name) || kind.isBlock else {
                if let missing { block.fault(name, missing) }
                return
            }
            if let value = kind.read(block[name], block.place.key(name), block.reading) {
                settings[keyPath: path] = value
            }
        }
        listing = { settings in kind.listing(settings[keyPath: path]).map { (name.joined($0.key), $0.value) } }
        rows = { start, prefix in
            let row = KeyRow(
                key: prefix + name, type: kind.type, range: kind.range, meaning: meaning,
                standard: missing != nil
                    ? .required : standard.map(KeyRow.Standard.words) ?? .value(kind.words(start[keyPath: path])))
            return [row] + kind.rows("\(prefix)\(name).")
        }
    }

    /// A key that may be left out, which is a setting of its own; `standard` says in words what that means.
    init<Value>(
        _ name: String, optional path: any WritableKeyPath<Settings, Value?> & Sendable, _ kind: ValueKind<Value>,
        default standard: String, _ meaning: String
    ) {
        self.name = name
        read = { block, settings in
            guard block.has(name) else { return }
            settings[keyPath: path] = kind.read(block[name], block.place.key(name), block.reading)
        }
        listing = { settings in
            settings[keyPath: path].map { kind.listing($0).map { (name.joined($0.key), $0.value) } } ?? []
        }
        rows = { _, prefix in
            let row = KeyRow(
                key: prefix + name, type: kind.type, range: kind.range, meaning: meaning, standard: .words(standard))
            return [row] + kind.rows("\(prefix)\(name).")
        }
    }
}
