import Foundation
import GRDB

extension StudyStore {
    /// Whether a session of the store is known to have arrived later than at `time`.
    static func isKnownLater(_ id: String, than time: Date, _ db: Database) throws -> Bool {
        let later = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM arrival WHERE sessionId = ? AND receivedAt > ?)")
        return try Bool.fetchOne(later, arguments: [id, Stored.time(time)]) == true
    }

    /// Notes that the session `id` arrived at `time`; of several times the earliest stands.
    ///
    /// A session that was there before arrivals were noted gets none: it came before all that have one.
    ///
    /// - Parameter isNew: whether the session came into the store just now.
    static func noteArrival(of id: String, at time: Date, isNew: Bool, _ db: Database) throws {
        if isNew {
            try db.execute(
                sql: "INSERT INTO arrival (sessionId, receivedAt) VALUES (?, ?)", arguments: [id, Stored.time(time)])
        } else {
            try db.cachedStatement(
                sql: "UPDATE arrival SET receivedAt = :time WHERE sessionId = :id AND receivedAt > :time"
            ).execute(arguments: ["id": id, "time": Stored.time(time)])
        }
    }
}
