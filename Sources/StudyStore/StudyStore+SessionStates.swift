import Answers
import GRDB

extension StudyStore {
    /// What the events of a session on that seat of a plan come to.
    static func state(ofSession session: String, plan: String, seat: Int, _ db: Database) throws -> SessionState {
        SessionState(try events(of: session, db), trials: try trials(ofSeat: seat, plan: plan, db))
    }

    /// The numbers of the trials of a seat.
    static func trials(ofSeat seat: Int, plan: String, _ db: Database) throws -> Set<Int> {
        if try hasTexts(plan: plan, db) {
            // Counted in the text: the number beside it may be anything in a store that was damaged.
            let items = try Int.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT CASE WHEN json_valid(text) THEN json_array_length(text, '$.items') END FROM seatText
                        WHERE planHash = ? AND seat = ?
                        """), arguments: [plan, seat])
            return Set(stride(from: 1, through: items ?? 0, by: 1))
        }
        return Set(
            try Int.fetchAll(
                db.cachedStatement(sql: "SELECT number FROM trial WHERE planHash = ? AND seat = ?"),
                arguments: [plan, seat]))
    }
}
