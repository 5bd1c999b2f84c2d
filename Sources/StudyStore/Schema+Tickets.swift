import GRDB

extension Schema {
    /// Who was let in by a collector: one row a session that it gave a seat, also where nothing was answered yet. Of the session's
    /// id and of its secret there are hashes alone, so that a row tells nothing of a person who was erased.
    private static let tickets = """
        CREATE TABLE ticket (
            hash TEXT NOT NULL PRIMARY KEY CHECK (\(isHash("hash"))),
            planHash TEXT NOT NULL REFERENCES plan (hash),
            seat INTEGER NOT NULL CHECK (seat >= 1),
            secret TEXT NOT NULL CHECK (\(isHash("secret"))),
            issuedAt TEXT NOT NULL CHECK (\(isTime("issuedAt"))),
            outcome TEXT CHECK (outcome IN ('finished', 'screened_out', 'declined', 'failed_checks', 'stopped'))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX ticketByPlan ON ticket (planHash, seat);
        """

    /// Adds them.
    static func registerTickets(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("23 tickets") { try $0.execute(sql: tickets) }
    }
}
