/// The answers of one sitting, as a front writes them: a header and what happened after it.
package struct AnswerFile: Sendable, Hashable {
    /// Whose answers, to which plan.
    package var header: AnswerHeader
    /// What happened, in the order of the file; no identity twice.
    package var events: [AnswerEvent]
    /// Lines that could not be read and are not among the events.
    package var problems: [LineProblem]

    /// The answers of one sitting.
    package init(header: AnswerHeader, events: [AnswerEvent], problems: [LineProblem] = []) {
        self.header = header
        self.events = events
        self.problems = problems
    }

    /// The file: JSON Lines in UTF-8, one line each for header and events, every line ended.
    package var bytes: [UInt8] {
        Array(([header.line] + events.map(\.line)).map { $0 + "\n" }.joined().utf8)
    }
}
