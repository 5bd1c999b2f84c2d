import GRDB

extension Schema {
    /// Events in the order in which votes are read: those of a session stand beside each other, so that reading it takes one
    /// walk over some pages instead of a search for each event by its random id. A table that refers to events names their
    /// id: `REFERENCES event (id)`.
    static let eventOrder = """
        CREATE TABLE eventBySession (
            id TEXT NOT NULL CHECK (\(isUUID("id"))),
            sessionId TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            milliseconds INTEGER NOT NULL CHECK (milliseconds >= 0),
            kind TEXT NOT NULL CHECK (kind IN (
                'consent', 'shown', 'vote', 'undo', 'answer', 'blur', 'focus', 'image_failed', 'finish')),
            trial INTEGER,
            choice TEXT CHECK (choice IN ('left', 'right', 'tie')),
            responseMilliseconds INTEGER CHECK (responseMilliseconds >= 0),
            render TEXT CHECK (render <> ''),
            shownPixels INTEGER CHECK (shownPixels >= 0),
            CHECK (kind <> 'vote' OR (trial IS NOT NULL AND choice IS NOT NULL)),
            PRIMARY KEY (sessionId, milliseconds, id)
        ) STRICT, WITHOUT ROWID;

        INSERT INTO eventBySession SELECT * FROM event ORDER BY sessionId, milliseconds, id;

        DROP TABLE event;

        ALTER TABLE eventBySession RENAME TO event;

        CREATE UNIQUE INDEX eventOnID ON event (id);

        CREATE TRIGGER eventTrial BEFORE INSERT ON event
        WHEN NEW.trial IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM session JOIN trial USING (planHash, seat)
            WHERE session.id = NEW.sessionId AND trial.number = NEW.trial)
        BEGIN
            SELECT RAISE(ABORT, 'the seat of this session has no such trial');
        END;

        CREATE TRIGGER eventUpdate BEFORE UPDATE ON event BEGIN
            SELECT RAISE(ABORT, 'an event never changes');
        END;
        """

    /// Puts events into that order; no value changes, so that every session keeps its seal.
    ///
    /// What is there stays as it is, also where it would no longer be taken in: rows that break a rule, or refer to none that
    /// is there, which `dotchi doctor` names. With foreign keys on, these would stop the migration, and taking the old table
    /// away would empty tables of others that refer to it.
    static func registerEventOrder(in migrator: inout DatabaseMigrator) {
        migrator = migrator.disablingDeferredForeignKeyChecks()
        migrator.registerMigration("14 events by session") { db in
            // The legacy renaming looks at no views of others, which have no table to read just then.
            let rules = ["ignore_check_constraints", "legacy_alter_table"]
            for rule in rules { try db.execute(sql: "PRAGMA \(rule) = ON") }
            defer { for rule in rules { try? db.execute(sql: "PRAGMA \(rule) = OFF") } }
            try db.execute(sql: eventOrder)
        }
    }
}
