import Files
import Foundation
import Generators
import Parallel
import Pictures
import Study
import StudyFiles
import StudyStore
import Tensors

/// Makes a new generation of every stale pool, and publishes all of them at once.
///
/// A pool is stale when its images would now be others: other checkpoints or enlargements, another seed or number of
/// images.
struct PoolRefresh: Sendable {
    private let study: OpenStudy
    private let device: Device

    /// A refresh of the study's pools.
    init(_ study: OpenStudy, device: Device) {
        self.study = study
        self.device = device
    }

    /// Makes and publishes what is stale of `pools`.
    ///
    /// What was made of them is removed again where this fails or is stopped.
    ///
    /// - Returns: the generations that were published; the pools that were fresh.
    func run(_ pools: [PoolKey], settings: PoolSettings) async throws -> (made: [PoolGeneration], fresh: [PoolKey]) {
        for note in try PoolRemarks(study).remarks(onNetworksOf: pools) { Console.say("note: \(note)") }
        var drafts: [GenerationDraft] = []
        var fresh: [PoolKey] = []
        do {
            for job in try pools.map(job) {
                if try study.store.currentGeneration(of: job.pool)?.recipe == job.recipe(settings) {
                    fresh.append(job.pool)
                    continue
                }
                let draft = try study.store.beginGeneration(
                    of: job.pool, checkpoints: job.checkpoints.map(\.id), bicubic: job.bicubic, seed: settings.seed,
                    images: settings.images)
                drafts.append(draft)
                HoldPoint.reached("pool refresh: pool begun")
                try await TensorThread.run { try fill(draft, job, settings) }
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
        return try PoolJob(method, under: condition, in: study)
    }

    @TensorThread
    private func fill(_ draft: GenerationDraft, _ job: PoolJob, _ settings: PoolSettings) throws {
        let chain = try ImageChain(
            try job.checkpoints.map(study.checkpoint), untrained: job.untrained, on: device)
        let bar = ProgressBar(job.pool.name)
        let clock = ContinuousClock()
        let start = clock.now
        for first in stride(from: 0, to: settings.images, by: ImageChain.block) {
            guard !Interruption.isWished else {
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
