import Analysis
import Study

extension AnalysisSummary {
    /// As many conditions are named where votes do not all say what was judged; the others are counted.
    private static let mostNamed = 5

    /// What is counted where some votes name their item or images and others do not, a sentence for each condition; none
    /// where all votes of a condition are alike in that.
    func unitNotes(_ language: Language) -> [String] {
        let words = PageWords(language: language)
        let mixed = conditions.filter(\.units.areMixed)
        let notes = mixed.prefix(Self.mostNamed).map { condition in
            let under = condition.name.map { "\($0)\(words.colon)" } ?? ""
            return under + condition.units.note(words)
        }
        let rest = mixed.count - notes.count
        return notes + (rest > 0 ? [words.moreMixed(rest)] : [])
    }
}

extension JudgedUnits {
    /// What the votes name, and what is taken of that.
    fileprivate func note(_ words: PageWords) -> String {
        let items = words.itemsNamed(withItem, of: votes)
        if areItems { return "\(items)\(words.comma)\(words.ofThoseAlone)" }
        guard withImages < votes else { return "\(items)\(words.comma)\(words.imagesInstead)" }
        let images = "\(words.imagesNamed(withImages, of: votes))\(words.comma)\(words.ofThoseAlone)"
        return withItem > 0 ? "\(items)\(words.comma)\(words.imagesInstead)\(words.gap)\(images)" : images
    }
}

extension PageWords {
    func itemsNamed(_ count: Int, of votes: Int) -> String {
        word(
            "\(count) of \(votes.counted("vote")) \(count.word("names", "name")) an item",
            "\(votes)票のうち\(count)票に項目の記録がある")
    }
    func imagesNamed(_ count: Int, of votes: Int) -> String {
        word(
            "\(count) of \(votes.counted("vote")) \(count.word("names", "name")) both images",
            "\(votes)票のうち\(count)票に両方の画像の記録がある")
    }
    /// What stands in for items that some votes lack.
    var imagesInstead: String {
        word("so images are the units of agreement and of resampling.", "一致と再標本の単位は画像とする。")
    }
    /// What the votes that name their unit are taken for.
    var ofThoseAlone: String {
        word(
            "and agreement is that of these alone; no rate with one of the others is resampled by them.",
            "一致はその票だけから求め、記録のない票を含む選択率ではこの単位の再標本を行わない。")
    }
    func moreMixed(_ count: Int) -> String {
        word(
            "\(count.counted("more condition")) \(count.word("has", "have")) votes of which some name no item or image.",
            "項目や画像の記録がない票は、ほかに\(count)個の条件にもある。")
    }
}
