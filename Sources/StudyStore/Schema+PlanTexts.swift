import GRDB

extension Schema {
    /// What the hash of a plan was taken of, byte for byte: its head, and each seat by itself with its own hash. The trials
    /// of a plan that has them stand in the texts of its seats; plans of before keep theirs in `trial`.
    static let planTexts = """
        CREATE TABLE planHead (
            planHash TEXT PRIMARY KEY NOT NULL REFERENCES plan (hash),
            text TEXT NOT NULL CHECK (json_valid(text))
        ) STRICT;

        CREATE TABLE seatText (
            planHash TEXT NOT NULL,
            seat INTEGER NOT NULL,
            items INTEGER NOT NULL CHECK (items >= 0),
            sha256 TEXT NOT NULL CHECK (\(isHash("sha256"))),
            text TEXT NOT NULL CHECK (json_valid(text)),
            PRIMARY KEY (planHash, seat),
            FOREIGN KEY (planHash, seat) REFERENCES seat (planHash, number)
        ) STRICT;
        \(["planHead", "seatText"].map(frozen).joined())

        DROP TRIGGER eventTrial;

        CREATE TRIGGER eventTrial BEFORE INSERT ON event
        WHEN NEW.trial IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM session JOIN seatText USING (planHash, seat)
            WHERE session.id = NEW.sessionId AND NEW.trial BETWEEN 1 AND items)
            AND NOT EXISTS (
            SELECT 1 FROM session JOIN trial USING (planHash, seat)
            WHERE session.id = NEW.sessionId AND trial.number = NEW.trial)
        BEGIN
            SELECT RAISE(ABORT, 'the seat of this session has no such trial');
        END;
        """

    /// Adds texts of plans. Plans that are there keep their rows.
    static func registerPlanTexts(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("15 plan texts", foreignKeyChecks: .immediate) { try $0.execute(sql: planTexts) }
    }
}
