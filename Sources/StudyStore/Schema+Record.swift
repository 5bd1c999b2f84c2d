import GRDB

extension Schema {
    /// Why a store that lacks migrations cannot be brought up to date; nil where it can, or lacks none.
    ///
    /// Either its record is not believed, since what a migration makes is there as dotchi makes it; or something of another
    /// program has a name that a migration needs. Other tables, views, indices, triggers and columns of others are no obstacle.
    ///
    /// - Parameter isWriting: whether migrations are made; one that is missing among others is made again then.
    static func obstacle(_ db: Database, path: String, isWriting: Bool) throws -> StudyStoreError? {
        let applied = try migrator.appliedIdentifiers(db)
        guard let first = migrator.migrations.first(where: { !applied.contains($0) }) else { return nil }
        let before = migrator.migrations.prefix { applied.contains($0) }
        let lack = "its record of migrations lacks “\(first)”"
        if applied.count > before.count {
            return isWriting ? nil : .damaged(path: path, why: "\(lack), and has later ones")
        }
        let found = try objects(db)
        guard !found.isEmpty else { return nil }
        let blank = try DatabaseQueue()
        if let last = before.last { try migrator.migrate(blank, upTo: last) }
        let (known, knownColumns) = try blank.read { (try objects($0), try columns($0)) }
        try migrator.migrate(blank)
        let (needed, neededColumns) = try blank.read { (try objects($0), try columns($0)) }
        for (key, object) in found.sorted(by: { $0.key < $1.key }) where known[key] == nil {
            guard let own = needed[key] else { continue }
            if object.type == "table", object.sql == own.sql {
                return .damaged(path: path, why: "\(lack), but the table \(object.name) is there")
            }
            // It goes with the table that is made again, and an index holds nothing.
            if object.type == "index", object.table == "event" { continue }
            return object.obstacle(path)
        }
        for (key, column) in try columns(db).sorted(by: { $0.key < $1.key })
        where knownColumns[key] == nil && neededColumns[key] != nil {
            return column.obstacle(path)
        }
        return applied.contains(timeoutsName) ? nil : try obstacleOfEventOrder(db, path: path)
    }

    /// What has a name in a store.
    struct Named: Hashable {
        /// As SQLite calls it: `table`, `index`, `view`, `trigger`; or `column`.
        var type: String
        var name: String
        /// The table that it belongs to.
        var table: String
        /// What makes it.
        var sql: String?

        /// That a store cannot be brought up to date because of this.
        func obstacle(_ path: String) -> StudyStoreError {
            .notBroughtUpToDate(
                path: path, why: "it has \(words) that is not dotchi's, and this dotchi makes one of that name",
                sql: remedy)
        }

        /// What it is, in words.
        var words: String {
            switch type {
            case "column": "a column “\(name)” in its table \(table)"
            case "index": "an index “\(name)”"
            default: "a \(type) “\(name)”"
            }
        }

        /// The statement that takes it out of the way, with as little lost as can be.
        var remedy: String {
            let (own, place) = (name.quotedDatabaseIdentifier, table.quotedDatabaseIdentifier)
            let other = "\(name)_own".quotedDatabaseIdentifier
            return switch type {
            case "table": "ALTER TABLE \(own) RENAME TO \(other)"
            case "column": "ALTER TABLE \(place) RENAME COLUMN \(own) TO \(other)"
            default: "DROP \(type.uppercased()) \(own)"
            }
        }
    }

    /// Tables, views, indices and triggers; tables, views and indices have one space of names, in which case does not count.
    static func objects(_ db: Database) throws -> [String: Named] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT type, name, tbl_name, sql FROM sqlite_schema
                WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'grdb_migrations'
                """)
        return Dictionary(
            rows.map { row in
                let named = Named(type: row[0], name: row[1], table: row[2], sql: row[3])
                return ("\(named.type == "trigger" ? "trigger " : "")\(named.name.lowercased())", named)
            }
        ) { first, _ in first }
    }

    /// The columns of all tables.
    static func columns(_ db: Database) throws -> [String: Named] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT place.name, own.name FROM sqlite_schema AS place JOIN pragma_table_xinfo(place.name) AS own
                WHERE place.type = 'table' AND place.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                """)
        return Dictionary(
            rows.map { row in
                let (table, name): (String, String) = (row[0], row[1])
                return ("\(table.lowercased()) \(name.lowercased())", Named(type: "column", name: name, table: table))
            }
        ) { first, _ in first }
    }
}
