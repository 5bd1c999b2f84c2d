import Answers
import GRDB

/// How people and sessions are named in votes.
package enum PeopleNames: Sendable {
    /// By random names that say nothing of them; simulated people, who are nobody, by their own.
    case pseudonyms
    /// By the ids of participants and sessions.
    case identities
}

extension StudyStore {
    /// The ids of people and sessions by the pseudonyms under which they stand in votes.
    package func identities() throws -> [String: String] {
        try read { db in
            var identities: [String: String] = [:]
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT pseudonym.sessionId, pseudonym.session, pseudonym.person, session.participant
                    FROM pseudonym JOIN session ON session.id = pseudonym.sessionId
                    """)
            while let row = try rows.next() {
                identities[row["session"]] = row["sessionId"]
                if let person: String = row["person"] { identities[person] = row["participant"] }
            }
            return identities
        }
    }

    /// All sessions, in the order of their ids, by what identifies them.
    package func sessionIdentities() throws -> [SessionIdentity] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT session.id, session.participant, session.seat, session.startedAt, session.importedFrom,
                        session.simulated, pseudonym.session AS sessionName, pseudonym.person
                    FROM session LEFT JOIN pseudonym ON pseudonym.sessionId = session.id ORDER BY session.id
                    """
            ).map { row in
                SessionIdentity(
                    session: row["id"], participant: row["participant"], seat: row["seat"],
                    startedAt: row["startedAt"], importedFrom: row["importedFrom"], isSimulated: row["simulated"],
                    pseudonyms: [row["sessionName"] as String?, row["person"]].compactMap(\.self))
            }
        }
    }

    /// What people and sessions are called in votes.
    struct Names {
        private var pseudonyms: [String: (session: String, person: String?)] = [:]
        private let areHidden: Bool

        /// The names of all sessions.
        init(_ names: PeopleNames, _ db: Database) throws {
            areHidden = names == .pseudonyms
            guard areHidden else { return }
            let rows = try Row.fetchCursor(db, sql: "SELECT sessionId, session, person FROM pseudonym")
            while let row = try rows.next() { pseudonyms[row[0]] = (row[1], row[2]) }
        }

        /// What the person and the session of `header` are called.
        ///
        /// - Throws: ``StudyStoreError/refused(_:)`` where a pseudonym is asked for and missing: an id is never shown
        ///   in its place. Sessions without one are left out before (``StudyStore/unreadableSessions(ofPlan:)``).
        func of(_ header: AnswerHeader) throws -> (participant: String?, session: String) {
            guard areHidden, !header.isSimulated else { return (header.participant, header.session) }
            guard let names = pseudonyms[header.session] else {
                throw StudyStoreError.refused(
                    "study.sqlite has a session without a pseudonym; `--identities` shows its own ids")
            }
            return (names.person, names.session)
        }
    }
}
