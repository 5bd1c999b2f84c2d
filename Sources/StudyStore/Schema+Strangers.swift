import GRDB

extension Schema {
    /// What an error that SQLite has with the schema itself comes from: what dotchi asks is always the same.
    struct Strangers {
        /// Whether a table or a column that dotchi made is gone.
        var isPartLost = false
        /// What other programs put into the schema and the error seems to be about, by type and name.
        var blamed: [Named] = []

        /// Looks for them in the file at `path`, which is not open.
        init?(_ error: DatabaseError, path: String) {
            var configuration = Configuration()
            configuration.readonly = true
            guard let queue = try? DatabaseQueue(path: path, configuration: configuration),
                let strangers = try? queue.read({ Self(error, $0) })
            else { return nil }
            self = strangers
        }

        /// Looks for them.
        init(_ error: DatabaseError, _ db: Database) {
            // What cannot be looked at is not named.
            try? look((error.message ?? "").lowercased(), asked: error.sql?.lowercased() ?? "", db)
        }

        private mutating func look(_ message: String, asked: String, _ db: Database) throws {
            let applied = try Schema.migrator.appliedIdentifiers(db)
            let blank = try DatabaseQueue()
            guard let last = Schema.migrator.migrations.prefix(while: { applied.contains($0) }).last else { return }
            try Schema.migrator.migrate(blank, upTo: last)
            let (own, ownColumns) = try blank.read { (try Schema.objects($0), try Schema.columns($0)) }
            let (found, foundColumns) = (try Schema.objects(db), try Schema.columns(db))
            isPartLost =
                own.contains { $0.value.type == "table" && found[$0.key]?.type != "table" }
                || ownColumns.keys.contains { foundColumns[$0] == nil }
            let added = foundColumns.filter { ownColumns[$0.key] == nil && own[$0.value.table.lowercased()] != nil }
            let others = found.filter { own[$0.key] == nil && ["trigger", "view"].contains($0.value.type) }
            // As `no such table: main.nowhere`, `ambiguous column name: person`, `error in view mine: no such column: a`.
            let subject = message.split { $0 == "." || $0 == " " }.last.map(String.init) ?? message
            let guesses: [[Named]] = [
                added.values.filter {
                    message.hasSuffix(": \($0.name.lowercased())") && asked.contains($0.table.lowercased())
                },
                added.values.filter { message.hasSuffix(": \($0.name.lowercased())") },
                others.values.filter { message.hasPrefix("error in \($0.type) \($0.name.lowercased())") },
                others.values.filter { $0.sql?.lowercased().contains(subject) == true },
                others.values.filter { $0.type == "trigger" },
            ]
            blamed = (guesses.first { !$0.isEmpty } ?? [])
                .sorted { ($0.type, $0.name, $0.table) < ($1.type, $1.name, $1.table) }
        }
    }
}

extension StudyStoreError {
    /// What SQLite's general error means: what dotchi asks is always the same, so that names in the schema have changed. It
    /// has the same number for a header or a value that is damaged.
    static func ofSchema(_ why: String, path: String, _ strangers: Schema.Strangers?) -> Self {
        let ofNames = [
            "no such ", "ambiguous ", "error in ", "table ", "near ", "unsafe use ", "wrong number of arguments ",
            "too many levels of trigger recursion",
        ]
        guard ofNames.contains(where: why.hasPrefix) else {
            return .damaged(path: path, why: "SQLite says: \(why)")
        }
        if strangers?.isPartLost == true {
            return .damaged(path: path, why: "its tables are not those that dotchi made (\(why))")
        }
        let blamed = strangers?.blamed ?? []
        guard !blamed.isEmpty else { return .inTheWay(path: path, what: nil, sql: nil, why: why) }
        return .inTheWay(
            path: path, what: blamed.map(\.words).joined(separator: ", "),
            sql: blamed.map(\.remedy).joined(separator: "; "), why: why)
    }
}
