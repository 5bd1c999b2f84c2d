import GRDB

extension Schema {
    /// Events in the order in which votes are read: those of a session stand beside each other, so that reading it takes one
    /// walk over some pages instead of a search for each event by its random id. A table that refers to events names their
    /// id: `REFERENCES event (id)`.
    ///
    /// - Parameters:
    ///   - name: what the table is called as long as the one of before is there.
    ///   - own: further columns that another program added, with a comma before each.
    private static func eventOrder(_ name: String, own: String) -> String {
        """
        CREATE TABLE \(name) (
            id TEXT NOT NULL CHECK (\(isUUID("id"))),
            sessionId TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            milliseconds INTEGER NOT NULL CHECK (milliseconds >= 0),
            kind TEXT NOT NULL CHECK (kind IN (
                'consent', 'shown', 'vote', 'undo', 'answer', 'blur', 'focus', 'image_failed', 'finish')),
            trial INTEGER,
            choice TEXT CHECK (choice IN ('left', 'right', 'tie')),
            responseMilliseconds INTEGER CHECK (responseMilliseconds >= 0),
            render TEXT CHECK (render <> ''),
            shownPixels INTEGER CHECK (shownPixels >= 0)\(own),
            CHECK (kind <> 'vote' OR (trial IS NOT NULL AND choice IS NOT NULL)),
            PRIMARY KEY (sessionId, milliseconds, id)
        ) STRICT, WITHOUT ROWID;
        """
    }

    private static let eventRules = """
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
    /// away would empty tables of others that refer to it. Columns, indices and triggers of others on events stay too; of a
    /// column its name, type, default and values.
    static func registerEventOrder(in migrator: inout DatabaseMigrator) {
        migrator = migrator.disablingDeferredForeignKeyChecks()
        migrator.registerMigration(eventOrderName) { db in
            try rebuildEvents(as: eventOrder, rules: eventRules, db)
        }
    }

    /// Makes the table of events once more, as `table` has it, with `rules`.
    ///
    /// - Parameters:
    ///   - table: the statement that makes it, by its name and the further columns of others with a comma before each.
    ///   - later: the columns that the table had got since its first version.
    static func rebuildEvents(
        as table: (_ name: String, _ own: String) -> String, rules: String, later: [String] = [], _ db: Database
    ) throws {
        // The legacy renaming looks at no views of others, which have no table to read just then.
        let settings = ["ignore_check_constraints", "legacy_alter_table"]
        for setting in settings { try db.execute(sql: "PRAGMA \(setting) = ON") }
        defer { for setting in settings { try? db.execute(sql: "PRAGMA \(setting) = OFF") } }
        let others = try String.fetchAll(
            db,
            sql: """
                SELECT sql FROM sqlite_schema WHERE tbl_name = 'event' AND sql IS NOT NULL
                    AND (type = 'index' AND name NOT IN ('eventOnSession', 'eventOnID')
                        OR type = 'trigger' AND name NOT IN ('eventTrial', 'eventUpdate'))
                ORDER BY type, rowid
                """)
        let own = try ownColumns(db, beside: eventColumns + later)
        let columns = (eventColumns + later + own.map(\.name)).joined(separator: ", ")
        var name = "eventBySession"
        while try isTaken(name, db) { name += "_" }
        try db.execute(
            sql: """
                \(table(name, own.map { ",\n    \($0.definition)" }.joined()))
                INSERT INTO \(name) (\(columns)) SELECT \(columns) FROM event ORDER BY sessionId, milliseconds, id;
                DROP TABLE event;
                ALTER TABLE \(name) RENAME TO event;
                \(rules)
                """)
        for sql in others { try db.execute(sql: sql) }
    }

    /// The name of that migration.
    static let eventOrderName = "14 events by session"

    /// What keeps events from being put into that order: a column that is computed, which no table can be given its values of.
    static func obstacleOfEventOrder(_ db: Database, path: String) throws -> StudyStoreError? {
        // The last one first: others may be computed from the earlier ones.
        let name = try String.fetchOne(
            db, sql: "SELECT name FROM pragma_table_xinfo('event') WHERE hidden > 0 ORDER BY cid DESC")
        guard let name else { return nil }
        // SQLite drops no column that something else names.
        let users = try Row.fetchAll(
            db,
            sql: """
                SELECT type, name FROM sqlite_schema
                WHERE (type IN ('index', 'trigger') AND tbl_name = 'event' OR type = 'view')
                    AND instr(lower(sql), lower(?)) > 0 AND name NOT IN ('eventOnSession', 'eventTrial', 'eventUpdate')
                ORDER BY type DESC, rowid
                """, arguments: [name])
        let drops = users.map { row in
            "DROP \((row[0] as String).uppercased()) \((row[1] as String).quotedDatabaseIdentifier); "
        }
        return .notBroughtUpToDate(
            path: path,
            why: "its table event has a computed column “\(name)” that is not dotchi's and would be lost",
            sql: drops.joined() + "ALTER TABLE event DROP COLUMN \(name.quotedDatabaseIdentifier)")
    }

    private static let eventColumns = [
        "id", "sessionId", "milliseconds", "kind", "trial", "choice", "responseMilliseconds", "render", "shownPixels",
    ]

    /// The columns of events that another program added.
    private static func ownColumns(
        _ db: Database, beside columns: [String]
    ) throws -> [(name: String, definition: String)] {
        let known = Set(columns.map { $0.lowercased() })
        let types: Set = ["INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY"]
        return try Row.fetchAll(
            db, sql: "SELECT name, type, dflt_value FROM pragma_table_xinfo('event') WHERE hidden = 0 ORDER BY cid"
        ).compactMap { row in
            let (name, type, usual): (String, String, String?) = (row[0], row[1], row[2])
            guard !known.contains(name.lowercased()) else { return nil }
            let quoted = name.quotedDatabaseIdentifier
            let ownType = types.contains(type.uppercased()) ? type : "ANY"
            return (quoted, "\(quoted) \(ownType)\(usual.map { " DEFAULT (\($0))" } ?? "")")
        }
    }

    private static func isTaken(_ name: String, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE lower(name) = lower(?))", arguments: [name])
            == true
    }
}
