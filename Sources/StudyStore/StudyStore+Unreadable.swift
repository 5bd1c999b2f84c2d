import Answers
import GRDB
import Study

extension StudyStore {
    /// The sessions of a plan, or of all plans, that cannot be read, by their ids. They are in no list of sessions and their
    /// votes in no table, and they stop neither.
    ///
    /// What is taken in today can always be read; a store of before these checks, or one that another program changed, may
    /// hold a start in a year that no calendar has, times out of reach, or words that nobody knows.
    package func unreadableSessions(ofPlan plan: String? = nil) throws -> [UnreadableSession] {
        try read { try Self.unreadableSessions(ofPlan: plan, $0) }
    }

    static func unreadableSessions(
        ofPlan plan: String?, participant: String? = nil, _ db: Database
    ) throws -> [UnreadableSession] {
        let filter = SessionFilter(plan: plan, participant: participant)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT id, importedFrom, startedAt, isTimely, isOrdered FROM (
                    SELECT session.*, \(startIsTimely) AS isTimely, \(eventsAreOrdered) AS isOrdered FROM session \(filter.sql))
                WHERE NOT (isTimely AND isOrdered) ORDER BY id
                """, arguments: filter.arguments
        ).map { row in
            let isTimely: Bool = row["isTimely"]
            let start: String = row["startedAt"]
            return UnreadableSession(
                session: row["id"], importedFrom: row["importedFrom"],
                why: isTimely
                    ? "one of its events has a time or a word that this dotchi does not know"
                    : "it was started at \"\(start.prefix(40))\", which is no time in the years 1 to 9999")
        }
    }

    /// Whether a session's start, in UTC, has a year of four digits.
    private static let startIsTimely = """
        ifnull(strftime('%Y-%m-%d', startedAt) BETWEEN '0001-01-01' AND '9999-12-31', FALSE)
        """

    /// Whether a session's events have times that can be counted with, and words that are known.
    private static let eventsAreOrdered = """
        NOT EXISTS (SELECT 1 FROM event WHERE sessionId = session.id AND (
            milliseconds NOT BETWEEN 0 AND \(AnswerLimits.milliseconds.upperBound)
            OR kind NOT IN (\(words(AnswerEvent.Kind.allCases.map(\.rawValue))))
            OR choice NOT IN (\(words(Choice.allCases.map(\.rawValue))))))
        """

    private static func words(_ words: [String]) -> String {
        words.map { "'\($0)'" }.joined(separator: ", ")
    }
}
