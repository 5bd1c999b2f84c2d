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

    /// The same answers, whose lines are these of another text: those of the header and each event, from 1.
    mutating func move(to places: [Int]) {
        func moved(_ line: Int) -> Int { places.indices.contains(line - 1) ? places[line - 1] : line }
        lines = lines?.map(moved)
        problems = problems.map { LineProblem(line: moved($0.line), reason: $0.reason) }
    }

    /// Adds what another file of the same session has besides.
    mutating func append(_ other: AnswerFile) {
        let known = Set(events.map(\.id))
        for (place, event) in other.events.enumerated() where !known.contains(event.id) {
            events.append(event)
            lines?.append(other.lines?[place] ?? 1)
        }
        problems += other.problems
    }

    /// Whether both say the same, on whatever lines.
    package static func == (one: AnswerFile, other: AnswerFile) -> Bool {
        one.header == other.header && one.events == other.events && one.problems == other.problems
    }
}
