import Generators
import ImageQuality
import Pictures
import Study
import Tensors
import Training

/// How good a network's images are, in numbers that need no other network; every one with its reference beside it.
package struct QualityMeasure: Sendable {
    /// What the images are compared with.
    let photographs: StudyPhotographs
    /// Where to compute.
    let device: Device

    /// Side in pixels of the smallest images with such numbers: the least size of networks (8, 16, 32 ...) from which
    /// SSIM's window fits, 27 with the border.
    static let leastSize = 32
    /// Held-out photographs that the numbers need at least.
    static let leastHoldout = 2
    /// Pairs of images whose likeness is measured.
    static let pairs = 1000

    /// A number of the images made, and the same of photographs.
    package struct Row: Sendable, Encodable {
        /// What is measured.
        package let measure: Measure
        /// Of the network's images.
        package let network: Double
        /// Of what they are held against.
        package let reference: Double
    }

    /// What was measured.
    package struct Table: Sendable, Encodable {
        /// Pictures that the network made, and as many beside them.
        package let pictures: Int
        /// What the reference is.
        package let reference: Reference
        /// The numbers.
        package let rows: [Row]
    }

    /// Measures the network of `checkpoint`.
    ///
    /// - Parameter seed: of latent vectors, pairs, patches and directions.
    /// - Throws: ``Failure`` where sizes or the hold-out do not allow it; `EngineError`.
    func table(of checkpoint: Checkpoint, seed: UInt64) async throws -> Table {
        let network = checkpoint.network
        let size = network.architecture.outputSize
        guard size >= Self.leastSize else {
            throw Failure(
                .badData,
                "\(network.name) makes images of \(size)x\(size); the numbers need at least "
                    + "\(Self.leastSize)x\(Self.leastSize).")
        }
        let heldOut = try photographs.heldOut(size)
        guard heldOut.count >= Self.leastHoldout else {
            throw Failure(
                .badData,
                "\(heldOut.count.counted("photograph is", "photographs are")) held out, and the numbers need 2 or more: set "
                    + "dataset: {holdout: 256} in study.yaml, and add the photographs again.")
        }
        switch network.architecture {
        case .dcgan, .multistage:
            let made = try await TensorThread.run {
                try ImageChain([checkpoint], on: device).images(0..<heldOut.count, seed: seed)
            }
            return try generation(made, heldOut, seed: seed)
        case .srcnn(let settings):
            let repaired = try await TensorThread.run {
                let network = try checkpoint.load(on: device)
                let small = size / settings.factor
                return try stride(from: 0, to: heldOut.count, by: ImageChain.block).flatMap { start in
                    try network.pictures(
                        enlarging: heldOut[start..<min(start + ImageChain.block, heldOut.count)].map {
                            $0.resized(small)
                        })
                }
            }
            return enlargement(repaired, heldOut, factor: settings.factor)
        case .bicubic:
            preconditionFailure("it has no checkpoints")
        }
    }

    /// Generated images against held-out photographs, beside other photographs against them.
    private func generation(_ made: [PixelBuffer], _ heldOut: [PixelBuffer], seed: UInt64) throws -> Table {
        let size = heldOut[0].width
        let others = try photographs.notHeldOut(size, first: heldOut.count)
        guard others.count == heldOut.count else {
            throw Failure(
                .badData,
                "\(heldOut.count.counted("photograph is", "photographs are")) held out and only \(others.count) \(others.count.word("is", "are")) not: the reference "
                    + "needs as many. Hold out fewer in study.yaml, and add the photographs again.")
        }
        let distance = SlicedWasserstein(between: made, and: heldOut, seed: seed)
        let reference = SlicedWasserstein(between: others, and: heldOut, seed: seed)
        var rows = zip(distance.levels, reference.levels).map { level, reference in
            Row(
                measure: .wasserstein(side: level.side), network: level.distance, reference: reference.distance)
        }
        rows.append(Row(measure: .wassersteinMean, network: distance.mean, reference: reference.mean))
        rows.append(
            Row(
                measure: .pairSimilarity(pairs: Self.pairs),
                network: MultiScaleSimilarity.mean(within: made, pairs: Self.pairs, seed: seed),
                reference: MultiScaleSimilarity.mean(within: others, pairs: Self.pairs, seed: seed)))
        return Table(pictures: made.count, reference: .photographs, rows: rows)
    }

    /// Enlarged photographs against whole ones, beside bicubic enlargement.
    private func enlargement(_ repaired: [PixelBuffer], _ whole: [PixelBuffer], factor: Int) -> Table {
        let bicubic = whole.map { PhotographPairs.copy(of: $0, factor: factor) }
        func row(_ measure: Measure, _ compare: (PixelBuffer, PixelBuffer) -> Double) -> Row {
            func mean(_ pictures: [PixelBuffer]) -> Double {
                zip(pictures, whole).reduce(0) { $0 + compare($1.0, $1.1) } / Double(whole.count)
            }
            return Row(measure: measure, network: mean(repaired), reference: mean(bicubic))
        }
        return Table(
            pictures: whole.count, reference: .bicubic,
            rows: [row(.signalToNoise, PeakSignalToNoise.luma), row(.similarity, StructuralSimilarity.luma)])
    }
}
