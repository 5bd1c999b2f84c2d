import Answers
import GRDB
import Parallel
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
        ofPlan plan: String?, participant: String? = nil, ids: [String]? = nil, _ db: Database
    ) throws -> Examined {
        let filter = SessionFilter(plan: plan, participant: participant, ids: ids)
        let isWhole = participant == nil && ids == nil
        let rows = try Row.fetchAll(
            db,
            sql: """
                \(sessionRows) \(filter.sql)
                ORDER BY arrival.receivedAt IS NOT NULL, arrival.receivedAt, startedInUTC, session.id
                """, arguments: filter.arguments)
        let asked =
            try isWhole
            ? AskedTrials(ofPlan: plan, db) : AskedTrials(ofSeats: Set(rows.compactMap(\.place)), db)
        var examined = Examined(asked: asked)
        for start in stride(from: 0, to: rows.count, by: sessionsAtOnce) {
            let seen = try rows[start..<min(rows.count, start + sessionsAtOnce)].map { try SeenSession($0, db) }
            let readings = seen.map(\.rows).mapOnAllCores { $0.read(asked) }
            for (session, reading) in zip(seen, readings) {
                if let fault = try session.fault(reading, asked, db) {
                    examined.unreadable.append(fault)
                } else if let state = reading.state {
                    examined.sessions.append(try session.counted(state, of: reading.trials, asked))
                }
            }
        }
        if isWhole {
            examined.unreadable += try lostSessions(ofPlan: plan, found: Set(rows.compactMap(\.sessionID)), db)
        }
        examined.unreadable.sort { $0.session < $1.session }
        judge(&examined.sessions)
        return examined
    }

    /// How many sessions are read before all cores take their checksums and what their events come to, which takes longer
    /// than reading them.
    private static let sessionsAtOnce = 256

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
    let rows: SessionRows

    /// The session of a row of ``StudyStore/sessionRows``.
    init(_ row: Row, _ db: Database) throws {
        self.row = row
        id = row.sessionID ?? ""
        var (sealed, areSound) = try StudyStore.sealedRow(ofSession: id, db)
        var events: [Int] = []
        let statement = try db.cachedStatement(sql: "\(AnswerEvent.rows) WHERE sessionId = ? ORDER BY milliseconds")
        let rows = try Row.fetchCursor(statement, arguments: [id])
        while try rows.next() != nil {
            if sealed.add(statement.sqliteStatement, types: AnswerEvent.types, late: AnswerEvent.firstLateColumn) {
                events.append(sealed.ends.count - 1)
            } else {
                areSound = false
            }
        }
        self.rows = SessionRows(place: row.place, sealed: sealed, events: events, areSound: areSound)
    }

    /// Why it cannot be read; nil where it can.
    ///
    /// - Parameter reading: what ``rows`` were read as.
    func fault(_ reading: SessionRows.Reading, _ asked: AskedTrials, _ db: Database) throws -> UnreadableSession? {
        func unreadable(_ why: String, isDamaged: Bool = false) -> UnreadableSession {
            UnreadableSession(
                session: id, importedFrom: row.text(.importedFrom), why: why, isDamaged: isDamaged
            )
        }
        let seals = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT answers, asked FROM seal WHERE sessionId = ?"), arguments: [id])
        let isIntact = rows.areSound && seals?.number(0) == reading.seal.stored
        if isIntact || seals == nil {
            let start = row.text(.startedAt) ?? ""
            let year = row.text(.startedInUTC)?.prefix(4)
            guard let year, "0001"..."9999" ~= String(year), !start.isEmpty else {
                return unreadable("it was started at \"\(start.prefix(40))\", which is no time in the years 1 to 9999")
            }
            if reading.state == nil {
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
        let trials = rows.place.flatMap { asked.seals[$0] } ?? Seal()
        guard seals?.number(1) == trials.stored else {
            return unreadable(
                "what its seat was asked is not what was recorded (the checksum of its trials differs)", isDamaged: true
            )
        }
        return nil
    }

    /// Whether there is a name to show in place of its id; simulated ones are shown by theirs.
    private func isNamed(_ db: Database) throws -> Bool {
        if row.number(.simulated) == 1 { return true }
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM pseudonym WHERE sessionId = ?")
        return try Bool.fetchOne(statement, arguments: [id]) ?? false
    }

    /// What it comes to, where nothing of it is at fault.
    ///
    /// - Parameter trials: how many its seat has.
    func counted(
        _ state: SessionState, of trials: Int, _ asked: AskedTrials
    ) throws -> StudyStore.CountedSession {
        let header = AnswerHeader(row)
        let receivedAt: String? = row[SessionColumn.receivedAt.rawValue]
        let isRefused = asked.surveys[header.planHash].map { !$0.admits(header, state.answers) } ?? false
        return StudyStore.CountedSession(
            record: SessionRecord(
                header: header, importedFrom: row[SessionColumn.importedFrom.rawValue],
                receivedAt: try receivedAt.map { try Stored.time($0) },
                lastMilliseconds: state.events.last?.milliseconds, trials: trials, votes: state.answered,
                hasVote: !state.votes.isEmpty,
                unseenVotes: state.votes.count - state.shown.count, isComplete: state.isComplete,
                answers: state.answers, hasConsent: state.hasConsent, consent: state.consent,
                excluded: isRefused ? .notAdmitted : nil),
            state: state, asked: state.asked,
            startedAt: row[SessionColumn.startedInUTC.rawValue])
    }
}

extension Row {
    /// The id of a session's row; nil where it is no text.
    fileprivate var sessionID: String? { text(.id) }

    /// The seat that a session's row took; nil where it names none.
    fileprivate var place: AskedTrials.Place? {
        guard let plan = text(.planHash), let seat = number(.seat) else { return nil }
        return AskedTrials.Place(plan: plan, seat: Int(seat))
    }

    /// The text in a column, which need not hold one: what is damaged is left out, and stops nothing.
    fileprivate func text(_ column: SessionColumn) -> String? {
        String.fromDatabaseValue(self[column.rawValue] as DatabaseValue)
    }

    /// The whole number in a column, in the same way.
    fileprivate func number(_ column: SessionColumn) -> Int64? { number(column.rawValue) }

    /// The whole number at a place, in the same way.
    fileprivate func number(_ place: Int) -> Int64? { Int64.fromDatabaseValue(self[place] as DatabaseValue) }
}
