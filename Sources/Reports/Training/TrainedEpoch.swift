/// One pass over the photographs, as a training report tells it.
package struct TrainedEpoch: Sendable, Hashable {
    /// Its number, from 1.
    package var number: Int
    /// Training time in seconds.
    package var seconds: Double
    /// Images trained on, over all stages.
    package var images: Int
    /// Seconds that a kill had undone and that were spent again; not among `seconds`.
    package var redoneSeconds: Double
    /// Means of the losses by name; finite. `stage1.generator` is a loss of stage 1.
    package var losses: [String: Double]
    /// Those seconds of every stage, in order; empty where they are not known apart.
    package var stageSeconds: [Double]
    /// The most bytes of main memory that the training process held; nil where that is not known.
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

    /// Images a second; nil where the epoch took no measurable time.
    package var imagesPerSecond: Double? { seconds > 0 ? Double(images) / seconds : nil }
}
