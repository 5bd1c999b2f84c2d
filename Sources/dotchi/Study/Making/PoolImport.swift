import Files
import Foundation
import Parallel
import Pictures
import Study
import StudyStore

/// Publishes image files as the next generation of a pool.
struct PoolImport: Sendable {
    /// Files that are read before they are stored together.
    private static let block = 64

    private let study: OpenStudy

    /// An import into `study`.
    init(_ study: OpenStudy) {
        self.study = study
    }

    /// Publishes `files` in their order, all or none. Every file is read to its end before the first is stored, and what
    /// was stored is removed again where this fails or is stopped.
    ///
    /// - Throws: ``Failure`` where it is stopped; `PictureError`, `StudyStoreError`.
    func run(_ files: [URL], into pool: PoolKey) throws -> [PoolGeneration] {
        let bar = ProgressBar(pool.name)
        try inBlocks(files) { _, part in
            _ = try part.mapOnAllCores { try PixelBuffer(contentsOf: $0).width }
            bar.show(done: 0, total: files.count, ["reading"])
        }
        let draft = try study.store.beginImport(of: pool, images: files.count)
        do {
            try inBlocks(files) { first, part in
                let images = try Array(part.enumerated()).mapOnAllCores { offset, file in
                    try PoolImage(
                        PixelBuffer(contentsOf: file), index: first + offset,
                        origin: .file(stem: file.deletingPathExtension().lastPathComponent))
                }
                try study.store.add(images, to: draft)
                HoldPoint.reached("pool import: image stored")
                bar.show(done: first + part.count, total: files.count)
            }
            bar.clear()
            HoldPoint.reached("pool import: before publishing")
            return try study.store.publish([draft])
        } catch {
            bar.clear()
            try? study.store.discard([draft])
            throw error
        }
    }

    private func inBlocks(_ files: [URL], _ body: (_ first: Int, _ part: [URL]) throws -> Void) throws {
        for first in stride(from: 0, to: files.count, by: Self.block) {
            guard !Interruption.isWished else {
                throw Failure(.interrupted, "stopped; nothing of this import was published.")
            }
            try body(first, Array(files[first..<min(first + Self.block, files.count)]))
        }
    }
}
