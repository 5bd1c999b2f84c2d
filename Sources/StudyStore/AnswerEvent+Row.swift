import Answers
import GRDB

extension AnswerEvent {
    /// Selects what ``init(_:)`` takes, in its order: by place is several times as fast as by name, of which there are
    /// millions.
    static let rows = """
        SELECT id, milliseconds, kind, trial, choice, responseMilliseconds, render, shownPixels, sessionId, question, value,
            grade
        FROM event
        """

    /// The same in stores from before events had values.
    static let rowsWithoutValues = """
        SELECT id, milliseconds, kind, trial, choice, responseMilliseconds, render, shownPixels, sessionId FROM event
        """

    /// The first of the columns of ``rows`` that are sealed only where they have a value.
    static let firstLateColumn: Int32 = 9

    /// The event of a row of ``rows``.
    init(_ row: Row) throws {
        let choice: String? = row[4]
        self.init(
            id: row[0], milliseconds: row[1], kind: try Stored.word(row[2]), trial: row[3],
            choice: try choice.map { try Stored.word($0) }, grade: row[11], responseMilliseconds: row[5],
            render: row[6],
            shownPixels: row[7], question: row[9],
            value: try (row[10] as String?).map {
                try Stored.value(AnswerValue.self, of: $0, what: "the value of an event")
            })
        self = withinLimits
    }
}

extension AnswerValue {
    /// As a row has it: JSON.
    var stored: String {
        get throws { try Stored.json(self) }
    }

    /// The value of a row; nil where it is no JSON of one.
    init?(stored json: String) {
        guard let value = try? Stored.value(AnswerValue.self, of: json, what: "") else { return nil }
        self = value
    }
}
