import GRDB

extension Schema {
    /// Events with one more kind: that the time to answer was over.
    private static func timeouts(_ name: String, own: String) -> String {
        """
        CREATE TABLE \(name) (
            id TEXT NOT NULL CHECK (\(isUUID("id"))),
            sessionId TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            milliseconds INTEGER NOT NULL CHECK (milliseconds >= 0),
            kind TEXT NOT NULL CHECK (kind IN (
                'consent', 'shown', 'vote', 'undo', 'answer', 'blur', 'focus', 'image_failed', 'finish', 'practice',
                'enlarge', 'flip', 'screened_out', 'stop', 'scheme', 'language', 'timeout')),
            trial INTEGER,
            choice TEXT CHECK (choice IN ('left', 'right', 'tie')),
            responseMilliseconds INTEGER CHECK (responseMilliseconds >= 0),
            render TEXT CHECK (render <> ''),
            shownPixels INTEGER CHECK (shownPixels >= 0),
            question TEXT CHECK (question <> ''),
            value TEXT CHECK (value IS NULL OR json_valid(value)),
            grade INTEGER CHECK (grade IS NULL OR grade BETWEEN -3 AND 3 AND kind IN ('vote', 'practice'))\(own),
            CHECK (kind <> 'vote' OR (trial IS NOT NULL AND choice IS NOT NULL)),
            PRIMARY KEY (sessionId, milliseconds, id)
        ) STRICT, WITHOUT ROWID;
        """
    }

    /// Adds it. Events that are there stay as they are, and keep their seals.
    static func registerTimeouts(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration(timeoutsName) { db in
            try rebuildEvents(as: timeouts, rules: eventValueRules, later: ["question", "value", "grade"], db)
        }
    }

    /// The name of that migration.
    static let timeoutsName = "22 timeouts"
}
