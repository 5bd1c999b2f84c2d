package import Foundation
import GRDB
package import Study

/// A session that a collector let in.
package struct Ticket: Sendable, Hashable {
    /// SHA-256 of the session's id, in hexadecimal.
    package let hash: String
    /// SHA-256 of the secret by which whoever writes for the session is known.
    package let secret: String
    /// The plan that it answers.
    package let plan: String
    /// Its seat.
    package let seat: Int
    /// When it was let in.
    package let issuedAt: Date
    /// How it ended; nil while it is under way.
    package var outcome: ExitReason?
}

extension StudyStore {
    /// Keeps that a session was let in.
    ///
    /// - Parameters:
    ///   - session: its id.
    ///   - secret: the secret that it was given.
    /// - Throws: ``StudyStoreError``; also where there is a ticket of that session.
    package func admit(session: String, secret: String, plan: String, seat: Int, at time: Date = .now) throws -> Ticket
    {
        let ticket = Ticket(
            hash: Self.tombstone(of: session.lowercased()), secret: Self.tombstone(of: secret), plan: plan, seat: seat,
            issuedAt: time)
        try write { db in
            try db.cachedStatement(
                sql: "INSERT INTO ticket (hash, planHash, seat, secret, issuedAt) VALUES (?, ?, ?, ?, ?)"
            ).execute(arguments: [ticket.hash, plan, seat, ticket.secret, Stored.time(time)])
        }
        return ticket
    }

    /// The ticket of a session; nil where a collector let none of that id in.
    package func ticket(ofSession session: String) throws -> Ticket? {
        try read { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM ticket WHERE hash = ?"),
                arguments: [Self.tombstone(of: session.lowercased())]
            ).map(Ticket.init)
        }
    }

    /// The tickets of a plan, in the order in which they were given.
    package func tickets(ofPlan plan: String) throws -> [Ticket] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM ticket WHERE planHash = ? ORDER BY issuedAt, hash", arguments: [plan]
            ).map(Ticket.init)
        }
    }

    /// Keeps how the session of a ticket ended; the first outcome stands.
    package func end(_ ticket: Ticket, as outcome: ExitReason) throws {
        try write { db in
            try db.cachedStatement(sql: "UPDATE ticket SET outcome = ? WHERE hash = ? AND outcome IS NULL").execute(
                arguments: [outcome.rawValue, ticket.hash])
        }
    }
}

extension Ticket {
    fileprivate init(_ row: Row) throws {
        hash = row["hash"]
        secret = row["secret"]
        plan = row["planHash"]
        seat = row["seat"]
        issuedAt = try Stored.time(row["issuedAt"])
        outcome = (row["outcome"] as String?).flatMap(ExitReason.init)
    }
}
