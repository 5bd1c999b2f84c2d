import GRDB
package import Study

extension StudyStore {
    /// The names of a published generation's images by index: of imported files without folder and ending, nil of images
    /// that were generated.
    ///
    /// - Throws: ``StudyStoreError``, also where there is no such generation, or
    ///   ``StudyStoreError/damagedGeneration(path:name:why:)``.
    package func imageNames(of generation: PoolGeneration) throws -> [String?] {
        try read { db in
            let id = try Self.id(of: generation, db)
            try compare(id, db)
            var names: [String?] = Array(repeating: nil, count: generation.count)
            let rows = try Row.fetchCursor(
                db, sql: "SELECT \"index\", stem FROM entry WHERE generationId = ? AND stem IS NOT NULL",
                arguments: [id])
            while let row = try rows.next() {
                let index: Int = row[0]
                if names.indices.contains(index) { names[index] = row[1] }
            }
            return names
        }
    }
}
