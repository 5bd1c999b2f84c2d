package import Analysis
package import Study

extension StoppingProgress {
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
