import Files
import Foundation
import Parallel
import Pictures
import Study
import StudyStore

/// Publishes image files as the next generation of a pool.
package struct PoolImport: Sendable {
    /// Files that are read before they are stored together.
    private static let block = 64

    let study: OpenStudy

    /// An import into `study`.
    package init(_ study: OpenStudy) {
        self.study = study
    }

    /// Publishes `files` in their order, all or none. Every file is read to its end before the first is stored, and what
    /// was stored is removed again where this fails or is stopped.
    ///
    /// - Parameter table: what goes with their items, of a table called so.
    /// - Throws: ``Failure`` where it is stopped; `PictureError`, `StudyStoreError`.
    func run(
        _ files: [URL], into pool: PoolKey, with table: (items: ItemMatch, name: String)? = nil
    ) throws -> [PoolGeneration] {
        let bar = study.reporter.progress(pool.name)
        var sizes: [String] = []
        try inBlocks(files) { _, part in
            sizes += try part.mapOnAllCores { file in
                let picture = try PixelBuffer(contentsOf: file)
                return "\(picture.width)x\(picture.height)"
            }
            bar.show(done: 0, total: files.count, ["reading"])
        }
        try table.map { try read($0.items, of: $0.name) }
        bar.clear()
        if let note = Self.note(ofSizes: sizes) { study.reporter.note(note) }
        let draft = try study.store.beginImport(of: pool, images: files.count)
        do {
            try inBlocks(files) { first, part in
                let images = try Array(part.enumerated()).mapOnAllCores { offset, file in
                    try PoolImage(
                        PixelBuffer(contentsOf: file), index: first + offset,
                        origin: .file(stem: Self.item(of: file)))
                }
                try study.store.add(images, to: draft)
                HoldPoint.reached("pool import: image stored")
                bar.show(done: first + part.count, total: files.count)
            }
            try table.map { try add($0.items, of: $0.name, to: draft) }
            bar.clear()
            HoldPoint.reached("pool import: before publishing")
            return try study.store.publish([draft])
        } catch {
            bar.clear()
            try? study.store.discard([draft])
            throw error
        }
    }

    /// What to say of images of several sizes, each written as `128x128`; nil where all are of one.
    static func note(ofSizes sizes: [String]) -> String? {
        let counts = Dictionary(grouping: sizes, by: \.self).mapValues(\.count)
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard counts.count > 1 else { return nil }
        let shown = counts.prefix(mostSizes).map { "\($0.value) of \($0.key)" }
        let more = counts.count > mostSizes ? [" and of \((counts.count - mostSizes).counted("more size"))"] : []
        return """
            the images are of \(counts.count) sizes: \(shown.list)\(more.joined()) pixels. People see that, and may go by \
            it; images of one size are compared fairly.
            """
    }

    /// So many sizes are named.
    private static let mostSizes = 6

    func inBlocks<Element>(_ files: [Element], _ body: (_ first: Int, _ part: [Element]) throws -> Void) throws {
        for first in stride(from: 0, to: files.count, by: Self.block) {
            guard !study.reporter.isStopped else {
                throw Failure(.interrupted, "stopped; nothing of this import was published.")
            }
            try body(first, Array(files[first..<min(first + Self.block, files.count)]))
        }
    }
}
