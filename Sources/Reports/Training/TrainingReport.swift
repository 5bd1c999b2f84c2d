package import Study

/// What a report says of one training run, as values; ``html`` makes it a page.
package struct TrainingReport: Sendable, Hashable {
    /// The study's title.
    package var study: String
    /// The run: `NETWORK/NUMBER`.
    package var run: String
    /// The settings it was trained with, flags of the command included.
    package var network: NetworkSettings
    /// The same by the keys of study.yaml, as names and values.
    package var settings: [Fact]
    /// What it learned from, as names and values; empty for a run that came from elsewhere.
    package var photographs: [Fact]
    /// Where and when it was trained, as names and values.
    package var machine: [Fact]
    /// Every epoch, in order.
    package var epochs: [EpochFacts]
    /// Small pictures over time, in the order of their epochs: the same images each time.
    package var progress: [SampleGrid]
    /// The last picture, whole; nil where none is left.
    package var last: SampleGrid?
    /// Every checkpoint, in the order of epochs.
    package var checkpoints: [CheckpointRecord]
    /// The words of its language, which names of facts are in too.
    package var words: ReportTexts

    /// A name and what it is.
    package struct Fact: Sendable, Hashable {
        /// The name.
        package var name: String
        /// What it is.
        package var value: String

        /// `name` is `value`.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A report.
    package init(
        study: String, run: String, network: NetworkSettings, settings: [Fact], photographs: [Fact],
        machine: [Fact], epochs: [EpochFacts], progress: [SampleGrid], last: SampleGrid?,
        checkpoints: [CheckpointRecord], words: ReportTexts
    ) {
        self.study = study
        self.run = run
        self.network = network
        self.settings = settings
        self.photographs = photographs
        self.machine = machine
        self.epochs = epochs
        self.progress = progress
        self.last = last
        self.checkpoints = checkpoints
        self.words = words
    }

    /// Training time of all epochs in seconds.
    var seconds: Double { epochs.reduce(0) { $0 + $1.seconds } }

    /// Seconds that kills undid and that were spent again.
    var redoneSeconds: Double { epochs.reduce(0) { $0 + $1.redoneSeconds } }

    /// Images a second over all epochs; nil before the first.
    var imagesPerSecond: Double? { seconds > 0 ? epochs.reduce(0) { $0 + Double($1.images) } / seconds : nil }

    /// The most bytes of main memory that the training process held; nil where that is not known.
    var peakMemory: Int? { epochs.compactMap(\.peakMemory).max() }

    /// The names of the losses, in the order of stages: discriminator before generator.
    var lossNames: [String] { Set(epochs.flatMap(\.losses.keys)).sorted() }
}
