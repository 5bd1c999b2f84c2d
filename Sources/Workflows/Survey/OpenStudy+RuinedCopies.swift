import Pictures
import Study
import StudyStore

extension OpenStudy {
    /// The published generation of ruined copies of the first images of `original`, for catch trials; made where there is
    /// none of the same images yet. The same images give the same copies, so that a plan made again is the same plan.
    func ruinedCopies(of original: PoolGeneration, images: Int) throws -> PoolGeneration {
        let pool = original.pool.ruined
        let locks = try locks(for: [.pool(pool)], waiting: true)
        defer { withExtendedLifetime(locks) {} }
        let copies = try (0..<images).map { index in
            let entry = PoolEntry(pool: original.pool, generation: original.number, index: index)
            let png = try store.image(entry)
            let picture = try PixelBuffer(decoding: Array(png), name: entry.name).ruined(seed: hexSHA256(png))
            return try PoolImage(picture, index: index, origin: .file(stem: "\(original.number)-\(index)"))
        }
        for record in try store.generations(of: pool) where record.generation.count == images {
            do {
                if try store.entries(of: record.generation).map(\.sha256) == copies.map(\.sha256) {
                    return record.generation
                }
            } catch StudyStoreError.damagedGeneration {
                continue
            }
        }
        let draft = try store.beginImport(of: pool, images: images)
        do {
            try store.add(copies, to: draft)
            try store.publish([draft])
        } catch {
            try? store.discard([draft])
            throw error
        }
        return draft.generation
    }
}
