import Answers
import GRDB
import Study

extension StudyStore {
    /// The images that people reported under a plan, or under any plan, those first that most people did. Each person counts
    /// once for an image, in however many pairs or sessions; simulated people, and what lies after the end of a session,
    /// count for nothing.
    package func reportedImages(ofPlan plan: String? = nil) throws -> [ReportedImage] {
        try read { db in
            let hasAny = try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM event WHERE kind = 'answer' AND question = ?)
                    """, arguments: [AnswerEvent.reportQuestion])
            guard hasAny == true else { return [] }
            let examined = try Self.examined(ofPlan: plan, db)
            var people: [PoolEntry: Set<String>] = [:]
            for session in examined.sessions where !session.record.header.isSimulated {
                let place = AskedTrials.Place(
                    plan: session.record.header.planHash, seat: session.record.header.seat)
                let reports = session.state.reports
                let practice =
                    try reports.contains { examined.asked.seats[place]?[$0.trial ?? 0] == nil }
                    ? Self.practice(ofSeat: place, db) : [:]
                for report in reports {
                    guard let number = report.trial,
                        let trial = examined.asked.seats[place]?[number]?.trial ?? practice[number]
                    else { continue }
                    let entry = report.choice == .left ? trial.left : trial.right
                    people[entry, default: []].insert(session.record.person)
                }
            }
            let reported = try people.map { entry, people in
                ReportedImage(entry: entry, file: try Self.stem(of: entry, db), people: people.count)
            }
            return reported.sorted { ($1.people, $0.entry.name) < ($0.people, $1.entry.name) }
        }
    }

    /// What a seat has people practise on, by number.
    private static func practice(ofSeat place: AskedTrials.Place, _ db: Database) throws -> [Int: Trial] {
        guard let head = try head(ofPlan: place.plan, db)?.head else { return [:] }
        let seat = try seat(place.seat, ofPlan: place.plan, head.pools, db)
        return Dictionary(seat.practice.map { ($0.number, $0) }) { first, _ in first }
    }

    /// The name of the file that an image was imported from, without folder and ending; nil where it was not.
    private static func stem(of entry: PoolEntry, _ db: Database) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT stem FROM entry
                        JOIN generation ON generation.id = entry.generationId JOIN pool ON pool.id = generation.poolId
                    WHERE pool.method = ? AND pool.condition = ? AND generation.number = ? AND entry."index" = ?
                    """),
            arguments: [entry.pool.method, entry.pool.condition, entry.generation, entry.index])
    }
}

extension SessionState {
    /// The reports of images up to the end of the session.
    fileprivate var reports: [AnswerEvent] {
        events.filter { $0.isReport && $0.trial != nil && $0.milliseconds <= end ?? .max }
    }
}
