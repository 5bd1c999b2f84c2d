import Foundation
import GRDB
import Study

/// Whether the file is sound, and whether its images are what they were.
extension StudyStore {
    /// Reads all of the file but the bytes of images, and looks whether it is sound: pages, indices, rules of columns, and
    /// references from row to row.
    ///
    /// - Parameter most: the most findings that are returned.
    /// - Returns: whether the file could be opened as one that is written to, which sees more than reading alone does.
    /// - Throws: ``StudyStoreError/damaged(path:why:)`` with what is wrong.
    @discardableResult
    package func check(most: Int = 5) throws -> Bool {
        let writable = try writableConnection()
        let found = try StudyStoreError.explained(path: file.path) {
            try (writable ?? queue).read { db in
                // SQLite begins with a line of its own for each database.
                let structure = try String.fetchAll(db, sql: "PRAGMA integrity_check(\(most + 1))")
                    .flatMap { $0.split(separator: "\n").map(String.init) }
                    .filter { $0 != "ok" && !$0.hasPrefix("*** in database") }
                guard structure.isEmpty else { return structure }
                return try Row.fetchAll(
                    db,
                    sql: """
                        SELECT "table" AS child, parent, count(*) AS rows FROM pragma_foreign_key_check
                        GROUP BY "table", parent
                        """
                ).map { row in
                    let (child, parent, rows): (String, String, Int) = (row["child"], row["parent"], row["rows"])
                    return
                        "\(rows.counted("row")) of \(child) \(rows.word("refers", "refer")) to rows of \(parent) that are not there"
                } + Self.incompleteGenerations(db)
            }
        }
        guard found.isEmpty else {
            let more = found.count > most ? ["and more"] : []
            throw StudyStoreError.damaged(
                path: file.path, why: (found.prefix(most) + more).joined(separator: "; "))
        }
        return writable != nil
    }

    /// The generations that were published whole and are not.
    private static func incompleteGenerations(_ db: Database) throws -> [String] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM (
                    SELECT pool.method, pool.condition, generation.number, generation.images, generation.poolId,
                        (SELECT count(*) FROM entry WHERE generationId = generation.id) AS found
                    FROM generation JOIN pool ON pool.id = generation.poolId
                    WHERE generation.publishedAt IS NOT NULL)
                WHERE found <> images ORDER BY poolId, number
                """
        ).map { row in
            let (number, images, found): (Int, Int, Int) = (row["number"], row["images"], row["found"])
            let pool = PoolKey(method: row["method"], condition: row["condition"])
            return "generation \(number) of pool \(pool.name) should have \(images) images and has \(found)"
        }
    }

    /// Compares every image with its record: the bytes with their SHA-256, the size with the PNG's own.
    ///
    /// - Parameter progress: images looked at, and how many there are.
    /// - Returns: the damaged ones, by SHA-256.
    /// - Throws: ``StudyStoreError``, what `progress` throws.
    package func damagedImages(progress: (Int, Int) throws -> Void = { _, _ in }) throws -> [DamagedImage] {
        let total = try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM blob") ?? 0 }
        var (damaged, done, last): ([DamagedImage], Int, String) = ([], 0, "")
        while true {
            // Few at a time: one long reading would keep the log from being emptied.
            let (images, found) = try read { db in
                let images = try Row.fetchAll(
                    db,
                    sql: "SELECT sha256, width, height, bytes FROM blob WHERE sha256 > ? ORDER BY sha256 LIMIT 64",
                    arguments: [last]
                ).map {
                    StoredImage(sha256: $0["sha256"], width: $0["width"], height: $0["height"], png: $0["bytes"])
                }
                let found = try images.compactMap { image in
                    try image.fault.map {
                        DamagedImage(sha256: image.sha256, fault: $0, entries: try Self.entries(of: image.sha256, db))
                    }
                }
                return (images.map(\.sha256), found)
            }
            guard let end = images.last else { return damaged }
            damaged += found
            done += images.count
            last = end
            try progress(done, total)
        }
    }

    private static func entries(of sha256: String, _ db: Database) throws -> [PoolEntry] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT pool.method, pool.condition, generation.number, entry."index" FROM entry
                    JOIN generation ON generation.id = entry.generationId JOIN pool ON pool.id = generation.poolId
                WHERE (entry.blob = ?
                        OR (entry.generationId, entry."index") IN (
                            SELECT itemContext.generationId, itemContext."index" FROM itemContext
                            WHERE itemContext.reference = ?))
                    AND generation.publishedAt IS NOT NULL
                ORDER BY generation.poolId, generation.number, entry."index"
                """, arguments: [sha256, sha256]
        ).map {
            PoolEntry(
                pool: PoolKey(method: $0["method"], condition: $0["condition"]), generation: $0["number"],
                index: $0["index"])
        }
    }

    /// A connection that could write and does not; nil where the file can only be read.
    private func writableConnection() throws -> DatabaseQueue? {
        guard access(file.path, W_OK) == 0, access(file.deletingLastPathComponent().path, W_OK) == 0 else { return nil }
        return try? DatabaseQueue(path: file.path)
    }
}
