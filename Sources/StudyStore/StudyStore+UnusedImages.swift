import Foundation
import GRDB

/// Images that no generation has, be it as a reference: what a command that was killed left behind. While a generation is
/// damaged none is taken for that: it may be the one that an entry had.
extension StudyStore {
    private static let unused = """
        NOT EXISTS (SELECT 1 FROM entry WHERE entry.blob = blob.sha256)
            AND NOT EXISTS (SELECT 1 FROM itemContext WHERE itemContext.reference = blob.sha256)
        """

    /// How many there are, and their bytes.
    package func unusedImages() throws -> (count: Int, bytes: Int) {
        try read { db in
            let row = try Row.fetchOne(
                db,
                sql: "SELECT count(*) AS images, ifnull(sum(length(bytes)), 0) AS total FROM blob WHERE \(Self.unused)")
            let images: Int = row?["images"] ?? 0
            guard try images > 0 && Self.damagedGenerations(db).isEmpty else { return (0, 0) }
            return (images, row?["total"] ?? 0)
        }
    }

    /// Removes them, a few in a transaction, so that nobody waits long for the file. Their bytes are not overwritten:
    /// they are of generators, not of people.
    ///
    /// - Returns: how many.
    /// - Throws: ``StudyStoreError``.
    @discardableResult
    package func removeUnusedImages() throws -> Int {
        let hashes = try read { db in
            let hashes = try String.fetchAll(db, sql: "SELECT sha256 FROM blob WHERE \(Self.unused)")
            return try hashes.isEmpty || Self.damagedGenerations(db).isEmpty ? hashes : []
        }
        var removed = 0
        for first in stride(from: 0, to: hashes.count, by: 64) {
            try StudyStoreError.explained(path: file.path) {
                try queue.writeWithoutTransaction { db in
                    try db.execute(sql: "PRAGMA secure_delete = OFF")
                    defer { try? db.execute(sql: "PRAGMA secure_delete = ON") }
                    try db.inTransaction(.immediate) {
                        for hash in hashes[first..<min(first + 64, hashes.count)] {
                            try db.execute(
                                sql: "DELETE FROM blob WHERE sha256 = ? AND \(Self.unused)", arguments: [hash])
                            removed += db.changesCount
                        }
                        return .commit
                    }
                }
            }
        }
        return removed
    }
}
