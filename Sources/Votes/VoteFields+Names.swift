import Study
import Text

extension VoteFields {
    /// Columns in which names stand, those together that name the same.
    private static let named: [[VoteColumn]] = [
        [.participant], [.left, .right], [.condition], [.item], [.leftImage, .rightImage], [.session], [.front],
        [.render], [.excluded],
    ]

    /// Names that differ by case, blanks or the form of their letters only, and may be meant as one.
    var alikeNames: [VoteReading] { Self.named.compactMap(alikeNames) }

    /// The votes by plan, where there are several.
    var severalPlans: [VoteReading] {
        guard let plans = texts[.plan] else { return [] }
        let rows = plans.rowsOfTexts
        let found = zip(plans.values, rows).filter { $1 > 0 }
        guard found.count > 1 else { return [] }
        let words = found.map { plan, rows in "\(plan.isEmpty ? "none" : quoted(plan)) (\(rows.counted("row")))" }
        let names = words.prefix(10).joined(separator: ", ") + (words.count > 10 ? " ..." : "")
        return [VoteReading(column: .plan, word: names, kind: .severalPlans, rows: found.count)]
    }

    /// What is to be said of the names in some columns; nil where no two are alike.
    private func alikeNames(_ columns: [VoteColumn]) -> VoteReading? {
        let texts = columns.compactMap { self.texts[$0] }
        var first: [UInt64: (column: Int, code: Int)] = [:]
        var alike: Set<UInt64> = []
        for (column, text) in texts.enumerated() {
            for code in 0..<text.distinct where !text.utf8(code).isEmpty {
                let key = NameKey.hash(text.utf8(code))
                guard let other = first[key] else {
                    first[key] = (column, code)
                    continue
                }
                if text.utf8(code) != texts[other.column].utf8(other.code) { alike.insert(key) }
            }
        }
        guard !alike.isEmpty else { return nil }
        let groups = Self.rows(of: alike, in: texts)
        let told = groups.prefix(3).map { names in
            let words = names.map { "\(quoted($0.name)) (\($0.rows.counted("row")))" }
            return "\(words.joined(separator: " and ")) \(NameKey.difference(names.map(\.name)))"
        }
        guard !told.isEmpty else { return nil }
        let rest = groups.count > told.count ? ["and \(groups.count - told.count) more"] : []
        return VoteReading(
            column: columns[0], word: (told + rest).joined(separator: "; "), kind: .alike(columns.dropFirst().first),
            rows: groups.reduce(0) { $0 + $1.reduce(0) { $0 + $1.rows } })
    }

    /// The names of each key with the rows that have them, in the order in which keys come up; only those that rows have.
    private static func rows(of keys: Set<UInt64>, in texts: [TextColumn]) -> [[(name: String, rows: Int)]] {
        var order: [UInt64] = []
        var groups: [UInt64: [(bytes: ArraySlice<UInt8>, rows: Int)]] = [:]
        for text in texts {
            let rows = text.rowsOfTexts
            for code in 0..<text.distinct where rows[code] > 0 {
                let bytes = text.utf8(code)
                let key = NameKey.hash(bytes)
                guard keys.contains(key), !bytes.isEmpty else { continue }
                if groups[key] == nil { order.append(key) }
                if let place = groups[key]?.firstIndex(where: { $0.bytes == bytes }) {
                    groups[key]?[place].rows += rows[code]
                } else {
                    groups[key, default: []].append((bytes, rows[code]))
                }
            }
        }
        return order.compactMap { key in
            let names = groups[key] ?? []
            return names.count < 2 ? nil : names.map { (String(decoding: $0.bytes, as: UTF8.self), $0.rows) }
        }
    }
}
