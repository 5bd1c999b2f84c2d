import Answers
import Study

/// A session's rows as they were copied from the store, which any thread may read.
struct SessionRows: Sendable {
    /// The seat that it took; nil where it names none.
    let place: AskedTrials.Place?
    /// Its row and its events, of which the checksum is taken.
    let sealed: SealedRows
    /// The rows among them that are events with values of the right types, as ``AnswerEvent/rows`` selects them.
    let events: [Int]
    /// Whether all of them have such values.
    let areSound: Bool

    /// What the rows come to.
    struct Reading: Sendable {
        /// Their checksum.
        let seal: Seal
        /// How many trials the seat has.
        let trials: Int
        /// What the events come to; nil where one of them has a time or a word that is not known.
        let state: SessionState?
    }

    /// Takes the checksum and reads the events.
    func read(_ asked: AskedTrials) -> Reading {
        var seal = Seal()
        seal.add(sealed)
        let trials = Set((place.flatMap { asked.seats[$0] } ?? [:]).keys)
        var read: [AnswerEvent] = []
        read.reserveCapacity(events.count)
        for row in events {
            guard let event = AnswerEvent(sealed.values(ofRow: row)) else { break }
            read.append(event)
        }
        return Reading(
            seal: seal, trials: trials.count,
            state: read.count == events.count
                ? SessionState(read, trials: trials, rules: place.flatMap { asked.rules[$0.plan] } ?? .earlier) : nil)
    }
}

extension AnswerEvent {
    /// The types of the values of ``rows``, as ``SealedRows/add(_:types:)`` takes them.
    static let types: StaticString = "TITititiTtti"

    /// The event of a row with such values; nil where it has a time or a word that is not known.
    fileprivate init?(_ values: SealedValues) {
        var values = values
        guard let id = values.text(), let milliseconds = values.number(),
            AnswerLimits.milliseconds.contains(milliseconds), let kind = values.text().flatMap(Kind.init)
        else { return nil }
        let trial = values.number()
        let word = values.text()
        let choice = word.flatMap(Choice.init)
        guard (word == nil) == (choice == nil) else { return nil }
        let (response, render, pixels) = (values.number(), values.text(), values.number())
        // The session's id, which the row has between them.
        _ = values.text()
        let question = values.text()
        let json = values.text()
        let value = json.flatMap { AnswerValue(stored: $0) }
        guard (json == nil) == (value == nil) else { return nil }
        let grade = values.number()
        self.init(
            id: id, milliseconds: milliseconds, kind: kind, trial: trial, choice: choice,
            grade: grade, responseMilliseconds: response, render: render, shownPixels: pixels, question: question,
            value: value)
        self = withinLimits
    }
}
