package import Answers
package import Foundation
import GRDB
import Study

extension StudyStore {
    /// Takes answers of one session, in one transaction. The same answers may be handed in any number of times, in any
    /// order and in parts: an event is its id, and counts once.
    ///
    /// Nothing that is wrong with some of them keeps the others out. What is refused, and why, stands in the receipt. A
    /// session is in the store once one of its events is: a header alone leaves nothing. A session in which nothing was
    /// voted on keeps no other out: a vote under the same id but of another participant or seat takes its place. Events
    /// after the session's end are kept, since the end may arrive after them, and count for nothing (``SessionState``).
    ///
    /// - Parameters:
    ///   - lines: the line of each event in its file, for the receipt.
    ///   - source: the file's name, where the answers come from one.
    ///   - simulated: whether the simulator gives them, which alone may say so.
    ///   - receivedAt: when a trusted source says that it received the session; the earliest time stands. Never what a
    ///     participant says.
    ///   - time: when the answers arrive here.
    /// - Throws: ``StudyStoreError`` for faults of the store only; then nothing was taken.
    package func accept(
        _ header: AnswerHeader, _ events: [AnswerEvent], lines: [Int]? = nil, importedFrom source: String? = nil,
        simulated: Bool = false, receivedAt: Date? = nil, at time: Date = .now
    ) throws -> AnswerReceipt {
        let answers = HandedAnswers(
            header: header, events: events, lines: lines, source: source, isSimulated: simulated, receivedAt: receivedAt
        )
        return try accept([answers], at: time)[0]
    }

    /// Takes answers of several sessions, or of one in parts, in one transaction: what was handed in together is on disk after one
    /// writing. Each has its receipt, in the order given, as if it had come alone.
    ///
    /// - Throws: ``StudyStoreError`` for faults of the store only; then nothing of all of them was taken.
    package func accept(_ all: [HandedAnswers], at time: Date = .now) throws -> [AnswerReceipt] {
        // Before others wait for this writing: the first time it takes a reading of the whole plan.
        let facts = try read { db in
            try all.map { try self.facts(ofSeat: $0.header.seat, plan: $0.header.planHash.lowercased(), db) }
        }
        var hasRemoved = false
        let receipts = try write { db in
            try zip(all, facts).map { try accept($0, $1, at: time, hasRemoved: &hasRemoved, db) }
        }
        if hasRemoved {
            // Nothing of who was screened out stays in pages that are in use, nor in the log.
            try writeWithoutReferences { try AnswerTables($0).rewrite($0) }
            try truncateLog()
        }
        return receipts
    }

    private func accept(
        _ answers: HandedAnswers, _ facts: SeatFacts?, at time: Date, hasRemoved: inout Bool, _ db: Database
    ) throws -> AnswerReceipt {
        let (header, events, lines) = (answers.header.normalised, answers.events, answers.lines)
        let arrival = min(answers.receivedAt ?? time, time)
        if header.claimsSimulation, !answers.isSimulated {
            return AnswerReceipt(refusal: AnswerHeader.simulationRefused)
        }
        if let why = try mismatch(of: header, facts, db) { return AnswerReceipt(refusal: why) }
        guard let facts else { return AnswerReceipt(refusal: "this study has no plan yet") }
        if let counted = try Self.screenOut(header, events, hasRemoved: &hasRemoved, db) { return counted }
        var receipt = AnswerReceipt()
        func take(_ beginning: Beginning) throws -> Database.TransactionCompletion {
            if case .refused(let why) = beginning {
                receipt.refusal = why
                return .rollback
            }
            let rules = try SeatRules(header, facts, knownSeats, db)
            var seal = Seal()
            for (position, event) in events.enumerated() {
                let event = event.normalised
                switch try rules.take(event, added: receipt.added, db) {
                case .added:
                    try seal.add(event, of: header.session)
                    receipt.accepted.append(event.id)
                    receipt.added += 1
                case .known:
                    receipt.accepted.append(event.id)
                case .refused(let why):
                    receipt.refused.append(RefusedEvent(id: events[position].id, line: lines?[position], why: why))
                }
            }
            let isNew = beginning != .known
            let isEarlier = try isNew || Self.isKnownLater(header.session, than: arrival, db)
            try Self.seal(
                header, isNew: isNew, adding: seal, db,
                after: isEarlier ? { try Self.noteArrival(of: header.session, at: arrival, isNew: isNew, db) } : nil)
            if beginning == .replaced, try !Self.hasVotes(header.session, db) {
                receipt = AnswerReceipt(refusal: Self.recordedOtherwise(header.session))
                return .rollback
            }
            receipt.replaced = beginning == .replaced
            knownSeats.add(receipt.added, to: header.session)
            receipt.late = try rules.late(among: receipt.accepted, db)
            return beginning == .known || receipt.added > 0 ? .commit : .rollback
        }
        let known = try Self.known(header, hasVotes: events.contains { $0.kind == .vote }, db)
        if let known, known != .replaced {
            // Nothing of it is taken back again.
            _ = try take(known)
        } else {
            try db.inSavepoint { try take(Self.begin(header, replacing: known == .replaced, answers.source, db)) }
        }
        return receipt
    }

