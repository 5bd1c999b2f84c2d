import GRDB

extension Schema {
    /// Why the record of migrations of a store that lacks some is not believed; nil where an older dotchi left it so. The
    /// tables of a migration that is not recorded are not there yet.
    static func misrecorded(_ db: Database) throws -> String? {
        let applied = try migrator.appliedIdentifiers(db)
        let first = migrator.migrations.first { !applied.contains($0) }
        let before = migrator.migrations.prefix { applied.contains($0) }
        if let first, applied.count > before.count {
            return "its record of migrations lacks “\(first)”, and has later ones"
        }
        let blank = try DatabaseQueue()
        if let last = before.last { try migrator.migrate(blank, upTo: last) }
        let known = try blank.read(tables)
        guard let first, let table = try tables(db).first(where: { !known.contains($0) }) else { return nil }
        return "its record of migrations lacks “\(first)”, but the table \(table) is there"
    }

    private static func tables(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT name FROM sqlite_schema
                WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'grdb_migrations' ORDER BY name
                """)
    }
}
