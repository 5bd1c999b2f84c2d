/// The answers of one session, as a front writes them: a header and what happened after it.
package struct AnswerFile: Sendable, Hashable {
    /// Whose answers, to which plan.
    package var header: AnswerHeader
    /// What happened, in the order of the file; no identity twice.
    package var events: [AnswerEvent]
    /// Lines that could not be read and are not among the events.
    package var problems: [LineProblem]

    /// The answers of one session.
    package init(header: AnswerHeader, events: [AnswerEvent], problems: [LineProblem] = []) {
        self.header = header
        self.events = events
        self.problems = problems
    }
}
