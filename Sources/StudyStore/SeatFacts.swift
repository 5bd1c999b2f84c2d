import Answers
import GRDB
import Study
import Synchronization

/// By what the answers to a seat of a frozen plan are judged.
struct SeatFacts {
    /// The study of the plan.
    let study: String
    /// Whether the plan has the seat.
    let exists: Bool
    /// What of the seat or of its plan is not what was frozen; nil where all of it is.
    let damage: String?
    /// What the plan asks.
    let survey: SurveySettings
    /// The rules of its sessions.
    let rules: SessionRules
    /// The numbers of the seat's trials.
    let trials: Set<Int>
}

/// The facts of seats that were read before, and how full their sessions are: none of it changes as long as nobody else writes into
/// the file.
final class KnownSeats: Sendable {
    private struct Known {
        /// SQLite's number for what other connections did to the file.
        var version = 0
        var facts: [AskedTrials.Place: SeatFacts] = [:]
        /// How many events each session may still get, or fewer.
        var rooms: [String: Int] = [:]
    }
    private let known = Mutex(Known())

    /// The most seats that are kept.
    private static let most = 4096

    /// The facts of `place`, by `read` where they are not known; only those of sound seats are kept.
    func facts(of place: AskedTrials.Place, _ db: Database, _ read: () throws -> SeatFacts?) throws -> SeatFacts? {
        let version = try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
        let found = known.withLock { known in
            if known.version != version { known = Known(version: version) }
            return known.facts[place]
        }
        if let found { return found }
        guard let facts = try read() else { return nil }
        if facts.exists, facts.damage == nil {
            known.withLock { known in
                if known.facts.count >= Self.most { known.facts.removeAll() }
                known.facts[place] = facts
            }
        }
        return facts
    }

    /// How many events a session may still get, by `count`, which counts its events, where that is not known or none is left.
    /// A session's events are not counted for each that comes to them: that would grow with their square.
    func room(of session: String, _ count: () throws -> Int) rethrows -> Int {
        if let room = known.withLock({ $0.rooms[session] }), room > 0 { return room }
        let room = AnswerLimits.events - (try count())
        known.withLock { known in
            if known.rooms.count >= Self.most { known.rooms.removeAll() }
            known.rooms[session] = room
        }
        return room
    }

    /// Takes note of events that came to a session.
    func add(_ events: Int, to session: String) { known.withLock { $0.rooms[session]? -= events } }
}

extension StudyStore {
    /// The facts of a seat; nil where no such plan is frozen.
    ///
    /// - Throws: ``StudyStoreError`` where the file cannot be read.
    func facts(ofSeat seat: Int, plan hash: String, _ db: Database) throws -> SeatFacts? {
        try knownSeats.facts(of: AskedTrials.Place(plan: hash, seat: seat), db) {
            let plan = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT study, survey FROM plan WHERE hash = ? AND frozenAt IS NOT NULL"),
                arguments: [hash])
            guard let plan else { return nil }
            let damage = try damage(ofSeat: seat, plan: hash, db)
            let hasSeat = try Bool.fetchOne(
                db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM seat WHERE planHash = ? AND number = ?)"),
                arguments: [hash, seat])
            // A seat beside those of its head is none of the plan's. What is damaged may have no head that can be read.
            let count = damage == nil ? try Self.head(ofPlan: hash, db)?.head.seats.count ?? .max : .max
            let rules = try Self.sessionRules(ofPlan: hash, db)
            return SeatFacts(
                study: plan[0], exists: hasSeat == true && seat <= count, damage: damage,
                survey: try Stored.value(SurveySettings.self, of: plan[1], what: "the survey"), rules: rules,
                trials: try Self.trials(ofSeat: seat, plan: hash, rules, db))
        }
    }
}
