import Answers
import GRDB
import Study

extension StudyStore {
    /// What the events of a session on that seat of a plan come to.
    static func state(ofSession session: String, plan: String, seat: Int, _ db: Database) throws -> SessionState {
        let rules = try sessionRules(ofPlan: plan, db)
        return SessionState(
            try events(of: session, db), trials: try trials(ofSeat: seat, plan: plan, rules, db), rules: rules)
    }

    /// The rules of a plan for its sessions, as they were frozen: those of its head, as long as that is whole; else of the
    /// settings beside it. Where neither can be read the earlier rules are taken, under which most is complete: `doctor` says
    /// what is damaged.
    static func sessionRules(ofPlan plan: String, _ db: Database) throws -> SessionRules {
        try survey(ofPlan: plan, db).map(SessionRules.init) ?? .earlier
    }

    /// The settings of a plan's survey, from where ``sessionRules(ofPlan:_:)`` has the rules; nil where they cannot be read.
    static func survey(ofPlan plan: String, _ db: Database) throws -> SurveySettings? {
        do {
            if let head = try head(ofPlan: plan, db)?.head { return head.survey }
        } catch is StudyStoreError {
            // As if there was none.
        }
        let survey = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT survey FROM plan WHERE hash = ?"), arguments: [plan])
        let text = survey.flatMap { String.fromDatabaseValue($0[0] as DatabaseValue) }
        return try? text.map { try Stored.value(SurveySettings.self, of: $0, what: "the survey") }
    }

    /// The numbers of the trials of a seat, behind which those of practice stand.
    static func trials(ofSeat seat: Int, plan: String, _ rules: SessionRules, _ db: Database) throws -> Set<Int> {
        if try hasTexts(plan: plan, db) {
            // Counted in the text: the number beside it may be anything in a store that was damaged.
            let items = try Int.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT CASE WHEN json_valid(text) THEN json_array_length(text, '$.items') END FROM seatText
                        WHERE planHash = ? AND seat = ?
                        """), arguments: [plan, seat])
            return Set(stride(from: 1, through: (items ?? 0) - rules.practice, by: 1))
        }
        return Set(
            try Int.fetchAll(
                db.cachedStatement(sql: "SELECT number FROM trial WHERE planHash = ? AND seat = ?"),
                arguments: [plan, seat]))
    }
}
