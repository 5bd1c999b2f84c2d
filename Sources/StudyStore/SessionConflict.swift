import Answers
import GRDB

/// Sessions of one participant that contradict each other: several in which all was answered, or in several seats. dotchi
/// cannot know which of them are the person's own; the researcher may.
package struct SessionConflict: Sendable, Hashable {
    /// Ids of the participant's sessions with votes, in the order in which they arrived.
    package var sessions: [String]
    /// The one of them whose votes count.
    package var counting: String
    /// How many of them are complete.
    package var complete: Int
    /// Their seats, from the lowest.
    package var seats: [Int]
}

extension SessionConflict: CustomStringConvertible {
    /// What contradicts what, without the participant's id.
    package var description: String {
        let facts = [
            complete > 1 ? "\(complete) of them complete" : nil,
            seats.count > Self.mostSeats
                ? "in \(seats.count) seats"
                : seats.count > 1 ? "in seats \(seats.map(String.init).joined(separator: ", "))" : nil,
        ].compactMap(\.self)
        return "\(sessions.count) sessions are of one participant, \(facts.joined(separator: " and ")): "
            + "\(SessionName.list(sessions)). \(SessionName.short(counting)) counts"
    }

    /// The most seats that are named.
    private static let mostSeats = 5
}

extension StudyStore {
    /// The contradictions among the sessions of people under a plan, by the lowest session id of each participant.
    package func conflicts(ofPlan plan: String) throws -> [SessionConflict] {
        try read { db in
            let participants = try String.fetchAll(
                db,
                sql: """
                    SELECT participant FROM session WHERE planHash = ? AND participant IS NOT NULL AND NOT simulated
                    GROUP BY participant HAVING count(*) > 1 ORDER BY min(id)
                    """, arguments: [plan])
            return try participants.compactMap { participant in
                SessionConflict(try Self.sessions(ofPlan: plan, participant: participant, db).map(\.record))
            }
        }
    }
}

extension SessionConflict {
    /// The contradiction among the sessions of one participant under one plan, in the order in which they arrived; nil
    /// where there is none.
    fileprivate init?(_ records: [SessionRecord]) {
        let records = records.filter { $0.votes > 0 && !$0.header.isSimulated }
        complete = records.count(where: \.isComplete)
        seats = Set(records.map(\.header.seat)).sorted()
        sessions = records.map(\.header.session)
        guard complete > 1 || seats.count > 1, let first = records.first(where: { $0.excluded == nil }) else {
            return nil
        }
        counting = first.header.session
    }
}
