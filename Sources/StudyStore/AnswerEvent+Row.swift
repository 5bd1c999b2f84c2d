import Answers
import GRDB

extension AnswerEvent {
    /// The event of a row of `event`.
    init(_ row: Row) throws {
        let choice: String? = row["choice"]
        self.init(
            id: row["id"], milliseconds: row["milliseconds"], kind: try Stored.word(row["kind"]), trial: row["trial"],
            choice: try choice.map { try Stored.word($0) }, responseMilliseconds: row["responseMilliseconds"],
            render: row["render"], shownPixels: row["shownPixels"])
        self = withinLimits
    }
}
