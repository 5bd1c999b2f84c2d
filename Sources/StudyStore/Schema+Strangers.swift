import GRDB

extension Schema {
    /// What an error comes from that SQLite has with the schema itself, or with a rule in it: what dotchi asks is always the
    /// same.
    struct Strangers {
        /// Whether a table or a column that dotchi made is gone.
        private(set) var isPartLost = false
        /// What other programs put into the schema and the error seems to be about, by type and name.
        private(set) var blamed: [Named] = []
        /// Whether it is a rule of theirs that was broken: of a column, its name is not what is in the way.
        private(set) var isOfRule = false

        /// Looks for them in the file at `path`, which is not open; nil for an error that is not of that kind.
        init?(_ error: DatabaseError, path: String) {
            var configuration = Configuration()
            configuration.readonly = true
            guard Self.isOfKind(error), let queue = try? DatabaseQueue(path: path, configuration: configuration),
                let strangers = try? queue.read({ Self(error, $0) })
            else { return nil }
            self = strangers
        }

        /// Looks for them; nil for an error that is not of that kind.
        init?(_ error: DatabaseError, _ db: Database) {
            guard Self.isOfKind(error) else { return nil }
            isOfRule = error.resultCode == .SQLITE_CONSTRAINT
            // What cannot be looked at is not named.
            guard let schema = try? Compared(db) else { return }
            isPartLost = schema.isPartLost
            let message = error.message ?? ""
            let found =
                isOfRule
                ? schema.owners(ofRule: error, message) : schema.owners(ofName: message.lowercased(), error)
            blamed = found.sorted { ($0.type, $0.name, $0.table) < ($1.type, $1.name, $1.table) }
        }

        private static func isOfKind(_ error: DatabaseError) -> Bool {
            [.SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode)
        }

        /// The statements that take them out of the way.
        var remedies: String {
            blamed.map { named in
                isOfRule && named.type == "column"
                    ? "ALTER TABLE \(named.table.quotedDatabaseIdentifier) DROP COLUMN "
                        + named.name.quotedDatabaseIdentifier : named.remedy
            }.joined(separator: "; ")
        }
    }
}

extension Schema.Strangers {
    /// A schema beside the one that dotchi makes.
    struct Compared {
        let own: [String: Schema.Named]
        let found: [String: Schema.Named]
        /// Columns of others in tables of dotchi's.
        let added: [Schema.Named]
        /// Triggers and views of others.
        let others: [Schema.Named]
        let isPartLost: Bool
        let db: Database

        init(_ db: Database) throws {
            self.db = db
            let applied = try Schema.migrator.appliedIdentifiers(db)
            let last = Schema.migrator.migrations.prefix { applied.contains($0) }.last
            let isLatest = last == Schema.migrator.migrations.last
            let (own, ownColumns) = try isLatest ? Self.latest.get() : Self.made(upTo: last)
            let (found, foundColumns) = (try Schema.objects(db), try Schema.columns(db))
            isPartLost =
                last != nil
                && (own.contains { $0.value.type == "table" && found[$0.key]?.type != "table" }
                    || ownColumns.keys.contains { foundColumns[$0] == nil })
            added = foundColumns.filter { ownColumns[$0.key] == nil && own[$0.value.table.lowercased()] != nil }
                .map(\.value)
            others = found.filter { own[$0.key] == nil && ["trigger", "view"].contains($0.value.type) }.map(\.value)
            (self.own, self.found) = (own, found)
        }

        /// What dotchi makes, up to a migration.
        private static func made(
            upTo last: String?
        ) throws -> (objects: [String: Schema.Named], columns: [String: Schema.Named]) {
            let blank = try DatabaseQueue()
            if let last { try Schema.migrator.migrate(blank, upTo: last) }
            return try blank.read { (try Schema.objects($0), try Schema.columns($0)) }
        }

        /// The schema of today: of many answers that a rule refuses each is looked at.
        private static let latest = Result { try made(upTo: Schema.migrator.migrations.last) }

        /// Whose a name is that SQLite does not find, or finds twice, by its message in lower case.
        func owners(ofName message: String, _ error: DatabaseError) -> [Schema.Named] {
            let asked = error.sql?.lowercased() ?? ""
            // As `no such table: main.nowhere`, `ambiguous column name: person`, `error in view mine: no such column: a`.
            let subject = message.split { $0 == "." || $0 == " " }.last.map(String.init) ?? message
            let guesses: [[Schema.Named]] = [
                added.filter {
                    message.hasSuffix(": \($0.name.lowercased())") && asked.contains($0.table.lowercased())
                },
                added.filter { message.hasSuffix(": \($0.name.lowercased())") },
                others.filter { message.hasPrefix("error in \($0.type) \($0.name.lowercased())") },
                others.filter { $0.sql?.lowercased().contains(subject) == true },
                others.filter { $0.type == "trigger" },
            ]
            return guesses.first { !$0.isEmpty } ?? []
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
        return blaming(strangers, why, path: path) ?? .inTheWay(path: path, what: nil, sql: nil, why: why)
    }

    /// The error that `strangers` are; nil where nothing is blamed.
    static func blaming(_ strangers: Schema.Strangers?, _ why: String, path: String) -> Self? {
        guard let strangers, !strangers.blamed.isEmpty else { return nil }
        return .inTheWay(
            path: path, what: strangers.blamed.map(\.words).joined(separator: ", "), sql: strangers.remedies, why: why)
    }
}
