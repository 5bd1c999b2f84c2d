import Answers
import GRDB
import Study

extension StudyStore {
    /// The sessions of a plan, or of all plans, that cannot be read, by their ids. They are in no list of sessions and their
    /// votes in no table, and they stop neither.
    ///
    /// What is taken in today can always be read; a store of before these checks, or one that another program changed, may
    /// hold a start in a year that no calendar has, times out of reach, words that nobody knows, trials of images that are
    /// gone, or a session that lost its pseudonym. Such a session is left out also where ids are shown: figures do not
    /// depend on what people are called.
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
                SELECT id, importedFrom, startedAt, seat, isTimely, isOrdered, isPlanned, isShown, isNamed FROM (
                    SELECT session.*, \(startIsTimely) AS isTimely, \(eventsAreOrdered) AS isOrdered,
                        \(seatIsPlanned) AS isPlanned, \(imagesAreThere) AS isShown, \(hasPseudonym) AS isNamed
                    FROM session \(filter.sql))
                WHERE NOT (isTimely AND isOrdered AND isPlanned AND isShown AND isNamed) ORDER BY id
                """, arguments: filter.arguments
        ).map { row in
            UnreadableSession(session: row["id"], importedFrom: row["importedFrom"], why: why(row))
        }
    }

    /// What of the session of a row cannot be read: the first fault.
    private static func why(_ row: Row) -> String {
        let (start, seat): (String, Int) = (row["startedAt"], row["seat"])
        func isFine(_ column: String) -> Bool { row[column] }
        if !isFine("isTimely") {
            return "it was started at \"\(start.prefix(40))\", which is no time in the years 1 to 9999"
        }
        if !isFine("isOrdered") { return "one of its events has a time or a word that this dotchi does not know" }
        if !isFine("isPlanned") { return "its plan or its seat \(seat) is gone from study.sqlite" }
        if !isFine("isShown") {
            return "a trial of its seat \(seat) shows images of a pool or generation that is gone from study.sqlite"
        }
        return "it lost its pseudonym, and no other name of it may be shown"
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

    /// Whether the plan of a session has its seat, with trials.
    private static let seatIsPlanned = """
        (EXISTS (SELECT 1 FROM plan WHERE hash = session.planHash)
            AND EXISTS (SELECT 1 FROM trial WHERE trial.planHash = session.planHash AND trial.seat = session.seat))
        """

    /// Whether each trial of a session's seat is of a kind that is known, and shows images of generations of its plan that
    /// are there, as ``AskedTrials`` finds them. Whose row of an image alone is gone can still be read.
    private static let imagesAreThere = """
        NOT EXISTS (
            SELECT 1 FROM trial WHERE trial.planHash = session.planHash AND trial.seat = session.seat AND (
                trial.kind NOT IN (\(words(Trial.Kind.allCases.map(\.rawValue))))
                OR NOT \(isThere("leftGenerationId")) OR NOT \(isThere("rightGenerationId"))))
        """

    /// Whether a trial's generation is of its plan, and there.
    private static func isThere(_ generation: String) -> String {
        """
        EXISTS (SELECT 1 FROM planGeneration AS shown JOIN generation ON generation.id = shown.generationId
            JOIN pool ON pool.id = generation.poolId
            WHERE shown.planHash = trial.planHash AND shown.generationId = trial.\(generation))
        """
    }

    /// Whether there is a name to show in place of a session's id; simulated ones are shown by theirs.
    private static let hasPseudonym = """
        (session.simulated OR EXISTS (SELECT 1 FROM pseudonym WHERE pseudonym.sessionId = session.id))
        """

    private static func words(_ words: [String]) -> String {
        words.map { "'\($0)'" }.joined(separator: ", ")
    }
}
