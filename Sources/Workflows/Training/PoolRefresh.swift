import Files
import Foundation
import Generators
import Logging
import Parallel
import Pictures
package import Study
import StudyFiles
import StudyStore
import Tensors

/// Makes a new generation of every stale pool, and publishes all of them at once.
///
/// A pool is stale when its images would now be others: other checkpoints or enlargements, another seed or number of
/// images.
package struct PoolRefresh: Sendable {
    private let study: OpenStudy
    private let device: TrainingDevice

    /// A refresh of the study's pools.
    package init(_ study: OpenStudy, on device: TrainingDevice) {
        self.study = study
        self.device = device
    }

    /// Makes and publishes what is stale of the pools of a method and a condition, or of all.
    ///
    /// - Parameters:
    ///   - settings: the number of images and their seed.
    ///   - isWaiting: whether to wait where others fill one of the pools.
    /// - Returns: the generations that were published; the pools that were fresh.
    /// - Throws: ``Failure`` where there is nothing to make, or it is stopped; `EngineError`, `StudyStoreError`.
    package func run(
        method: String?, condition: String?, settings: PoolSettings, waiting isWaiting: Bool
    ) async throws -> (made: [PoolGeneration], fresh: [PoolKey]) {
        let generated = try study.study.pools(method: method, condition: condition).filter {
            study.study.method(named: $0.method)?.chain.isEmpty == false
        }
        guard !generated.isEmpty else {
            throw Failure(
                .usage,
                "no pool to make: the chosen methods have no networks; bring images in with `dotchi pool import`.")
        }
        let locks = try study.locks(for: generated.map(Work.pool), waiting: isWaiting)
        defer { withExtendedLifetime(locks) {} }
        let outcome = try await run(generated, settings: settings, on: device.found())
        let asked = study.study.pools
        if settings != asked {
            study.reporter.note(
                """
                study.yaml asks for \(asked.images.counted("image")) of seed \(asked.seed), so the next `dotchi pool refresh` \
                without these options makes other images again; to keep these, set pools: {images: \(settings.images), seed: \
                \(settings.seed)} there, which is for all pools.
                """)
        }
        return outcome
    }

    /// Makes and publishes what is stale of `pools`.
    ///
    /// What was made of them is removed again where this fails or is stopped.
    ///
    /// - Returns: as above.
    private func run(
        _ pools: [PoolKey], settings: PoolSettings, on device: Device
    ) async throws -> (made: [PoolGeneration], fresh: [PoolKey]) {
        for note in try PoolRemarks(study).remarks(onNetworksOf: pools) { study.reporter.note(note) }
        var drafts: [GenerationDraft] = []
        var fresh: [PoolKey] = []
        do {
            for job in try pools.map(job) {
                if try currentRecipe(of: job.pool) == job.recipe(settings) {
                    log.debug("pool \(job.pool.name) is fresh: its images would be the same")
                    fresh.append(job.pool)
                    continue
                }
                let draft = try study.store.beginGeneration(
                    of: job.pool, checkpoints: job.checkpoints.map(\.id), bicubic: job.bicubic, seed: settings.seed,
                    images: settings.images)
                drafts.append(draft)
                log.debug(
                    "pool \(job.pool.name) is stale",
                    metadata: [
                        "checkpoints": "\(job.checkpoints.map(\.file).list)", "images": "\(settings.images)",
                        "seed": "\(settings.seed)",
                    ])
                HoldPoint.reached("pool refresh: pool begun")
                try await TensorThread.run { try fill(draft, job, settings, on: device) }
            }
            HoldPoint.reached("pool refresh: before publishing")
            return (try study.store.publish(drafts), fresh)
        } catch {
            try? study.store.discard(drafts)
            throw error
        }
    }

    /// Which checkpoints the images of `pool` come from.
    private func job(_ pool: PoolKey) throws -> PoolJob {
        guard let method = study.study.method(named: pool.method),
            let condition = study.study.condition(named: pool.condition)
        else { preconditionFailure("the pools of a study are those of its conditions") }
        try study.checkTimes(of: method, under: condition)
        return try PoolJob(method, under: condition, in: study)
    }

    /// What the current images of a pool were made of; nil where there are none, or they are not what was published.
    private func currentRecipe(of pool: PoolKey) throws -> PoolRecipe? {
        do {
            return try study.store.currentGeneration(of: pool)?.recipe
        } catch StudyStoreError.damagedGeneration(_, let name, let why) {
            study.reporter.note("\(name) is damaged: \(why). The next generation takes its place.")
            return nil
        }
    }

    @TensorThread
    private func fill(
        _ draft: GenerationDraft, _ job: PoolJob, _ settings: PoolSettings, on device: Device
    ) throws {
        let chain = try ImageChain(
            try job.checkpoints.map(study.checkpoint), untrained: job.untrained, on: device)
        let bar = study.reporter.progress(job.pool.name)
        let clock = ContinuousClock()
        let start = clock.now
        for first in stride(from: 0, to: settings.images, by: ImageChain.block) {
            guard !study.reporter.isStopped else {
                throw Failure(.interrupted, "stopped; nothing of this refresh was published.")
            }
            let indices = first..<min(first + ImageChain.block, settings.images)
            let pictures = try chain.images(indices, seed: settings.seed)
            let images = try Array(zip(indices, pictures)).mapOnAllCores { index, picture in
                try PoolImage(picture, index: index, origin: .latent(number: index, seed: settings.seed))
            }
            try study.store.add(images, to: draft)
            HoldPoint.reached("pool refresh: block stored")
            bar.show(done: indices.upperBound, total: settings.images)
        }
        let seconds = (clock.now - start) / .seconds(1)
        bar.finish("\(settings.images.counted("image")), \((Double(settings.images) / seconds).decimals(1)) images/s")
    }
}

extension PoolImage {
    /// A picture as it is kept: encoded, with the hash of its bytes.
    init(_ picture: PixelBuffer, index: Int, origin: Origin) throws {
        let png = try picture.pngBytes()
        self.init(
            index: index, origin: origin, sha256: hexSHA256(png), width: picture.width, height: picture.height,
            png: Data(png))
    }
}
