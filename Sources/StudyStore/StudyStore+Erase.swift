import Crypto
package import Foundation
import GRDB
import Study

extension StudyStore {
    /// Removes all that was answered in these sessions, and overwrites it in the file: no byte of it stays in pages that
    /// are in use or free. Other people's answers stay as they are. What ``truncateLog()`` has to do afterwards: the log
    /// still holds the pages as they were.
    ///
    /// The sessions, known or not, are not taken in again; of their ids a hash is kept.
    ///
    /// - Parameter sessions: their ids.
    /// - Returns: what was removed; all zero where none of the sessions is in the store.
    /// - Throws: ``StudyStoreError``; nothing has changed then.
    package func erase(sessions: Set<String>, at time: Date = .now) throws -> ErasedAnswers {
        let sessions = Set(sessions.map { $0.lowercased() }).sorted()
        return try writeWithoutReferences { db in
            var erased = ErasedAnswers(sessions: 0, events: 0, votes: 0)
            let tables = try AnswerTables(db)
            for session in sessions {
                erased.events += try Self.count("event WHERE sessionId = ?", session, db)
                erased.votes += try Self.count("event WHERE sessionId = ? AND kind = 'vote'", session, db)
                erased.sessions += try tables.delete(session: session, db)
                try db.execute(
                    sql: "INSERT OR IGNORE INTO erasedSession (hash, erasedAt) VALUES (?, ?)",
                    arguments: [Self.tombstone(of: session), Stored.time(time)])
            }
            if erased.sessions > 0 || erased.events > 0 { try tables.rewrite(db) }
            return erased
        }
    }

    /// When a session was erased on request; nil where it was not.
    package func erasure(ofSession session: String) throws -> Date? {
        try read { try Self.erasure(ofSession: session.lowercased(), $0) }
    }

    /// The same for an id in lower case.
    static func erasure(ofSession session: String, _ db: Database) throws -> Date? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT erasedAt FROM erasedSession WHERE hash = ?"),
            arguments: [tombstone(of: session)]
        ).map(Stored.time)
    }

    /// What stays of an erased session: SHA-256 of its id in lower case.
    static func tombstone(of session: String) -> String {
        hexadecimal(SHA256.hash(data: Data(session.utf8)))
    }

    private static func count(_ query: String, _ session: String, _ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(query)", arguments: [session]) ?? 0
    }
}
