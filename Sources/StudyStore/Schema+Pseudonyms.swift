import GRDB

extension Schema {
    /// The names under which people and sessions stand in what others see: random, and the same as long as a study keeps
    /// the session. Sessions of one participant have one name of the person; a session that names no participant has
    /// none, and is its own person. Simulated people are nobody and need no other name.
    static let pseudonyms = """
        CREATE TABLE pseudonym (
            sessionId TEXT PRIMARY KEY NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            session TEXT NOT NULL UNIQUE CHECK (session GLOB 's-????????'),
            person TEXT CHECK (person GLOB 'p-????????')
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX pseudonymOnPerson ON pseudonym (person);

        CREATE TRIGGER pseudonymInsert BEFORE INSERT ON pseudonym
        WHEN EXISTS (
            SELECT 1 FROM pseudonym JOIN session ON session.id = sessionId
            WHERE person = NEW.person
                AND participant IS NOT (SELECT participant FROM session WHERE id = NEW.sessionId))
        BEGIN
            SELECT RAISE(IGNORE);
        END;

        CREATE TRIGGER pseudonymUpdate BEFORE UPDATE ON pseudonym BEGIN
            SELECT RAISE(ABORT, 'a pseudonym never changes');
        END;

        CREATE TRIGGER sessionPseudonym AFTER INSERT ON session WHEN NOT NEW.simulated BEGIN
            \(Array(repeating: naming("NEW.id"), count: attempts).joined(separator: "\n"))
        END;
        """

    /// Gives a session its names, as the trigger does.
    static func name(session id: String, _ db: Database) throws {
        for _ in 0..<attempts { try db.execute(sql: naming("?", isQualified: true), arguments: [id]) }
    }

    /// A name that is taken is passed over. The chance that another attempt fails too is less than one in 10^18.
    static let attempts = 3

    /// The SQL that gives a session its names where it has none yet.
    ///
    /// - Parameter isQualified: whether each column is named with its table, as in ``qualified``.
    static func naming(_ id: String, isQualified: Bool = false) -> String {
        let (person, session) = isQualified ? ("pseudonym.person", "pseudonym.sessionId") : ("person", "sessionId")
        return
            """
            INSERT OR IGNORE INTO pseudonym (sessionId, session, person)
                SELECT own.id, 's-' || \(letters), CASE WHEN own.participant IS NOT NULL THEN ifnull(
                    (SELECT \(person) FROM session AS other JOIN pseudonym ON \(session) = other.id
                        WHERE other.participant = own.participant AND NOT other.simulated LIMIT 1),
                    'p-' || \(letters)) END
                FROM session AS own WHERE own.id = \(id);
            """
    }

    /// Eight letters and digits at random, without those that are easily taken for others.
    private static let letters = Array(
        repeating: "substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1)", count: 8
    ).joined(separator: " || ")
}
