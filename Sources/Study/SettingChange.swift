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
            let (before, after) = (oldValues[key], newValues[key])
            guard before != after else { return nil }
            return SettingChange(
                key: prefix + key, before: before.map { excerpt(of: $0, besides: after) },
                after: after.map { excerpt(of: $0, besides: before) })
        }
    }

    /// The part of a long text from a little before it differs from the other, in one line.
    private static func excerpt(of text: String, besides other: String?) -> String {
        guard text.count > mostShown || text.contains(where: \.isNewline) else { return text }
        let same = max(0, zip(text, other ?? "").prefix { $0 == $1 }.count - 20)
        let shown = text.dropFirst(same).prefix(mostShown).split(whereSeparator: \.isWhitespace)
        return (same > 0 ? "… " : "") + shown.joined(separator: " ") + (text.count > same + mostShown ? " …" : "")
    }

    /// Characters of a value that are shown.
    private static let mostShown = 80
}

extension SettingChange: CustomStringConvertible {
    /// `KEY: BEFORE -> AFTER` in English.
    package var description: String { "\(key): \(before ?? "not there") -> \(after ?? "not there")" }
}
