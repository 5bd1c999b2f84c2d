/// A setting of study.yaml that is not what it was.
package struct SettingChange: Sendable, Hashable {
    /// The path of keys in study.yaml, the same in every language; those of the analysis begin below `analysis`:
    /// `exclusions.too_fast.ms`.
    package let key: String
    /// What it was; nil where it was not given.
    package let before: String?
    /// What it is; nil where it is not given any more.
    package let after: String?

    /// A setting that was `before` and is `after`.
    package init(key: String, before: String?, after: String?) {
        self.key = key
        self.before = before
        self.after = after
    }

    /// All that differs between two listings: what was given before in its order, then what is new.
    ///
    /// - Parameter prefix: what is put before each key.
    package static func all(
        from old: [(key: String, value: String)], to new: [(key: String, value: String)], under prefix: String = ""
    ) -> [SettingChange] {
        let oldValues = Dictionary(uniqueKeysWithValues: old.map { ($0.key, $0.value) })
        let newValues = Dictionary(uniqueKeysWithValues: new.map { ($0.key, $0.value) })
        let keys = old.map(\.key) + new.map(\.key).filter { oldValues[$0] == nil }
        return keys.compactMap { key in
            oldValues[key] == newValues[key]
                ? nil : SettingChange(key: prefix + key, before: oldValues[key], after: newValues[key])
        }
    }
}

extension SettingChange: CustomStringConvertible {
    /// `KEY: BEFORE -> AFTER` in English.
    package var description: String { "\(key): \(before ?? "not there") -> \(after ?? "not there")" }
}
