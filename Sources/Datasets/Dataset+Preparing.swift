import Files
package import Foundation
import Study

extension Dataset {
    /// Makes the files of `PreparedPhotographs` in each of `sizes` again from the source, in one pass.
    ///
    /// - Parameters:
    ///   - base: from where a relative source is looked for, the study folder.
    ///   - progress: photographs done, and in all; what it throws ends the work.
    /// - Throws: `DatasetError`, also where photographs are no longer what they were when they were chosen; nothing is
    ///   written then.
    package func prepare(
        sizes: [Int], base: URL, cache: URL, progress: (Int, Int) throws -> Void = { _, _ in }
    ) throws {
        let origin = try PhotographSource(source, base: base, seed: seed)
        let candidates = Dictionary(
            try origin.candidates(photographs.count).map { (Array($0.name.utf8), $0) }, uniquingKeysWith: { $1 })
        let slots = photographs.indices.filter { candidates[Array(photographs[$0].name.utf8)] != nil }
        let wanted = slots.compactMap { candidates[Array(photographs[$0].name.utf8)] }
        let writers = try sizes.map { try PreparedPhotographsWriter(size: $0, count: photographs.count, cache: cache) }

        var changed = Set(photographs.indices).subtracting(slots)
        var done = 0
        try PhotographPass(source: origin, crop: crop, sizes: sizes).run(wanted) { index, result in
            let slot = slots[index]
            if case .success(let photograph) = result, photograph.sha256 == photographs[slot].sha256 {
                for (writer, square) in zip(writers, photograph.squares) { try writer.write(square, at: slot) }
            } else {
                changed.insert(slot)
            }
            done += 1
            HoldPoint.reached("photographs: one prepared")
            try progress(done, photographs.count)
        }
        guard changed.isEmpty else {
            throw DatasetError.changedPhotographs(source: source, names: changed.sorted().map { photographs[$0].name })
        }
        for writer in writers { try writer.publish(manifestHash: manifestHash) }
    }
}
