import GRDB

extension Schema {
    /// What participants read, by the hash under which a plan's head names it: the language file as it was when the plan was
    /// frozen. Fronts show these and no others, so that nobody reads something else because a file was changed.
    private static let languageTexts = """
        CREATE TABLE languageText (
            sha256 TEXT PRIMARY KEY NOT NULL CHECK (\(isHash("sha256"))),
            json TEXT NOT NULL CHECK (json_valid(json))
        ) STRICT;

        CREATE TRIGGER languageTextUpdate BEFORE UPDATE ON languageText BEGIN
            SELECT RAISE(ABORT, 'the texts of a frozen plan never change');
        END;

        CREATE TRIGGER languageTextDelete BEFORE DELETE ON languageText BEGIN
            SELECT RAISE(ABORT, 'the texts of a frozen plan never change');
        END;
        """

    /// Adds texts of languages. Plans that are there name files, whose texts go in when the plan is made again.
    static func registerLanguageTexts(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("18 language texts", foreignKeyChecks: .immediate) {
            try $0.execute(sql: languageTexts)
        }
    }
}
