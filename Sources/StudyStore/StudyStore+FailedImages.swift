import Answers
import GRDB
import Study

extension StudyStore {
    /// How often images could not be shown under a plan, by condition and method; methods that never failed are left out.
    /// What lies after the end of its session counts for nothing here either.
    ///
    /// A vote cannot tell this: where the images of one method fail more often than those of others, its pairs are missing.
    package func failedImages(ofPlan plan: String) throws -> [FailedImageCount] {
        try read { db in
            guard try Self.has(.imageFailed, ofPlan: plan, db) else { return [] }
            let examined = try Self.examined(ofPlan: plan, db)
            var counts: [Count: Int] = [:]
            for session in examined.sessions where !session.record.header.isSimulated {
                let asked = examined.asked.seats[.init(plan: plan, seat: session.record.header.seat)] ?? [:]
                for (number, sides) in session.state.failedSides {
                    guard let trial = asked[number]?.trial else { continue }
                    for side in sides {
                        let method = (side == .left ? trial.left : trial.right).pool.method
                        counts[Count(condition: trial.condition, method: method), default: 0] += 1
                    }
                }
            }
            return counts.sorted { $0.key < $1.key }.map {
                FailedImageCount(condition: $0.key.condition, method: $0.key.method, images: $0.value)
            }
        }
    }

    /// How often the time to answer was over under a plan, up to the end of each session.
    package func timeouts(ofPlan plan: String) throws -> Int {
        try read { db in
            guard try Self.has(.timeout, ofPlan: plan, db) else { return 0 }
            return try Self.examined(ofPlan: plan, db).sessions.filter { !$0.record.header.isSimulated }
                .reduce(0) { count, session in
                    let end = session.state.end ?? .max
                    return count + session.state.events.count { $0.kind == .timeout && $0.milliseconds <= end }
                }
        }
    }

    /// Whether any session of a plan has an event of this kind: most have none, and then no session is read.
    private static func has(_ kind: AnswerEvent.Kind, ofPlan plan: String, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (
                    SELECT 1 FROM session JOIN event ON event.sessionId = session.id AND event.kind = ?
                    WHERE session.planHash = ?)
                """, arguments: [kind.rawValue, plan]) ?? false
    }

    /// What failed images are counted by.
    private struct Count: Hashable, Comparable {
        let condition: String
        let method: String

        static func < (one: Self, other: Self) -> Bool {
            (one.condition, one.method) < (other.condition, other.method)
        }
    }
}

extension SessionState {
    /// The sides of the trials whose images could not be shown, up to the end of the session; both, where the event names none.
    fileprivate var failedSides: [Int: Set<Choice>] {
        var sides: [Int: Set<Choice>] = [:]
        for event in events where event.kind == .imageFailed && end.map({ event.milliseconds <= $0 }) != false {
            guard let trial = event.trial else { continue }
            switch event.choice {
            case .left?: sides[trial, default: []].insert(.left)
            case .right?: sides[trial, default: []].insert(.right)
            case .tie?, nil: sides[trial, default: []].formUnion([.left, .right])
            }
        }
        return sides
    }
}
