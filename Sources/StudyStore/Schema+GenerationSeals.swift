import GRDB

extension Schema {
    /// By which it is seen that a published generation is what was published: which image is whose, what each was made
    /// from, and the epochs and training times behind them. See ``StudyStore/sealRows(ofGeneration:_:)``.
    static let generationSeals = """
        CREATE TABLE generationSeal (
            generationId INTEGER PRIMARY KEY REFERENCES generation (id) ON DELETE CASCADE,
            rows INTEGER NOT NULL
        ) STRICT;
        """

    /// Adds seals of generations. What is published by now is believed, once: nothing else says what it was.
    static func registerGenerationSeals(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("13 generation seals", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: generationSeals)
            let published = "SELECT id FROM generation WHERE publishedAt IS NOT NULL"
            for id in try Int64.fetchAll(db, sql: published) { try StudyStore.seal(generation: id, db) }
        }
    }
}
