import GRDB

extension Schema.Strangers.Compared {
    /// Whose a rule is that a change breaks, by SQLite's message; nothing where it is dotchi's own.
    func owners(ofRule error: DatabaseError, _ message: String) -> [Schema.Named] {
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_TRIGGER: triggers(raising: message)
        case .SQLITE_CONSTRAINT_CHECK: owners(ofCheck: Self.subject(of: message), error)
        case .SQLITE_CONSTRAINT_FOREIGNKEY: (try? referring()) ?? []
        default: owners(ofPlace: Self.subject(of: message), error)
        }
    }

    /// What follows the first colon: `UNIQUE constraint failed: log.id, log.turn`; or the last word, as in `cannot store TEXT
    /// value in INTEGER column log.id`.
    private static func subject(of message: String) -> String {
        guard let colon = message.firstRange(of: ": ") else {
            return message.split(separator: " ").last.map(String.init) ?? message
        }
        return String(message[colon.upperBound...])
    }

    /// The triggers of others that raise an error of these words; none where one of dotchi's does.
    private func triggers(raising message: String) -> [Schema.Named] {
        let text = message.replacing("'", with: "''")
        func raises(_ named: Schema.Named) -> Bool { named.type == "trigger" && named.sql?.contains(text) == true }
        return own.values.contains(where: raises) ? [] : others.filter(raises)
    }

    /// The triggers of others that name a table.
    private func triggers(naming table: String) -> [Schema.Named] {
        others.filter { $0.type == "trigger" && $0.sql.map { Self.words($0).contains(table.lowercased()) } == true }
    }

    private static func words(_ sql: String) -> Set<String> {
        Set(sql.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
    }

    /// Who put a rule on columns, given as `TABLE.COLUMN, TABLE.COLUMN` or `index 'NAME'`.
    private func owners(ofPlace place: String, _ error: DatabaseError) -> [Schema.Named] {
        if let name = place.wholeMatch(of: /index '(.*)'/).map({ String($0.1).lowercased() }) {
            return own[name] == nil ? found[name].map { [$0] } ?? [] : []
        }
        let parts = place.split(separator: ", ").map { $0.split(separator: ".", maxSplits: 1).map(String.init) }
        guard let table = parts.first?.first, parts.allSatisfy({ $0.count == 2 }) else { return [] }
        let columns = parts.map { $0[1].lowercased() }
        if own[table.lowercased()]?.type == "table" {
            let theirs = added.filter {
                $0.table.lowercased() == table.lowercased() && columns.contains($0.name.lowercased())
            }
            let indices = (try? uniqueIndices(of: table, on: columns)) ?? []
            if !indices.isEmpty || !theirs.isEmpty { return indices.isEmpty ? theirs : indices }
            // One of dotchi's, which a trigger of others may have broken that writes there.
            let asked = Self.words(error.sql ?? "")
            return asked.contains(table.lowercased()) ? [] : triggers(naming: table)
        }
        return triggers(naming: table)
    }

    /// The unique indices of others on these columns of a table; none where dotchi has one on the same.
    private func uniqueIndices(of table: String, on columns: [String]) throws -> [Schema.Named] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT list.name, (SELECT group_concat(lower(name), ' ') FROM pragma_index_info(list.name))
                FROM pragma_index_list(?) AS list WHERE list."unique"
                """, arguments: [table])
        let names = rows.filter { row in
            (row[1] as String?).map { Set($0.split(separator: " ").map(String.init)) == Set(columns) } == true
        }.map { ($0[0] as String).lowercased() }
        // Those that tables make for themselves are among no objects.
        guard names.allSatisfy({ own[$0] == nil && found[$0] != nil }) else { return [] }
        return names.compactMap { found[$0] }
    }

    /// Who put a check of these words there.
    private func owners(ofCheck words: String, _ error: DatabaseError) -> [Schema.Named] {
        func has(_ named: Schema.Named) -> Bool { named.type == "table" && named.sql?.contains(words) == true }
        let ownPlaces = own.values.filter(has).map { $0.name.lowercased() }
        if !ownPlaces.isEmpty {
            let asked = Self.words(error.sql ?? "")
            return asked.isDisjoint(with: ownPlaces) ? Array(Set(ownPlaces.flatMap(triggers(naming:)))) : []
        }
        let places = Set(found.values.filter(has).map { $0.name.lowercased() })
        let columns = added.filter { places.contains($0.table.lowercased()) }
        let named = columns.filter { Self.words(words).contains($0.name.lowercased()) }
        if !columns.isEmpty { return named.isEmpty ? columns : named }
        return Array(Set(places.flatMap(triggers(naming:))))
    }

    /// The columns of others that refer to rows of a table, and triggers of others, which may write such.
    private func referring() throws -> [Schema.Named] {
        let columns = try added.filter { column in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM pragma_foreign_key_list(?) WHERE lower(\"from\") = lower(?))",
                arguments: [column.table, column.name]) == true
        }
        let tables = try found.values.filter { table in
            guard table.type == "table", own[table.name.lowercased()] == nil else { return false }
            return try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM pragma_foreign_key_list(?))", arguments: [table.name]) == true
        }.map(\.name)
        return columns.isEmpty ? Array(Set(tables.flatMap(triggers(naming:)))) : columns
    }
}
