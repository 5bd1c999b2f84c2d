import GRDB

extension Schema {
    /// Who did not take part, because they declined or were screened out: a count and no more. The hash of the session's id,
    /// which is random, counts nobody twice and keeps what the session may have had from being taken in later.
    private static let refusals = """
        CREATE TABLE refusal (
            hash TEXT PRIMARY KEY NOT NULL CHECK (\(isHash("hash"))),
            planHash TEXT NOT NULL REFERENCES "plan" (hash),
            front TEXT NOT NULL CHECK (front <> ''),
            reason TEXT NOT NULL CHECK (reason <> '')
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX refusalOfPlan ON refusal (planHash, front, reason);
        """

    /// Adds them.
    static func registerRefusals(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("21 refusals", foreignKeyChecks: .immediate) { try $0.execute(sql: refusals) }
    }
}
