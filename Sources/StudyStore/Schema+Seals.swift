import GRDB

extension Schema {
    /// By which it is seen that a session is what was recorded, and was asked what it was asked: see ``Seal``. `answers` is
    /// of the session, its arrival, its pseudonyms and its events; `asked` of the trials of its seat. A session without a
    /// row was put there by another program.
    static let seals = """
        CREATE TABLE seal (
            sessionId TEXT PRIMARY KEY NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            planHash TEXT NOT NULL,
            answers INTEGER NOT NULL,
            asked INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX sealOnPlan ON seal (planHash);
        """

    /// Adds seals. What is there by now is believed, once: nothing else says what it was.
    static func registerSeals(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("12 seals", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: seals)
            try StudyStore.sealAllSessions(db)
        }
    }
}
