import GRDB

/// The tables that hold what people did: sessions, and every table whose rows belong to one.
struct AnswerTables {
    /// Their names, each after those that it refers to.
    let names: [String]
    private let links: [Link]

    /// A column of one of them whose rows belong to a session, directly or by way of other rows.
    private struct Link {
        let child: String
        let column: String
        let parent: String
        let key: String
    }

    /// The tables of the file.
    init(_ db: Database) throws {
        var references: [String: Set<String>] = [:]
        var links: [Link] = []
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT child.name AS child, reference."table" AS parent, reference."from" AS column, reference."to" AS key
                FROM sqlite_schema AS child JOIN pragma_foreign_key_list(child.name) AS reference
                WHERE child.type = 'table'
                """)
        for row in rows {
            let (child, parent): (String, String) = (row["child"], row["parent"])
            references[child, default: []].insert(parent)
            // Where no column is named it is the parent's key.
            let key =
                try row["key"] as String?
                ?? String.fetchOne(
                    db, sql: "SELECT name FROM pragma_table_info(?) WHERE pk = 1", arguments: [parent])
            links.append(Link(child: child, column: row["column"], parent: parent, key: key ?? "rowid"))
        }
        var found: Set = ["session"]
        while true {
            let more = references.filter { !found.contains($0.key) && !$0.value.isDisjoint(with: found) }.map(\.key)
            if more.isEmpty { break }
            found.formUnion(more)
        }
        var names: [String] = []
        while names.count < found.count {
            let waiting = found.subtracting(names)
            let next = waiting.filter { references[$0, default: []].isDisjoint(with: waiting.subtracting([$0])) }
            guard !next.isEmpty else {
                throw StudyStoreError.refused(
                    "study.sqlite has tables of answers that refer to each other in a circle, which dotchi never makes")
            }
            names += next.sorted()
        }
        self.names = names
        self.links = links.filter { found.contains($0.parent) && $0.child != $0.parent }
    }

    /// Deletes a session and all rows that belong to it, also where the references of a damaged store are not looked at.
    ///
    /// - Returns: how many sessions it was: one, or none.
    func delete(session: String, _ db: Database) throws -> Int {
        for name in names.reversed() {
            try db.execute(
                sql: "DELETE FROM main.\(name.quotedDatabaseIdentifier) WHERE \(belongs(name))",
                arguments: ["session": session])
        }
        // The session's own table was the last.
        return db.changesCount
    }

    /// Which rows of a table belong to the session `:session`.
    private func belongs(_ name: String) -> String {
        if name == "session" { return "id = :session" }
        return links.filter { $0.child == name }.map { link in
            let column = link.column.quotedDatabaseIdentifier
            // Also rows of a session that is not there.
            return link.parent == "session" && link.key == "id"
                ? "\(column) = :session"
                : "\(column) IN (SELECT \(link.key.quotedDatabaseIdentifier) FROM "
                    + "main.\(link.parent.quotedDatabaseIdentifier) WHERE \(belongs(link.parent)))"
        }.joined(separator: " OR ")
    }

    /// Writes all rows into new pages and overwrites the old ones.
    ///
    /// `secure_delete` overwrites rows that are deleted and pages that fall free, but SQLite leaves copies of rows in the
    /// unused parts of pages when it moves rows between neighbours, and nothing overwrites these. So the tables are made
    /// again from the rows that are left, with their indices and triggers as they were. It takes time in proportion to
    /// all answers; images, which are most of the file, stay where they are.
    func rewrite(_ db: Database) throws {
        // What is there stays as it is, also where it would no longer be taken in.
        try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
        defer { try? db.execute(sql: "PRAGMA ignore_check_constraints = OFF") }
        let tables = try names.map { try Table($0, db) }
        for table in tables { try table.keep(db) }
        for table in tables.reversed() { try db.execute(sql: "DROP TABLE main.\(table.name)") }
        for table in tables { try table.restore(db) }
        // With SQLITE_ENABLE_STAT4 these hold rows of the tables; ANALYZE makes them again.
        for name in ["sqlite_stat3", "sqlite_stat4"] where try db.tableExists(name) {
            try db.execute(sql: "DROP TABLE main.\(name)")
        }
    }

    /// A table that is made again.
    private struct Table {
        /// Its name in quotes.
        let name: String
        private let kept: String
        private let columns: String
        private let order: String
        /// What makes it, then its indices, then its triggers.
        private let statements: [String]

        init(_ table: String, _ db: Database) throws {
            let info = try Row.fetchAll(
                db, sql: "SELECT name, pk FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid", arguments: [table])
            let key = info.filter { $0["pk"] > 0 }.sorted { ($0["pk"] as Int) < ($1["pk"] as Int) }
            name = table.quotedDatabaseIdentifier
            kept = "temp." + "kept \(table)".quotedDatabaseIdentifier
            columns = info.map { ($0["name"] as String).quotedDatabaseIdentifier }.joined(separator: ", ")
            order = key.map { ($0["name"] as String).quotedDatabaseIdentifier }.joined(separator: ", ")
            statements = try String.fetchAll(
                db,
                sql: """
                    SELECT sql FROM main.sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL
                    ORDER BY type <> 'table', type = 'trigger', rowid
                    """, arguments: [table])
        }

        /// Puts the rows aside, in memory.
        func keep(_ db: Database) throws {
            try db.execute(sql: "CREATE TEMP TABLE \(kept.dropFirst(5)) AS SELECT \(columns) FROM main.\(name)")
        }

        /// Makes the table again, with the rows that were put aside.
        func restore(_ db: Database) throws {
            // Rows of a table without a primary key stand as they did.
            let order = order.isEmpty ? "rowid" : order
            for (place, statement) in statements.enumerated() {
                try db.execute(sql: statement)
                guard place == 0 else { continue }
                try db.execute(
                    sql: "INSERT INTO main.\(name) (\(columns)) SELECT \(columns) FROM \(kept) ORDER BY \(order)")
            }
            try db.execute(sql: "DROP TABLE \(kept)")
        }
    }
}
