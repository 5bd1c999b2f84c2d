import Answers
import GRDB
import Study

extension StudyStore {
    /// All sessions of a plan, or of all plans: those that can be read, and the others.
    struct Examined {
        /// In the order of ``StudyStore/sessions(ofPlan:participant:)``, each judged among those of its plan.
        var sessions: [CountedSession] = []
        /// By their ids.
        var unreadable: [UnreadableSession] = []
        /// What the seats of all of them were asked.
        let asked: AskedTrials
    }

    /// Reads the sessions, their events, and the trials of the seats that they took, once, and nothing of another plan; and
    /// compares all of it with the seals.
    static func examined(
        ofPlan plan: String?, participant: String? = nil, _ db: Database
    ) throws -> Examined {
        let filter = SessionFilter(plan: plan, participant: participant)
        let rows = try Row.fetchAll(
            db,
            sql: """
                \(sessionRows) \(filter.sql)
                ORDER BY receivedAt IS NOT NULL, receivedAt, startedInUTC, session.id
                """, arguments: filter.arguments)
        let asked =
            try participant == nil
            ? AskedTrials(ofPlan: plan, db) : AskedTrials(ofSeats: Set(rows.compactMap(\.place)), db)
        var examined = Examined(asked: asked)
        for row in rows {
            let seen = try SeenSession(row, db)
            if let fault = try seen.fault(asked, db) {
                examined.unreadable.append(fault)
            } else {
                examined.sessions.append(try seen.counted(asked))
            }
        }
        if participant == nil {
            examined.unreadable += try lostSessions(ofPlan: plan, found: Set(rows.compactMap(\.sessionID)), db)
        }
        examined.unreadable.sort { $0.session < $1.session }
        judge(&examined.sessions)
        return examined
    }

    /// The sessions that were sealed under the plan, or under one that is not there, and that nothing else is left of.
    private static func lostSessions(
        ofPlan plan: String?, found: Set<String>, _ db: Database
    ) throws -> [UnreadableSession] {
        // The rows themselves, since an index may have another hash than they.
        let known = Set(try Row.fetchAll(db, sql: "SELECT hash, seed FROM plan NOT INDEXED").map { $0[0] as String })
        let sealed = try String.fetchAll(db, sql: "SELECT DISTINCT planHash FROM seal")
        return try sealed.filter { plan == nil || $0 == plan || !known.contains($0) }.flatMap { hash in
            try String.fetchAll(db, sql: "SELECT sessionId FROM seal WHERE planHash = ?", arguments: [hash])
        }.filter { !found.contains($0) }.map {
            UnreadableSession(
                session: $0, importedFrom: nil,
                why: "study.sqlite has its checksum, but not the session, or not the plan that it answered",
                isDamaged: true)
        }
    }
}

/// A session as its rows have it, with what is needed to tell whether they are the recorded ones.
private struct SeenSession {
    private let row: Row
    private let id: String
    private let seal: Seal
    private let areSound: Bool
    /// Nil where one of them has a time or a word that is not known.
    private let events: [AnswerEvent]?

    /// The session of a row of ``StudyStore/sessionRows``.
    init(_ row: Row, _ db: Database) throws {
        self.row = row
        id = row.sessionID ?? ""
        var (seal, areSound) = try StudyStore.rowSeal(ofSession: id, db)
        var events: [AnswerEvent]? = []
        let statement = try db.cachedStatement(sql: "\(AnswerEvent.rows) WHERE sessionId = ? ORDER BY milliseconds")
        let rows = try Row.fetchCursor(statement, arguments: [id])
        while let row = try rows.next() {
            guard seal.add(statement.sqliteStatement, types: "TITititiT") else {
                areSound = false
                continue
            }
            if let event = try? AnswerEvent(row), AnswerLimits.milliseconds.contains(event.milliseconds) {
                events?.append(event)
            } else {
                events = nil
            }
        }
        (self.seal, self.areSound, self.events) = (seal, areSound, events)
    }

    /// Why it cannot be read; nil where it can.
    func fault(_ asked: AskedTrials, _ db: Database) throws -> UnreadableSession? {
        func unreadable(_ why: String, isDamaged: Bool = false) -> UnreadableSession {
            UnreadableSession(
                session: id, importedFrom: row.text("importedFrom"), why: why, isDamaged: isDamaged
            )
        }
        let seals = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT answers, asked FROM seal WHERE sessionId = ?"), arguments: [id])
        let isIntact = areSound && seals?.number("answers") == seal.stored
        if isIntact || seals == nil {
            let start = row.text("startedAt") ?? ""
            let year = row.text("startedInUTC")?.prefix(4)
            guard let year, "0001"..."9999" ~= String(year), !start.isEmpty else {
                return unreadable("it was started at \"\(start.prefix(40))\", which is no time in the years 1 to 9999")
            }
            if events == nil {
                return unreadable("one of its events has a time or a word that this dotchi does not know")
            }
        }
        if try !isNamed(db) {
            return unreadable("it lost its pseudonym, and no other name of it may be shown", isDamaged: true)
        }
        if seals == nil {
            return unreadable("it has no checksum, so another program than dotchi put it there", isDamaged: true)
        }
        guard isIntact else {
            return unreadable(
                "what study.sqlite has of it is not what was recorded (its checksum differs)", isDamaged: true)
        }
        let trials = row.place.flatMap { asked.seals[$0] } ?? Seal()
        guard seals?.number("asked") == trials.stored else {
            return unreadable(
                "what its seat was asked is not what was recorded (the checksum of its trials differs)", isDamaged: true
            )
        }
        return nil
    }

    /// Whether there is a name to show in place of its id; simulated ones are shown by theirs.
    private func isNamed(_ db: Database) throws -> Bool {
        if row.number("simulated") == 1 { return true }
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM pseudonym WHERE sessionId = ?")
        return try Bool.fetchOne(statement, arguments: [id]) ?? false
    }

    /// What it comes to, where nothing of it is at fault.
    func counted(_ asked: AskedTrials) throws -> StudyStore.CountedSession {
        let header = AnswerHeader(row)
        let trials = Set((row.place.flatMap { asked.seats[$0] } ?? [:]).keys)
        let state = SessionState(events ?? [], trials: trials)
        let receivedAt: String? = row["receivedAt"]
        return StudyStore.CountedSession(
            record: SessionRecord(
                header: header, importedFrom: row["importedFrom"],
                receivedAt: try receivedAt.map { try Stored.time($0) },
                trials: trials.count, votes: state.votes.count, isComplete: state.isComplete),
            state: state, asked: trials.count - state.leftOut.count,
            startedAt: row["startedInUTC"])
    }
}

extension Row {
    /// The id of a session's row; nil where it is no text.
    fileprivate var sessionID: String? { text("id") }

    /// The seat that a session's row took; nil where it names none.
    fileprivate var place: AskedTrials.Place? {
        guard let plan = text("planHash"), let seat = number("seat") else { return nil }
        return AskedTrials.Place(plan: plan, seat: Int(seat))
    }

    /// The text in a column, which need not hold one: what is damaged is left out, and stops nothing.
    fileprivate func text(_ column: String) -> String? {
        (self[column] as DatabaseValue?).flatMap(String.fromDatabaseValue)
    }

    /// The whole number in a column, in the same way.
    fileprivate func number(_ column: String) -> Int64? {
        (self[column] as DatabaseValue?).flatMap(Int64.fromDatabaseValue)
    }
}
