import Answers
import GRDB

extension StudyStore {
    /// Seals a session that answers were taken of: a new one whole, a known one by what came to it.
    ///
    /// - Parameters:
    ///   - isNew: whether the session came into the store just now.
    ///   - events: those that were added.
    ///   - change: what else is changed of it, as its arrival; nil where nothing is.
    static func seal(
        _ header: AnswerHeader, isNew: Bool, adding events: Seal, _ db: Database, after change: (() throws -> Void)?
    ) throws {
        var (before, after) = (Seal(), Seal())
        if let change {
            if !isNew { before = try rowSeal(ofSession: header.session, db) }
            try change()
            after = try rowSeal(ofSession: header.session, db)
        }
        if isNew {
            // A row that a session left behind which is gone stays, and says so.
            try db.cachedStatement(
                sql: "INSERT OR IGNORE INTO seal (sessionId, planHash, answers, asked) VALUES (?, ?, ?, ?)"
            ).execute(
                arguments: [
                    header.session, header.planHash, events.added(to: 0, before: before, after: after),
                    try AskedTrials.seal(ofSeat: header.seat, plan: header.planHash, db).stored,
                ])
            return
        }
        let answers = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT answers FROM seal WHERE sessionId = ?"), arguments: [header.session])
        // A session that another program put there gets none.
        guard let answers else { return }
        let grown = events.added(to: answers, before: before, after: after)
        guard grown != answers else { return }
        try db.cachedStatement(sql: "UPDATE seal SET answers = ? WHERE sessionId = ?").execute(
            arguments: [grown, header.session])
    }

    /// Seals all sessions as they are, in a store whose events have no values yet.
    static func sealAllSessions(_ db: Database) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT id, planHash, seat FROM session ORDER BY planHash, seat")
        var (last, asked): (AskedTrials.Place?, Seal) = (nil, Seal())
        while let row = try rows.next() {
            let (id, place): (String, AskedTrials.Place) = (row[0], .init(plan: row[1], seat: row[2]))
            if place != last { asked = try AskedTrials.seal(ofSeat: place.seat, plan: place.plan, db) }
            last = place
            let answers = try eventSeal(ofSession: id, db).added(
                to: 0, before: Seal(), after: rowSeal(ofSession: id, db))
            try db.cachedStatement(
                sql: "INSERT OR REPLACE INTO seal (sessionId, planHash, answers, asked) VALUES (?, ?, ?, ?)"
            ).execute(
                arguments: [id, place.plan, answers, asked.stored])
        }
    }

    private static func rowSeal(ofSession id: String, _ db: Database) throws -> Seal {
        var seal = Seal()
        seal.add(try sealedRow(ofSession: id, db).rows)
        return seal
    }

    /// A session's row with its arrival and its pseudonyms, and whether every value is of its type.
    static func sealedRow(ofSession id: String, _ db: Database) throws -> (rows: SealedRows, isSound: Bool) {
        let statement = try db.cachedStatement(
            sql: """
                SELECT session.id, session.planHash, session.seat, session.participant, session.source, session.language,
                    session.startedAt, session.front, session.userAgentClass, session.screen, session.importedFrom,
                    session.simulated, arrival.receivedAt, pseudonym.session, pseudonym.person
                FROM session LEFT JOIN arrival ON arrival.sessionId = session.id
                    LEFT JOIN pseudonym ON pseudonym.sessionId = session.id
                WHERE session.id = ?
                """)
        var (sealed, isSound) = (SealedRows(), true)
        let rows = try Row.fetchCursor(statement, arguments: [id])
        while try rows.next() != nil {
            isSound = sealed.add(statement.sqliteStatement, types: "TTItTTTTtttIttt") && isSound
        }
        return (sealed, isSound)
    }

    private static func eventSeal(ofSession id: String, _ db: Database) throws -> Seal {
        var seal = Seal()
        let statement = try db.cachedStatement(sql: "\(AnswerEvent.rowsWithoutValues) WHERE sessionId = ?")
        let rows = try Row.fetchCursor(statement, arguments: [id])
        while try rows.next() != nil { seal.add(statement.sqliteStatement) }
        return seal
    }
}
