package import Study

/// How far a study has come towards its stopping rule: `stopping` in the analysis.
package struct StoppingProgress: Sendable, Hashable {
    /// The rule.
    package var rule: StoppingRule
    /// People who answered all that they were asked and have votes that count; those whom a rule leaves out are not among
    /// them.
    package var reached: Int

    /// Whether a fixed number of people was planned and has not been reached: what the votes say is no verdict yet, since
    /// whoever looks now and again before the end finds more than there is. A rule by e-values allows every look.
    package var isInterim: Bool { rule.kind == .fixed && reached < rule.people ?? 0 }

    /// The progress of the judgements at some places of a table.
    init(_ rule: StoppingRule, counted: some Sequence<Int>, of table: JudgementTable) {
        self.rule = rule
        let people = Set(counted.lazy.map { table.rows[$0].person })
        reached = people.count { $0 >= 0 && !table.unfinished.contains($0) }
    }
}

extension StoppingProgress {
    /// The object of the analysis.
    var json: JSONValue {
        .object([
            .init("rule", .string(rule.kind.rawValue)), .init("planned", rule.people.map(JSONValue.integer) ?? .null),
            .init("reached", .integer(reached)), .init("interim", .bool(isInterim)),
        ])
    }

    /// In place of a verdict while the study is not at its end; nil when it is.
    func interim(_ words: PageWords) -> String? { isInterim ? words.interim(reached, of: rule.people ?? 0) : nil }

    /// What a report must say first of a study that is not at its end; nil when it is.
    package func notice(_ language: Language) -> String? {
        guard isInterim, let planned = rule.people else { return nil }
        return language == .english
            ? "Interim: \(reached) of \(planned.counted("person", "people")). The study was planned to end after "
                + "\(planned.counted("person", "people")) who \(planned.word("finishes", "finish")) and whose votes count, and no hypothesis has a verdict before."
            : "中間結果：\(planned)人中\(reached)人。有効な回答を終えた人が\(planned)人に達したときに終える計画であり、それまで仮説は判定しない。"
    }
}
