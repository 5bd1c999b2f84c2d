import GRDB

extension Schema {
    /// When the researcher looked at a study under way, and how much of the votes they saw.
    private static let boardViews = """
        CREATE TABLE boardView (
            id INTEGER PRIMARY KEY,
            planHash TEXT NOT NULL REFERENCES plan (hash),
            openedAt TEXT NOT NULL CHECK (\(isTime("openedAt"))),
            shows TEXT NOT NULL CHECK (shows IN ('counts', 'evidence', 'rates', 'final')),
            votes INTEGER NOT NULL CHECK (votes >= 0)
        ) STRICT;
        CREATE INDEX boardViewOfPlan ON boardView (planHash);
        """

    /// Adds them.
    static func registerBoardViews(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("24 board views") { try $0.execute(sql: boardViews) }
    }
}
