import Analysis
import Study

extension TerminalReport {
    /// What was expected before the first vote, and what the votes say of it.
    var hypotheses: [String] {
        guard !summary.hypotheses.isEmpty else { return [] }
        return ["What was expected"]
            + summary.hypotheses.flatMap { test -> [String] in
                let text = test.hypothesis.text(label: { $0 }, allOthers: words.allOthers)
                let expected = "\(test.hypothesis.name): \(text)"
                guard test.hypothesis.claim != nil else { return PlainText.wrapped("\(expected) (in words only)") }
                guard let isSupported = test.isSupported(level: summary.level), let p = test.p.value else {
                    let why = test.row == nil ? "no votes of this kind" : test.p.why.map(words.why) ?? ""
                    return PlainText.wrapped("\(expected): not tested (\(why))")
                }
                let adjusted = test.holmP == p ? "" : ", adjusted (Holm) \(NumberText.p(test.holmP ?? p))"
                let verdict =
                    summary.stopping?.interim(PageWords(language: .english))
                    ?? (isSupported ? "supported" : "not shown")
                return PlainText.wrapped(
                    "\(expected): \(verdict) (\(NumberText.named(p: p)) by person\(adjusted))"
                )
            }
    }
}
