package import Answers
import GRDB
import Study
import Votes

extension StudyStore {
    /// The headers of the sessions of a plan, in the order of their ids.
    package func headers(ofPlan hash: String) throws -> [AnswerHeader] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(AnswerHeader.columns) FROM session JOIN plan ON plan.hash = session.planHash
                    WHERE session.planHash = ? ORDER BY session.id
                    """, arguments: [hash]
            ).map { AnswerHeader($0) }
        }
    }

    /// How many sessions there are of a plan, or of all plans.
    package func sessionCount(ofPlan hash: String? = nil) throws -> Int {
        let filter = SessionFilter(plan: hash)
        return try read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM session \(filter.sql)", arguments: filter.arguments) ?? 0
        }
    }

    /// The ids of the sessions of people, of all plans.
    package func peoplesSessions() throws -> [String] {
        try read { try String.fetchAll($0, sql: "SELECT id FROM session WHERE NOT simulated ORDER BY id") }
    }

    /// How many votes on the primary question of each plan but one count on main trials, repeated sessions included, by hash; plans without any
    /// are not there.
    package func votesByPlan(but hash: String) throws -> [String: Int] {
        let others = try read {
            try String.fetchAll(
                $0, sql: "SELECT DISTINCT planHash FROM session WHERE planHash <> ?", arguments: [hash])
        }
        let votes = try others.map { plan in
            var table = try voteTable(ofPlan: plan)
            table.takePrimaryQuestion()
            return table.kind.count { $0 == .main }
        }
        return Dictionary(uniqueKeysWithValues: zip(others, votes)).filter { $0.value > 0 }
    }
}
