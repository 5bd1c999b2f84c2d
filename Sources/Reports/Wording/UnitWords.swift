import Analysis
import Study

extension AnalysisSummary {
    /// As many conditions are named where votes do not all say what was judged; the others are counted.
    private static let mostNamed = 5

    /// What is counted where some votes name their item or images and others do not, a sentence for each condition; none
    /// where all votes of a condition are alike in that.
    func unitNotes(_ words: ReportTexts) -> [String] {
        let mixed = conditions.filter(\.units.areMixed)
        let notes = mixed.prefix(Self.mostNamed).map { condition in
            let under = condition.name.map { "\($0)\(words[.colon])" } ?? ""
            return under + condition.units.note(words)
        }
        let rest = mixed.count - notes.count
        return notes + (rest > 0 ? [words(.moreMixed, ["count": "\(rest)"])] : [])
    }
}

extension JudgedUnits {
    /// What the votes name, and what is taken of that.
    fileprivate func note(_ words: ReportTexts) -> String {
        let items = words(.itemsNamed, ["count": "\(withItem)", "votes": "\(votes)"]) + words[.comma]
        if areItems { return items + words[.ofThoseAlone] }
        guard withImages < votes else { return items + words[.imagesInstead] }
        let images = words(.imagesNamed, ["count": "\(withImages)", "votes": "\(votes)"]) + words[.comma]
        let those = images + words[.ofThoseAlone]
        return withItem > 0 ? items + words[.imagesInstead] + words.gap + those : those
    }
}
