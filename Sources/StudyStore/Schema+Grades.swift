import GRDB

extension Schema {
    /// Votes with grades: how much better an image is, below 0 the left one, above 0 the right one.
    private static let grades = """
        ALTER TABLE event ADD COLUMN grade INTEGER CHECK (grade IS NULL OR grade BETWEEN -3 AND 3 AND kind IN ('vote', 'practice'));
        """

    /// Adds them. Votes that are there have none, and keep their seals.
    static func registerGrades(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("20 grades") { try $0.execute(sql: grades) }
    }
}
