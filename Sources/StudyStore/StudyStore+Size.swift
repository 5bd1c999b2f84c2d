import Foundation
import GRDB

/// How large the file is, and how it becomes smaller.
extension StudyStore {
    /// Bytes of the file, and how many of them hold nothing any more.
    package func size() throws -> (bytes: Int, free: Int) {
        try read { db in
            let page = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            let free = try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
            return (pages * page, free * page)
        }
    }

    /// Writes the whole file again without what holds nothing. It takes as long as copying it, and nobody else can write
    /// meanwhile; until the end it needs its new size twice: as a copy and as the log beside the file.
    ///
    /// - Parameter inMemory: whether the copy is made in memory, where no trace of answers stays; else in SQLite's folder for
    ///   temporary files.
    /// - Throws: ``StudyStoreError``; the file is as it was then.
    package func shrink(inMemory: Bool) throws {
        try StudyStoreError.explained(path: file.path) {
            try queue.writeWithoutTransaction { db in
                let before = try Int.fetchOne(db, sql: "PRAGMA temp_store") ?? 0
                try db.execute(sql: "PRAGMA temp_store = \(inMemory ? "MEMORY" : "FILE")")
                defer { try? db.execute(sql: "PRAGMA temp_store = \(before)") }
                try db.execute(sql: "VACUUM")
            }
        }
        try truncateLog()
    }
}
