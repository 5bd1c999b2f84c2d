import GRDB

extension Schema {
    /// Which sessions were erased on request, as SHA-256 of their ids: an import brings none of them back. Session ids
    /// are random, so that nothing can be guessed from their hashes, and every store gives one the same hash.
    static let erasures = """
        CREATE TABLE erasedSession (
            hash TEXT PRIMARY KEY NOT NULL CHECK (\(isHash("hash"))),
            erasedAt TEXT NOT NULL CHECK (\(isTime("erasedAt")))
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER erasedSessionUpdate BEFORE UPDATE ON erasedSession
        WHEN NEW.hash <> OLD.hash OR NEW.erasedAt > OLD.erasedAt BEGIN
            SELECT RAISE(ABORT, 'an erasure is never undone');
        END;

        CREATE TRIGGER erasedSessionDelete BEFORE DELETE ON erasedSession BEGIN
            SELECT RAISE(ABORT, 'an erasure is never undone');
        END;
        """

    /// Adds erasures and pseudonyms. Erasures by earlier versions left copies of rows in pages that are in use: these go.
    static func registerErasures(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("10 erasures", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: erasures)
            // Where no plan was ever frozen, nobody was ever there to be erased.
            guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM plan)") == true else { return }
            try AnswerTables(db).rewrite(db)
        }
        migrator.registerMigration("11 pseudonyms", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: pseudonyms)
            // A column person that somebody added to session makes the name ambiguous in the first form of this rule; the
            // last migration replaces both.
            try db.execute(sql: pseudonymRule)
            for id in try String.fetchAll(db, sql: "SELECT id FROM session WHERE NOT simulated ORDER BY id") {
                try name(session: id, db)
            }
        }
    }
}
