import GRDB

/// The tables of study.sqlite and the rules they keep, one migration a step of the way of the data.
///
/// A migration that has been released is never changed; what comes later is a new one at the end.
enum Schema {
    /// Marks a SQLite file as dotchi's (the letters `dtch`).
    static let applicationID = 0x6474_6368

    /// All migrations, oldest first.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (name, sql) in [
            ("1 datasets", datasets), ("2 runs", runs), ("3 pools", pools), ("4 plans", plans), ("5 answers", answers),
            ("6 costs", costs), ("7 analysis plans", analysisPlans), ("8 drafts", drafts), ("9 arrivals", arrivals),
        ] {
            migrator.registerMigration(name) { try $0.execute(sql: sql) }
        }
        registerErasures(in: &migrator)
        registerSeals(in: &migrator)
        registerGenerationSeals(in: &migrator)
        registerEventOrder(in: &migrator)
        registerPlanTexts(in: &migrator)
        registerQualified(in: &migrator)
        registerItemContexts(in: &migrator)
        registerLanguageTexts(in: &migrator)
        registerEventValues(in: &migrator)
        registerGrades(in: &migrator)
        registerRefusals(in: &migrator)
        registerTimeouts(in: &migrator)
        registerTickets(in: &migrator)
        registerBoardViews(in: &migrator)
        return migrator
    }

    /// The SQL that holds where `column` is a SHA-256: 64 lower-case hexadecimal digits.
    static func isHash(_ column: String) -> String {
        "length(\(column)) = 64 AND \(column) NOT GLOB '*[^0-9a-f]*'"
    }

    /// The SQL that holds where `column` is a UUID in lower case.
    static func isUUID(_ column: String) -> String {
        "length(\(column)) = 36 AND \(column) NOT GLOB '*[^0-9a-f-]*'"
    }

    /// The SQL that holds where `column` is a time as ISO 8601 writes it, with its zone.
    static func isTime(_ column: String) -> String {
        "\(column) GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]*[Z0-9]' "
            + "AND julianday(\(column)) IS NOT NULL"
    }

    /// The SQL that holds where `column` is a finite number; SQLite itself keeps no NaN.
    static func isFinite(_ column: String) -> String {
        "abs(\(column)) <= 1.7976931348623157e308"
    }
}
