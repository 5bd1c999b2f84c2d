package import Foundation
import GRDB
package import Study

/// What goes with the items that images show.
extension StudyStore {
    /// Puts what goes with items into a generation that is not published yet and has their images, in one transaction. Equal
    /// images are kept once.
    ///
    /// - Throws: ``StudyStoreError``, also where another command has begun to fill this pool since.
    package func add(_ contexts: [ItemContext], to draft: GenerationDraft) throws {
        try write { db in
            try Self.check(draft, db)
            for context in contexts {
                if let reference = context.reference {
                    try db.cachedStatement(
                        sql:
                            "INSERT INTO blob (sha256, width, height, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
                    ).execute(arguments: [reference.sha256, reference.width, reference.height, reference.png])
                }
                try db.cachedStatement(
                    sql: "INSERT INTO itemContext (generationId, \"index\", text, reference) VALUES (?, ?, ?, ?)"
                ).execute(arguments: [draft.id, context.index, context.text, context.reference?.sha256])
            }
        }
    }

    /// What goes with the items of a published generation, by index, without the bytes of references; none for images that
    /// have nothing.
    ///
    /// - Throws: ``StudyStoreError``, also where there is no such generation, or
    ///   ``StudyStoreError/damagedGeneration(path:name:why:)``.
    package func itemContexts(of generation: PoolGeneration) throws -> [ItemContext] {
        try read { db in
            let id = try Self.id(of: generation, db)
            try compare(id, db)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT itemContext."index", itemContext.text, blob.sha256, blob.width, blob.height FROM itemContext
                        LEFT JOIN blob ON blob.sha256 = itemContext.reference
                    WHERE itemContext.generationId = ? ORDER BY itemContext."index"
                    """, arguments: [id]
            ).map { row in
                let sha256: String? = row["sha256"]
                return ItemContext(
                    index: row["index"], text: row["text"],
                    reference: sha256.map { .init(sha256: $0, width: row["width"], height: row["height"], png: nil) })
            }
        }
    }

    /// The PNG of the reference that goes with an image's item, which is byte for byte the one that was recorded; nil where
    /// there is none.
    ///
    /// - Throws: ``StudyStoreError``, also where there is no such generation, ``StudyStoreError/damagedImage(path:entry:)`` or
    ///   ``StudyStoreError/damagedGeneration(path:name:why:)``.
    package func reference(ofItemOf entry: PoolEntry, in generation: PoolGeneration) throws -> Data? {
        let image = try read { db -> StoredImage? in
            let id = try Self.id(of: generation, db)
            try compare(id, db)
            return try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT blob.sha256, blob.width, blob.height, blob.bytes FROM itemContext
                            JOIN blob ON blob.sha256 = itemContext.reference
                        WHERE itemContext.generationId = ? AND itemContext."index" = ?
                        """),
                arguments: [id, entry.index]
            ).map {
                StoredImage(sha256: $0["sha256"], width: $0["width"], height: $0["height"], png: $0["bytes"])
            }
        }
        guard let image else { return nil }
        guard image.isWhole else {
            throw StudyStoreError.damagedImage(path: file.path, entry: "the reference of \(entry.name)")
        }
        return image.png
    }
}
