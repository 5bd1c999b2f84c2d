import Answers
import GRDB
import Study

/// How many people did not take part for one reason.
package struct RefusalCount: Sendable, Hashable {
    /// Why: the id of the question that screened them out, or one of `AnswerEvent.screenedOutReasons`.
    package let reason: String
    /// Where: a front, as headers name it.
    package let front: String
    /// How many.
    package let people: Int
}

extension StudyStore {
    /// How many people declined or were screened out, of those that a front could tell of: a page without a collector tells
    /// nobody of them. By reason and front, the most first.
    package func refusals(ofPlan hash: String) throws -> [RefusalCount] {
        try read { db in
            guard try db.tableExists("refusal") else { return [] }
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT reason, front, count(*) AS people FROM refusal WHERE planHash = ? GROUP BY reason, front
                    ORDER BY people DESC, reason, front
                    """, arguments: [hash]
            ).map { RefusalCount(reason: $0["reason"], front: $0["front"], people: $0["people"]) }
        }
    }

    /// Counts a person who does not take part, and removes what there is of the session.
    ///
    /// - Parameter hasRemoved: becomes true where there was something, whose bytes ``AnswerTables/rewrite(_:)`` overwrites.
    /// - Returns: nil where none of the events says so.
    static func screenOut(
        _ header: AnswerHeader, _ events: [AnswerEvent], hasRemoved: inout Bool, _ db: Database
    ) throws -> AnswerReceipt? {
        guard let event = events.first(where: { $0.kind == .screenedOut }) else { return nil }
        func refused(_ why: String) -> AnswerReceipt {
            AnswerReceipt(refused: events.map { RefusedEvent(id: $0.id, why: why) })
        }
        if try erasure(ofSession: header.session, db) != nil { return refused(erased) }
        let known = try Row.fetchOne(
            db, sql: "SELECT planHash, seat, participant FROM session WHERE id = ?", arguments: [header.session])
        if let known {
            let isSame =
                known["planHash"] == header.planHash && known["seat"] == header.seat
                && AnswerHeader.participantID(known["participant"]) == header.participant
            guard try isSame && !hasVotes(header.session, db) else {
                return refused("its session has answered pairs, or is somebody else's; nobody is screened out then")
            }
        }
        if events.contains(where: { $0.kind == .vote }) { return refused("its session has answered pairs") }
        let survey = try String.fetchOne(
            db, sql: "SELECT survey FROM plan WHERE hash = ?", arguments: [header.planHash]
        ).map { try Stored.value(SurveySettings.self, of: $0, what: "the survey") }
        guard let reason = event.value?.text,
            AnswerEvent.screenedOutReasons.contains(reason) || survey?.admit.answers[reason] != nil
        else { return refused("nobody is screened out for this reason by this plan") }
        if known != nil { hasRemoved = try AnswerTables(db).delete(session: header.session, db) > 0 }
        try db.execute(
            sql: "INSERT OR IGNORE INTO refusal (hash, planHash, front, reason) VALUES (?, ?, ?, ?)",
            arguments: [tombstone(of: header.session), header.planHash, header.front, reason])
        return AnswerReceipt(accepted: [event.id.lowercased()], added: db.changesCount)
    }

    /// Why somebody was counted as not taking part under this session; nil where nobody was.
    package func refusal(ofSession session: String) throws -> String? {
        try read { db in
            try String.fetchOne(
                db.cachedStatement(sql: "SELECT reason FROM refusal WHERE hash = ?"),
                arguments: [Self.tombstone(of: session.lowercased())])
        }
    }

    /// Whether somebody was counted as not taking part under this session.
    static func wasScreenedOut(_ session: String, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM refusal WHERE hash = ?)"),
            arguments: [tombstone(of: session)])
            ?? false
    }
}
