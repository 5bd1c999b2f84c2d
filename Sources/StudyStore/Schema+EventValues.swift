import GRDB

extension Schema {
    /// Events that say more than a choice: what was agreed to, which language and scheme were shown, what was answered. All
    /// kinds that the format of answer files has are named, so that a later one needs no table of its own.
    private static func eventValues(_ name: String, own: String) -> String {
        """
        CREATE TABLE \(name) (
            id TEXT NOT NULL CHECK (\(isUUID("id"))),
            sessionId TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            milliseconds INTEGER NOT NULL CHECK (milliseconds >= 0),
            kind TEXT NOT NULL CHECK (kind IN (
                'consent', 'shown', 'vote', 'undo', 'answer', 'blur', 'focus', 'image_failed', 'finish', 'practice',
                'enlarge', 'flip', 'screened_out', 'stop', 'scheme', 'language')),
            trial INTEGER,
            choice TEXT CHECK (choice IN ('left', 'right', 'tie')),
            responseMilliseconds INTEGER CHECK (responseMilliseconds >= 0),
            render TEXT CHECK (render <> ''),
            shownPixels INTEGER CHECK (shownPixels >= 0),
            question TEXT CHECK (question <> ''),
            value TEXT CHECK (value IS NULL OR json_valid(value))\(own),
            CHECK (kind <> 'vote' OR (trial IS NOT NULL AND choice IS NOT NULL)),
            PRIMARY KEY (sessionId, milliseconds, id)
        ) STRICT, WITHOUT ROWID;
        """
    }

    /// The index and the rules of events since then.
    static let eventValueRules = """
        CREATE UNIQUE INDEX eventOnID ON event (id);

        CREATE TRIGGER eventTrial BEFORE INSERT ON event
        WHEN NEW.trial IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM session JOIN seatText USING (planHash, seat)
            WHERE session.id = NEW.sessionId AND NEW.trial BETWEEN 1 AND seatText.items)
            AND NOT EXISTS (
            SELECT 1 FROM session JOIN trial USING (planHash, seat)
            WHERE session.id = NEW.sessionId AND trial.number = NEW.trial)
        BEGIN
            SELECT RAISE(ABORT, 'the seat of this session has no such trial');
        END;

        CREATE TRIGGER eventUpdate BEFORE UPDATE ON event BEGIN
            SELECT RAISE(ABORT, 'an event never changes');
        END;
        """

    /// Adds them. Events that are there have none, and keep their seals.
    static func registerEventValues(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("19 event values") { db in
            try rebuildEvents(as: eventValues, rules: eventValueRules, db)
        }
    }
}
