import Analysis
import Study

extension TerminalReport {
    /// What was expected before the first vote, and what the votes say of it.
    var hypotheses: [String] {
        guard !summary.hypotheses.isEmpty else { return [] }
        return [tables.words.hypotheses]
            + summary.hypotheses.flatMap { test -> [String] in
                let text = test.hypothesis.text(label: tables.label, allOthers: words.allOthers)
                return PlainText.wrapped("\(test.hypothesis.name): \(text)\(verdict(test))")
            }
    }

    /// What follows the claim: ` (in words only)`, `: supported (p = 0.010 by person)`.
    private func verdict(_ test: HypothesisTest) -> String {
        guard test.hypothesis.claim != nil else { return " (in words only)" }
        guard let isSupported = test.isSupported(level: summary.level), let p = test.p.value else {
            let why = test.row == nil ? tables.words.notAsked : test.p.why.map(words.why) ?? ""
            return ": not tested (\(why))"
        }
        let adjusted = test.holmP == p ? "" : ", adjusted (Holm) \(NumberText.p(test.holmP ?? p))"
        let verdict =
            summary.stopping?.interim(tables.words)
            ?? (isSupported ? tables.words.supported : tables.words.notShown)
        return ": \(verdict) (\(NumberText.named(p: p)) by person\(adjusted))"
    }
}