    /// How a session stood before answers to it were taken.
    private enum Beginning: Equatable {
        case new
        case known
        /// Another one of its id, without a vote, was removed.
        case replaced
        case refused(String)
    }

    /// How the session of `header` stands in the store; nil where it is not there.
    private static func known(_ header: AnswerHeader, hasVotes: Bool, _ db: Database) throws -> Beginning? {
        let known = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT planHash, seat, participant, source FROM session WHERE id = ?"),
            arguments: [header.session])
        guard let known else {
            // What is there was neither erased nor screened out.
            if try erasure(ofSession: header.session, db) != nil { return .refused(erased) }
            return try wasScreenedOut(header.session, db)
                ? .refused("this session's person declined or was screened out; nothing of it is kept") : nil
        }
        let isSame =
            known[0] == header.planHash && known[1] == header.seat
            && AnswerHeader.participantID(known[2]) == header.participant && known[3] == header.source
        if isSame { return .known }
        return try hasVotes && !Self.hasVotes(header.session, db)
            ? .replaced : .refused(recordedOtherwise(header.session))
    }

    /// Puts the session of `header` into the store.
    private static func begin(
        _ header: AnswerHeader, replacing isKnown: Bool, _ source: String?, _ db: Database
    ) throws -> Beginning {
        if isKnown { try db.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [header.session]) }
        do {
            try db.execute(
                sql: """
                    INSERT INTO session (id, planHash, seat, participant, source, language, startedAt, front,
                        userAgentClass, screen, importedFrom) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    header.session, header.planHash, header.seat, header.participant, header.source, header.language,
                    header.startedAt, header.front, header.userAgentClass, header.screen, source,
                ])
            return isKnown ? .replaced : .new
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            // A rule of another program's is no fault of the answers.
            if Schema.Strangers(error, db)?.blamed.isEmpty == false { throw error }
            return .refused("the header breaks a rule of the store: \(error.message ?? "")")
        }
    }

    /// Why nothing of an erased session is taken.
    static let erased = "this session was erased on request; its answers are not taken in again"

    private static func recordedOtherwise(_ session: String) -> String {
        "session \(SessionName.short(session)) is recorded with another plan, seat, participant or source"
    }

    static func hasVotes(_ session: String, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM event WHERE sessionId = ? AND kind = 'vote')"),
            arguments: [session])
            ?? false
    }

    /// Which texts are times.
    private static let times = DecodedTexts<Bool>(most: 4096)

    /// What in `header` does not fit this study.
    ///
    /// - Parameter facts: those of its seat; nil where no such plan is frozen.
    private func mismatch(of header: AnswerHeader, _ facts: SeatFacts?, _ db: Database) throws -> String? {
        guard AnswerHeader.formats.contains(header.format) else {
            return
                "the answers are in format \"\(header.format)\", expected \"\(AnswerHeader.formats.joined(separator: "\" or \""))\""
        }
        guard AnswerLimits.isUUID(header.session) else { return "the session's id is no UUID" }
        if let fault = header.fault { return fault }
        guard let facts else {
            let studies = try String.fetchAll(
                db, sql: "SELECT DISTINCT study FROM plan WHERE frozenAt IS NOT NULL ORDER BY study")
            if studies.isEmpty { return "this study has no plan yet" }
            return studies.contains(header.study)
                ? "the answers are to a plan that this study does not have (\(header.planHash.prefix(12))...): "
                    + "it was changed, or made elsewhere"
                : "the answers are of the study \"\(header.study)\", this one is \"\(studies.joined(separator: "\", \""))\""
        }
        if let damage = facts.damage {
            return "\(damage) is damaged in study.sqlite; put a copy of the file back first"
        }
        guard facts.study == header.study else {
            return "the answers are of the study \"\(header.study)\", this one is \"\(facts.study)\""
        }
        guard facts.exists else { return "the plan has no seat \(header.seat)" }
        let isTime = try Self.times.value(of: header.startedAt) { time in
            try Bool.fetchOne(
                db.cachedStatement(sql: "SELECT \(Schema.isTime("t")) FROM (SELECT ? AS t)"), arguments: [time]) == true
        }
        guard isTime else {
            return "\"\(header.startedAt)\" is no time as ISO 8601 writes it, with its zone"
        }
        return nil
    }
}

extension AnswerHeader {
    /// The header as it is stored: identities in lower case, nothing empty.
    fileprivate var normalised: AnswerHeader {
        var header = self
        header.session = session.lowercased()
        header.planHash = planHash.lowercased()
        header.participant = Self.participantID(participant)
        return header
    }
}

extension AnswerEvent {
    /// The event as it is stored: its identity in lower case, nothing empty.
    fileprivate var normalised: AnswerEvent {
        var event = self
        event.id = id.lowercased()
        if render?.isEmpty == true { event.render = nil }
        if question?.isEmpty == true { event.question = nil }
        return event
    }
}
