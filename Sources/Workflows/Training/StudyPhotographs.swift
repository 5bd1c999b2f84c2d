package import Datasets
import Foundation
import Pictures
import Study
import StudyFiles
import StudyStore
import Synchronization
import Training

/// The photographs of a study, prepared in the sizes that its networks learn from.
package struct StudyPhotographs: Sendable {
    private let study: OpenStudy
    private let dataset: Dataset
    /// Those that were opened, and so read and found whole, by their size.
    private let opened = Opened()

    /// The study's current photographs.
    ///
    /// - Throws: ``Failure`` where none were added yet.
    package init(_ study: OpenStudy) throws {
        self.study = study
        let record = try study.dataset()
        dataset = Dataset(
            source: record.source, crop: record.crop, seed: record.seed,
            photographs: try study.store.photographs(of: record.id))
    }

    /// The photographs in squares of `size` pixels, made from their source where the cache does not have them.
    package func prepared(_ size: Int) throws -> PreparedPhotographs {
        if let known = opened.photographs.withLock({ $0[size] }) { return known }
        let prepared = try found(size)
        opened.photographs.withLock { $0[size] = prepared }
        if !prepared.isChecked {
            study.reporter.note(
                "\(prepared.file.path) was prepared before checksums were kept with photographs, and is taken as it "
                    + "is; once it is deleted, it is prepared again with one.")
        }
        return prepared
    }

    private func found(_ size: Int) throws -> PreparedPhotographs {
        let cache = study.folder.cache
        do {
            return try PreparedPhotographs(dataset: dataset, size: size, cache: cache)
        } catch .notPrepared {
            let locks = try study.locks(for: [.photographs], waiting: true)
            defer { withExtendedLifetime(locks) {} }
            // Who had the lock may have prepared them.
            if let made = try? PreparedPhotographs(dataset: dataset, size: size, cache: cache) { return made }
            let bar = study.reporter.progress("photographs \(size)x\(size)")
            try dataset.prepare(sizes: [size], base: study.folder.root, cache: cache) { done, total in
                bar.show(done: done, total: total)
            }
            bar.finish("prepared \(dataset.photographs.count)")
            return try PreparedPhotographs(dataset: dataset, size: size, cache: cache)
        }
    }

    private final class Opened: Sendable {
        let photographs = Mutex<[Int: PreparedPhotographs]>([:])
    }

    /// The held-out photographs in squares of `size` pixels, in order.
    func heldOut(_ size: Int) throws -> [PixelBuffer] {
        let prepared = try prepared(size)
        return dataset.photographs.indices.filter { dataset.photographs[$0].isHeldOut }.map { prepared[$0] }
    }

    /// The first `count` photographs that are not held out, or all there are, in squares of `size` pixels.
    func notHeldOut(_ size: Int, first count: Int) throws -> [PixelBuffer] {
        let prepared = try prepared(size)
        return dataset.trainingIndices.prefix(count).map { prepared[$0] }
    }

    /// The photographs that `network` learns from, by size: all of them, but for SRCNN the held-out ones.
    func training(_ network: NetworkSettings) throws -> [Int: TrainingPhotographs] {
        let chosen = network.architecture.kind == .srcnn ? dataset.trainingIndices : nil
        var bySize: [Int: TrainingPhotographs] = [:]
        for size in network.trainingSizes { bySize[size] = TrainingPhotographs(try prepared(size), at: chosen) }
        return bySize
    }
}
