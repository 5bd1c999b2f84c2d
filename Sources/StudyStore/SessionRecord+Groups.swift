import Answers
import GRDB
import Study

extension SessionRecord {
    /// The answers to these questions, by question.
    func groups(of questions: Set<String>) -> [String: String] {
        answers.filter { questions.contains($0.key) }.compactMapValues(\.text)
    }
}

extension StudyStore {
    /// The questions of a plan, or of each, that divide people into groups, by the plan's hash: those with one choice among several.
    /// (Points of a scale and numbers have more values than groups can have people.)
    static func groupingQuestions(ofPlan plan: String?, _ db: Database) throws -> [String: Set<String>] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT hash, survey FROM plan WHERE ? IS NULL OR hash = ?", arguments: [plan, plan])
        return Dictionary(
            rows.compactMap { row -> (String, Set<String>)? in
                // A plan that cannot be read is named where it is asked for.
                guard let hash = String.fromDatabaseValue(row[0] as DatabaseValue),
                    let text = String.fromDatabaseValue(row[1] as DatabaseValue),
                    let survey = try? Stored.value(SurveySettings.self, of: text, what: "the survey")
                else { return nil }
                return (hash, Set((survey.before + survey.after).filter { $0.kind == .choice }.map(\.id)))
            }
        ) { first, _ in first }
    }
}
