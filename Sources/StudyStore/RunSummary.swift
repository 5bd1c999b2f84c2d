/// A run with what has come of it so far.
package struct RunSummary: Sendable, Hashable {
    /// The run.
    package var run: RunRecord
    /// Whether it is the current run of its network.
    package var isCurrent: Bool
    /// Whole epochs recorded.
    package var epochs: Int
    /// Training time of those epochs in seconds.
    package var seconds: Double
    /// Seconds of training that a kill lost and that were done again; not part of `seconds`.
    package var redoneSeconds: Double
    /// Images trained on, each counted once an epoch.
    package var images: Int
    /// Checkpoints kept.
    package var checkpoints: Int

    /// Images per second of training; nil before the first epoch.
    package var imagesPerSecond: Double? { seconds > 0 ? Double(images) / seconds : nil }
}
