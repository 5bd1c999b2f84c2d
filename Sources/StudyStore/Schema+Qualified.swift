import GRDB

extension Schema {
    /// That a pseudonym is one person's.
    static let pseudonymRule = """
        DROP TRIGGER IF EXISTS pseudonymInsert;

        CREATE TRIGGER pseudonymInsert BEFORE INSERT ON pseudonym
        WHEN EXISTS (
            SELECT 1 FROM pseudonym JOIN session ON session.id = pseudonym.sessionId
            WHERE pseudonym.person = NEW.person
                AND session.participant IS NOT (SELECT participant FROM session WHERE id = NEW.sessionId))
        BEGIN
            SELECT RAISE(IGNORE);
        END;
        """

    /// The rules that read two tables at once, with each column named together with its table: a column `person` that a
    /// researcher adds to `session` made the name ambiguous, and no session could be taken in any more.
    static let qualified = """
        \(pseudonymRule)

        DROP TRIGGER IF EXISTS sessionPseudonym;

        CREATE TRIGGER sessionPseudonym AFTER INSERT ON session WHEN NOT NEW.simulated BEGIN
            \(Array(repeating: naming("NEW.id", isQualified: true), count: attempts).joined(separator: "\n"))
        END;

        DROP TRIGGER IF EXISTS eventTrial;

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
        """

    /// Makes these rules once more, so.
    static func registerQualified(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("16 qualified rules", foreignKeyChecks: .immediate) {
            try $0.execute(sql: qualified)
        }
    }
}
