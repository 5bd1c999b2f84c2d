/// One pass of a run over its photographs.
package struct EpochRecord: Sendable, Codable, Hashable {
    /// Number, from 1.
    package var number: Int
    /// Training time in seconds.
    package var seconds: Double
    /// Images trained on.
    package var images: Int
    /// Seconds of it that were done before, lost to a kill, and done again; not part of `seconds`.
    package var redoneSeconds: Double
    /// Mean losses over the epoch by name; finite.
    package var losses: [String: Double]
    /// The training seconds of every stage, in order; empty where they are not known apart.
    package var stageSeconds: [Double]
    /// The most bytes of main memory that the training process held at once until the end of the epoch, since the run
    /// was started or resumed in it; nil where that is not known.
    package var peakMemory: Int?

    /// An epoch.
    package init(
        number: Int, seconds: Double, images: Int, redoneSeconds: Double = 0, losses: [String: Double] = [:],
        stageSeconds: [Double] = [], peakMemory: Int? = nil
    ) {
        self.number = number
        self.seconds = seconds
        self.images = images
        self.redoneSeconds = redoneSeconds
        self.losses = losses
        self.stageSeconds = stageSeconds
        self.peakMemory = peakMemory
    }
}
