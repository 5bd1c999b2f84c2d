/// A setting of the analysis that is not what it was.
package struct AnalysisChange: Sendable, Hashable {
    /// The path of keys in study.yaml below `analysis`, the same in every language: `exclusions.too_fast.ms`.
    package let key: String
    /// What it was; nil where it was not given.
    package let before: String?
    /// What it is; nil where it is not given any more.
    package let after: String?

    /// All that differs: what was given before in its order, then what is new.
    package static func all(from before: AnalysisSettings, to after: AnalysisSettings) -> [AnalysisChange] {
        let (old, new) = (before.listing, after.listing)
        let oldValues = Dictionary(uniqueKeysWithValues: old.map { ($0.key, $0.value) })
        let newValues = Dictionary(uniqueKeysWithValues: new.map { ($0.key, $0.value) })
        let keys = old.map(\.key) + new.map(\.key).filter { oldValues[$0] == nil }
        return keys.compactMap { key in
            oldValues[key] == newValues[key]
                ? nil : AnalysisChange(key: key, before: oldValues[key], after: newValues[key])
        }
    }
}

extension AnalysisChange: CustomStringConvertible {
    /// `KEY: BEFORE -> AFTER` in English.
    package var description: String { "\(key): \(before ?? "not there") -> \(after ?? "not there")" }
}
