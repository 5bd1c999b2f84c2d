import Analysis
import Study

extension TerminalReport {
    /// What was expected before the first vote, and what the votes say of it.
    var hypotheses: [String] {
        guard !summary.hypotheses.isEmpty else { return [] }
        return [words[.hypotheses]]
            + summary.hypotheses.flatMap { test -> [String] in
                let text = test.hypothesis.text(label: tables.label, allOthers: words[.allOthers])
                return PlainText.wrapped(verdict(test, "\(test.hypothesis.name)\(words[.colon])\(text)"))
            }
    }

    /// The claim and what became of it: `H1: A / B > 50 %: supported (p = 0.010 by person)`.
    private func verdict(_ test: HypothesisTest, _ claim: String) -> String {
        guard test.hypothesis.claim != nil else { return words(.terminalInWordsOnly, ["claim": claim]) }
        guard let isSupported = test.isSupported(level: summary.level), let p = test.p.value else {
            let why = test.row == nil ? words[.noSuchVotes] : test.p.why.map(words.why) ?? ""
            return words(.terminalNotTested, ["claim": claim, "why": why])
        }
        let verdict = words.interim(summary.stopping) ?? words[isSupported ? .supported : .notShown]
        let named = NumberText.named(p: p)
        guard let adjusted = test.holmP, adjusted != p else {
            return words(.terminalVerdict, ["claim": claim, "verdict": verdict, "p": named])
        }
        return words(
            .terminalVerdictAdjusted,
            ["claim": claim, "verdict": verdict, "p": named, "adjusted": NumberText.p(adjusted)])
    }
}
