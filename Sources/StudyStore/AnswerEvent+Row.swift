import Answers
import GRDB

extension AnswerEvent {
    /// Selects what ``init(_:)`` takes, in its order: by place is several times as fast as by name, of which there are
    /// millions.
    static let rows = """
        SELECT id, milliseconds, kind, trial, choice, responseMilliseconds, render, shownPixels, sessionId FROM event
        """

    /// The event of a row of ``rows``.
    init(_ row: Row) throws {
        let choice: String? = row[4]
        self.init(
            id: row[0], milliseconds: row[1], kind: try Stored.word(row[2]), trial: row[3],
            choice: try choice.map { try Stored.word($0) }, responseMilliseconds: row[5], render: row[6],
            shownPixels: row[7])
        self = withinLimits
    }
}
