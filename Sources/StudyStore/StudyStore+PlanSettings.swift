import GRDB
package import Study

extension StudyStore {
    /// The settings of each frozen plan that can be read, in the order in which they were frozen.
    package func planSettings() throws -> [SurveySettings] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT survey FROM plan WHERE frozenAt IS NOT NULL ORDER BY frozenAt, hash")
                .compactMap {
                    let text = String.fromDatabaseValue($0[0] as DatabaseValue)
                    return text.flatMap { try? Stored.value(SurveySettings.self, of: $0, what: "the survey") }
                }
        }
    }
}
