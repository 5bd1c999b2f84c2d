extension Schema {
    /// When the store first took answers of a session. Sessions of stores older than this table have no row.
    static let arrivals = """
        CREATE TABLE arrival (
            sessionId TEXT PRIMARY KEY NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            receivedAt TEXT NOT NULL CHECK (\(isTime("receivedAt")))
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER arrivalUpdate BEFORE UPDATE ON arrival
        WHEN NEW.sessionId <> OLD.sessionId OR NEW.receivedAt >= OLD.receivedAt
        BEGIN
            SELECT RAISE(ABORT, 'an arrival only becomes an earlier one');
        END;
        """
}
