package import Answers
import GRDB
import Study

extension StudyStore {
    /// The sessions of a plan, or of all plans, in the order in which they were started, without those of
    /// ``unreadableSessions(ofPlan:)``.
    ///
    /// Of several sessions of one person under one plan the first complete one counts, or the first where none is
    /// complete; simulated people are never taken for people.
    package func sessions(ofPlan plan: String? = nil) throws -> [SessionRecord] {
        try read { try Self.sessions(ofPlan: plan, $0).map(\.record) }
    }

    /// All that was answered in a session, in the order in which it happened; nil where there is no such session.
    package func answers(ofSession session: String) throws -> AnswerFile? {
        try read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT session.*, plan.study FROM session JOIN plan ON plan.hash = planHash WHERE id = ?",
                arguments: [session.lowercased()])
            return try row.map { AnswerFile(header: AnswerHeader($0), events: try Self.events(of: $0["id"], db)) }
        }
    }

    /// A session together with its votes, and when it was started in UTC.
    struct CountedSession {
        var record: SessionRecord
        let counted: CountedVotes
        /// Trials that were asked, without those that could not be shown.
        let asked: Int
        let startedAt: String
    }

    static func sessions(ofPlan plan: String?, _ db: Database) throws -> [CountedSession] {
        var trials: [Place: Set<Int>] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT planHash, seat, number FROM trial") {
            trials[Place(plan: row["planHash"], seat: row["seat"]), default: []].insert(row["number"])
        }
        let unreadable = Set(try unreadableSessions(ofPlan: plan, db).map(\.session))
        var sessions = try Row.fetchAll(
            db,
            sql: """
                SELECT session.*, plan.study, strftime('%Y-%m-%dT%H:%M:%fZ', startedAt) AS startedInUTC
                FROM session JOIN plan ON plan.hash = planHash WHERE planHash = ? OR ? IS NULL
                ORDER BY startedInUTC, id
                """, arguments: [plan, plan]
        ).filter { !unreadable.contains($0["id"]) }.map { row in
            let header = AnswerHeader(row)
            let counted = CountedVotes(try events(of: header.session, db))
            let asked = trials[Place(plan: header.planHash, seat: header.seat)] ?? []
            return CountedSession(
                record: SessionRecord(
                    header: header, importedFrom: row["importedFrom"], trials: asked.count, votes: counted.votes.count,
                    isComplete: counted.completes(asked)),
                counted: counted, asked: asked.subtracting(counted.failed.subtracting(counted.votes.keys)).count,
                startedAt: row["startedInUTC"])
        }
        let persons = Dictionary(grouping: sessions.indices) { Person(sessions[$0].record) }
        for indices in persons.values {
            let counting = indices.first { sessions[$0].record.isComplete } ?? indices.first
            for index in indices where index != counting { sessions[index].record.excluded = .repeatedSession }
        }
        return sessions
    }

    /// The events of a session in the order in which they happened, whatever the order in which they arrived.
    private static func events(of session: String, _ db: Database) throws -> [AnswerEvent] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT * FROM event WHERE sessionId = ? ORDER BY milliseconds, kind = 'undo', id"),
            arguments: [session]
        ).map(AnswerEvent.init)
    }

    private struct Place: Hashable {
        let plan: String
        let seat: Int
    }

    /// A person under a plan: what was answered to an earlier plan takes nothing from the answers to this one.
    private struct Person: Hashable {
        let plan: String
        let name: String
        let isSimulated: Bool

        init(_ session: SessionRecord) {
            plan = session.header.planHash
            name = session.person
            isSimulated = session.header.isSimulated
        }
    }
}

extension AnswerHeader {
    /// The header of a row of `session` joined with its plan's study.
    fileprivate init(_ row: Row) {
        self.init(
            study: row["study"], planHash: row["planHash"], seat: row["seat"], participant: row["participant"],
            session: row["id"], source: row["source"], language: row["language"], startedAt: row["startedAt"],
            front: row["front"], userAgentClass: row["userAgentClass"], screen: row["screen"])
    }
}
