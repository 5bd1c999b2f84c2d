import Files
package import Foundation
import Pictures
import Randomness
package import Study

/// Chooses the photographs of a study and looks into each of them.
package struct DatasetBuilder {
    private let settings: DatasetSettings
    private let source: PhotographSource

    /// A builder for these settings; a relative source is looked for from `base`, the study folder.
    ///
    /// - Throws: `DatasetError` where a setting is impossible or the source is not there.
    package init(settings: DatasetSettings, base: URL) throws(DatasetError) {
        guard settings.count >= 1 else {
            throw .settings("the dataset's count is \(settings.count); expected at least 1 photograph.")
        }
        guard settings.holdout >= 0, settings.holdout < settings.count else {
            throw .settings(
                "the hold-out is \(settings.holdout) of \(settings.count.counted("photograph")), expected 0 to \(settings.count - 1)."
            )
        }
        if let crop = settings.crop, crop < 1 || crop > PixelBuffer.maximumSide {
            throw .settings("the crop is \(crop) pixels; expected 1 to \(PixelBuffer.maximumSide).")
        }
        self.settings = settings
        source = try PhotographSource(settings.source, base: base, seed: settings.seed)
    }

    /// Chooses `count` of the source's JPEG and PNG files at random by seed, reads each to its end and hashes it.
    ///
    /// Photograph i is file number p(i) of the sorted names, p the seed's permutation; in the place of a file that
    /// cannot be used comes the permutation's next one. Of procedural faces the first `count` of the seed are taken.
    /// - Parameter progress: photographs done, and in all; what it throws ends the work.
    /// - Throws: `DatasetError`.
    package func build(progress: (Int, Int) throws -> Void = { _, _ in }) throws -> Dataset {
        try build(writers: [], progress: progress)
    }

    /// Does as `build(progress:)` does, and in the same pass over the source writes the photographs to `cache`, cut and
    /// scaled to squares of each of `sizes`, for `PreparedPhotographs` to read.
    package func build(
        preparing sizes: [Int], cache: URL, progress: (Int, Int) throws -> Void = { _, _ in }
    ) throws -> Dataset {
        let writers = try sizes.map { try PreparedPhotographsWriter(size: $0, count: settings.count, cache: cache) }
        let dataset = try build(writers: writers, progress: progress)
        for writer in writers { try writer.publish(manifestHash: dataset.manifestHash) }
        return dataset
    }

    private func build(
        writers: [PreparedPhotographsWriter], progress: (Int, Int) throws -> Void
    ) throws -> Dataset {
        let candidates = try source.candidates(settings.count)
        let order = order(of: candidates.count)
        let pass = PhotographPass(source: source, crop: settings.crop, sizes: writers.map(\.size))

        var hashes = [String?](repeating: nil, count: settings.count)
        var names = [String](repeating: "", count: settings.count)
        var skipped: [SkippedPhotograph] = []
        var small: SmallPhotographs?
        var open = Array(0..<settings.count)
        var taken = 0
        var done = 0
        while !open.isEmpty, taken < order.count {
            let wave = order[taken..<min(taken + open.count, order.count)].map { candidates[$0] }
            taken += wave.count
            var reasons: [Int: String] = [:]
            try pass.run(wave) { index, result in
                switch result {
                case .success(let photograph):
                    let slot = open[index]
                    hashes[slot] = photograph.sha256
                    names[slot] = wave[index].name
                    for (writer, square) in zip(writers, photograph.squares) { try writer.write(square, at: slot) }
                    done += 1
                    HoldPoint.reached("photographs: one prepared")
                    try progress(done, settings.count)
                case .failure(let unreadable):
                    reasons[index] = unreadable.reason
                    guard let side = unreadable.sideBelowCrop, let crop = settings.crop else { break }
                    if small?.add(side: side) == nil { small = SmallPhotographs(side: side, crop: crop) }
                }
            }
            skipped += reasons.keys.sorted().map { SkippedPhotograph(name: wave[$0].name, reason: reasons[$0] ?? "") }
            open = open.filter { hashes[$0] == nil }
        }
        guard open.isEmpty else {
            throw DatasetError.tooFew(
                source: source.name, found: candidates.count, skipped: skipped, small: small, wanted: settings.count)
        }
        let heldOut = Holdout.choose(settings.holdout, of: names, seed: settings.seed)
        let photographs = names.indices.map {
            Photograph(name: names[$0], sha256: hashes[$0] ?? "", isHeldOut: heldOut.contains($0))
        }
        return Dataset(
            source: settings.source, crop: settings.crop, seed: settings.seed, photographs: photographs,
            skipped: skipped)
    }

    private func order(of count: Int) -> [Int] {
        if case .procedural = source.kind { return Array(0..<count) }
        var random = RandomStream(seed: settings.seed, purpose: .photographs)
        return random.permutation(count)
    }
}
