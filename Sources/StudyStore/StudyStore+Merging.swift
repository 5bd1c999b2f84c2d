import Answers
import Files
package import Foundation
import GRDB

/// What one store takes over from another of the same study besides sessions: stores merge as sets.
extension StudyStore {
    /// Takes over who was erased in another store, and who did not take part there. Who was erased there is erased here too, so
    /// that no merge brings anybody back.
    ///
    /// - Returns: how many sessions were erased here by it.
    /// - Throws: ``StudyStoreError``.
    package func takeRemovals(from other: StudyStore) throws -> Int {
        let erased = try other.read { db in
            try Row.fetchAll(db, sql: "SELECT hash, erasedAt FROM erasedSession").map {
                ($0[0] as String, $0[1] as String)
            }
        }
        let known = try read { Set(try String.fetchAll($0, sql: "SELECT hash FROM erasedSession")) }
        let new = Dictionary(erased.filter { !known.contains($0.0) }) { first, _ in first }
        let own = try read { try String.fetchAll($0, sql: "SELECT id FROM session") }
        let gone = own.filter { new[Self.tombstone(of: $0)] != nil }
        // With its time there, which is when the person asked.
        for (time, sessions) in Dictionary(grouping: gone, by: { new[Self.tombstone(of: $0)] ?? "" }) {
            _ = try erase(sessions: Set(sessions), at: Stored.time(time))
        }
        if !gone.isEmpty { try truncateLog() }
        let refused = try other.read { db in
            try Row.fetchAll(db, sql: "SELECT hash, planHash, front, reason FROM refusal")
        }
        let tickets = try other.read { db in
            try Row.fetchAll(db, sql: "SELECT hash, planHash, seat, secret, issuedAt, outcome FROM ticket")
        }
        try write { db in
            for (hash, time) in new {
                try db.execute(
                    sql: "INSERT OR IGNORE INTO erasedSession (hash, erasedAt) VALUES (?, ?)", arguments: [hash, time])
            }
            let plans = Set(try String.fetchAll(db, sql: "SELECT hash FROM plan WHERE frozenAt IS NOT NULL"))
            for row in refused where plans.contains(row[1]) {
                try db.execute(
                    sql: "INSERT OR IGNORE INTO refusal (hash, planHash, front, reason) VALUES (?, ?, ?, ?)",
                    arguments: StatementArguments(row.databaseValues))
            }
            for row in tickets where plans.contains(row[1]) {
                // Of two outcomes of one ticket the one that is known stands.
                try db.execute(
                    sql: """
                        INSERT INTO ticket (hash, planHash, seat, secret, issuedAt, outcome) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (hash) DO UPDATE SET outcome = coalesce(outcome, excluded.outcome)
                        """, arguments: StatementArguments(row.databaseValues))
            }
        }
        return gone.count
    }

    /// Whether it is a regular file that begins as every SQLite file does.
    package static func isDatabase(_ file: URL) -> Bool {
        guard let handle = try? RegularFile.open(file) else { return false }
        defer { try? handle.close() }
        return (try? handle.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
    }
}
