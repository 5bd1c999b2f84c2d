import GRDB

extension StudyStore {
    /// Removes all that a person answered, and overwrites it in the file and in its log. Other people's answers stay as
    /// they are.
    ///
    /// - Parameter person: the participant's id, or the session's where a session came without.
    /// - Returns: what was removed; all zero where the person is not known.
    /// - Throws: ``StudyStoreError``; `locked` where another process keeps the log from being overwritten now. The
    ///   answers are removed all the same, and erasing again overwrites it.
    package func erase(_ person: String) throws -> ErasedAnswers {
        let erased = try write { db in
            let sessions = "participant = :person OR (participant IS NULL AND id = lower(:person))"
            let events = "sessionId IN (SELECT id FROM session WHERE \(sessions))"
            func count(_ query: String) throws -> Int {
                try Int.fetchOne(db, sql: "SELECT count(*) FROM \(query)", arguments: ["person": person]) ?? 0
            }
            let erased = ErasedAnswers(
                sessions: try count("session WHERE \(sessions)"), events: try count("event WHERE \(events)"),
                votes: try count("event WHERE kind = 'vote' AND \(events)"))
            try db.execute(sql: "DELETE FROM session WHERE \(sessions)", arguments: ["person": person])
            return erased
        }
        // The log still holds the pages as they were.
        try truncateLog()
        return erased
    }
}
