package import Study

/// What an epoch of a network costs: a row for the network, and where its stages were timed apart one for each of them.
package struct TrainingCost: Sendable, Hashable {
    /// The run: `NETWORK/NUMBER`.
    package var run: String
    /// The network's kind.
    package var kind: NetworkSettings.Kind
    /// The stage, from 1; nil for all of the network.
    package var stage: Int?
    /// Side in pixels of the images that it is trained to make.
    package var size: Int
    /// Epochs that the medians are over.
    package var epochs: Int
    /// Training time of an epoch in seconds: the median.
    package var secondsPerEpoch: Double
    /// Images trained on in a second: the median over epochs; nil where they took no measurable time.
    package var imagesPerSecond: Double?
    /// The most bytes of main memory that the training process held at once; nil where that is not known, and for a
    /// stage: all stages of a network are in one process.
    package var peakMemory: Int?
    /// `cpu` or `cuda`.
    package var device: String
    /// Threads of the engine.
    package var threads: Int

    /// The rows of a run: stages in order, then the network; none before its first epoch.
    ///
    /// - Parameters:
    ///   - run: its name.
    ///   - network: what was trained.
    ///   - device: where it was trained.
    ///   - threads: on how many threads of the engine.
    ///   - epochs: what every epoch took.
    package static func rows(
        of run: String, network: NetworkSettings, device: String, threads: Int, epochs: [EpochFacts]
    ) -> [TrainingCost] {
        func row(stage: Int?, size: Int, images: [Double], seconds: [Double], memory: Int?) -> TrainingCost? {
            guard let median = seconds.median else { return nil }
            let paces = zip(images, seconds).filter { $0.1 > 0 }.map { $0.0 / $0.1 }
            return TrainingCost(
                run: run, kind: network.architecture.kind, stage: stage, size: size, epochs: seconds.count,
                secondsPerEpoch: median, imagesPerSecond: paces.median, peakMemory: memory, device: device,
                threads: threads)
        }
        let sizes = network.architecture.stageSizes
        let timed = epochs.filter { $0.stageSeconds.count == sizes.count }
        let stages =
            sizes.count < 2
            ? []
            : sizes.enumerated().compactMap { index, size in
                // Every stage sees every photograph once.
                row(
                    stage: index + 1, size: size, images: timed.map { Double($0.images) / Double(sizes.count) },
                    seconds: timed.map { $0.stageSeconds[index] }, memory: nil)
            }
        let whole = row(
            stage: nil, size: network.architecture.outputSize, images: epochs.map { Double($0.images) },
            seconds: epochs.map(\.seconds), memory: epochs.compactMap(\.peakMemory).max())
        return stages + [whole].compactMap(\.self)
    }
}

extension NetworkSettings.Architecture {
    /// Sides of the stages' images; none for a network without stages.
    fileprivate var stageSizes: [Int] {
        switch self {
        case .multistage(let settings): settings.sizes
        case .dcgan, .srcnn, .bicubic: []
        }
    }
}

extension [Double] {
    /// The middle value, of an even number the mean of the two in the middle; nil of none.
    var median: Double? {
        guard !isEmpty else { return nil }
        let sorted = sorted()
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
    }
}
