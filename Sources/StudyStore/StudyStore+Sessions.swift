package import Answers
import Foundation
import GRDB
import Study

extension StudyStore {
    /// The sessions of a plan, or of all plans, in the order in which they arrived, without those of
    /// ``unreadableSessions(ofPlan:)``.
    ///
    /// Sessions that came before arrivals were noted come first; those, and sessions that arrived at one time, are in the
    /// order of the times at which they were started, then of their ids. Of several sessions of one person under one plan
    /// the first complete one counts, or where none is complete the first with a vote; simulated people are never taken for
    /// people.
    ///
    /// - Parameter participant: the only participant to read; nil reads all.
    package func sessions(ofPlan plan: String? = nil, participant: String? = nil) throws -> [SessionRecord] {
        try read { try Self.sessions(ofPlan: plan, participant: participant, $0).map(\.record) }
    }

    /// The same of the sessions with these ids, judged as if there were no others.
    package func sessions(named ids: some Sequence<String>) throws -> [SessionRecord] {
        try read { try Self.examined(ofPlan: nil, ids: Array(ids), $0).sessions.map(\.record) }
    }

    /// All that was answered in a session, in the order in which it happened; nil where there is no such session.
    package func answers(ofSession session: String) throws -> AnswerFile? {
        try read { db in
            let row = try Row.fetchOne(
                db, sql: "\(Self.sessionRows) WHERE session.id = ?", arguments: [session.lowercased()])
            guard let row else { return nil }
            var header = AnswerHeader(row)
            header.receivedAt = row[SessionColumn.receivedAt.rawValue]
            return AnswerFile(header: header, events: try Self.events(of: header.session, db).inOrder)
        }
    }

    /// A session together with what its events come to, and when it was started in UTC.
    struct CountedSession {
        var record: SessionRecord
        let state: SessionState
        /// Trials that were asked; see ``SessionState/asked``.
        let asked: Int
        let startedAt: String
    }

    /// The sessions that can be read; see ``examined(ofPlan:participant:_:)``.
    static func sessions(
        ofPlan plan: String?, participant: String? = nil, _ db: Database
    ) throws -> [CountedSession] {
        try examined(ofPlan: plan, participant: participant, db).sessions
    }

    /// Of several sessions of one person the one that counts, and the others marked. Those that another rule leaves out count
    /// for none.
    static func judge(_ sessions: inout [CountedSession]) {
        let counted = sessions.indices.filter { sessions[$0].record.excluded == nil }
        let persons = Dictionary(grouping: counted) { Person(sessions[$0].record) }
        for indices in persons.values {
            let counting =
                indices.first { sessions[$0].record.isComplete }
                ?? indices.first { sessions[$0].record.votes > 0 } ?? indices.first
            for index in indices where index != counting { sessions[index].record.excluded = .repeatedSession }
        }
    }

    /// Selects sessions with the columns of ``SessionColumn``.
    static let sessionRows = """
        SELECT \(AnswerHeader.columns), session.importedFrom, session.simulated, arrival.receivedAt,
            strftime('%Y-%m-%dT%H:%M:%fZ', session.startedAt) AS startedInUTC
        FROM session JOIN plan ON plan.hash = session.planHash LEFT JOIN arrival ON arrival.sessionId = session.id
        """

    /// The events of a session, in no order.
    static func events(of session: String, _ db: Database) throws -> [AnswerEvent] {
        try Row.fetchAll(
            db.cachedStatement(sql: "\(AnswerEvent.rows) WHERE sessionId = ? ORDER BY milliseconds"),
            arguments: [session]
        ).map(AnswerEvent.init)
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

/// Which sessions are read.
struct SessionFilter {
    /// The WHERE clause over `session`; empty where all are read.
    let sql: String
    /// Its arguments.
    let arguments: StatementArguments

    /// The sessions of that plan, of that participant and with these ids, which are UUIDs, where they are given.
    init(plan: String?, participant: String? = nil, ids: [String]? = nil) {
        let list = ids.map { ids in "[" + ids.map { "\"\($0)\"" }.joined(separator: ",") + "]" }
        let terms = [
            ("planHash = ?", plan), ("participant = ?", participant),
            ("id IN (SELECT value FROM json_each(?))", list),
        ].filter { $0.1 != nil }
        sql = terms.isEmpty ? "" : "WHERE " + terms.map { "session.\($0.0)" }.joined(separator: " AND ")
        arguments = StatementArguments(terms.map(\.1))
    }
}

/// The columns of ``StudyStore/sessionRows`` that are needed by themselves, by their places: by name they are several times
/// as slow.
enum SessionColumn: Int {
    case planHash = 1
    case seat = 2
    case id = 4
    case startedAt = 7
    case importedFrom = 11
    case simulated
    case receivedAt
    case startedInUTC
}

extension AnswerHeader {
    /// Selects what ``init(_:)`` takes, as the first columns of a query of `session` joined with its plan.
    static let columns = """
        plan.study, session.planHash, session.seat, session.participant, session.id, session.source, session.language,
        session.startedAt, session.front, session.userAgentClass, session.screen
        """

    /// The header of a row that begins with ``columns``.
    init(_ row: Row) {
        self.init(
            study: row[0], planHash: row[1], seat: row[2], participant: row[3], session: row[4], source: row[5],
            language: row[6], startedAt: row[7], front: row[8], userAgentClass: row[9], screen: row[10])
    }
}
