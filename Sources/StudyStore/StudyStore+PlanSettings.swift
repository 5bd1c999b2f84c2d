import GRDB
package import Study

extension StudyStore {
    /// The hash and the settings of each frozen plan that can be read, in the order in which they were frozen.
    package func planSettings() throws -> [(hash: String, settings: SurveySettings)] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT hash, survey FROM plan WHERE frozenAt IS NOT NULL ORDER BY frozenAt, hash"
            )
            .compactMap { row in
                guard let hash = String.fromDatabaseValue(row[0] as DatabaseValue),
                    let text = String.fromDatabaseValue(row[1] as DatabaseValue),
                    let settings = try? Stored.value(SurveySettings.self, of: text, what: "the survey")
                else { return nil }
                return (hash, settings)
            }
        }
    }
}
