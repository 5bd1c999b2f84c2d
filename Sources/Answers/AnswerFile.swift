/// The answers of one session, as a front writes them: a header and what happened after it.
package struct AnswerFile: Sendable, Equatable {
    /// Whose answers, to which plan.
    package var header: AnswerHeader
    /// What happened, in the order of the file; no identity twice.
    package var events: [AnswerEvent]
    /// Lines that could not be read and are not among the events.
    package var problems: [LineProblem]
    /// The line of each event in the file that was read, from 1; nil where the answers come from elsewhere.
    package internal(set) var lines: [Int]?

    /// The answers of one session.
    package init(header: AnswerHeader, events: [AnswerEvent], problems: [LineProblem] = []) {
        self.header = header
        self.events = events
        self.problems = problems
    }

    /// Whether both say the same, on whatever lines.
    package static func == (one: AnswerFile, other: AnswerFile) -> Bool {
        one.header == other.header && one.events == other.events && one.problems == other.problems
    }
}
