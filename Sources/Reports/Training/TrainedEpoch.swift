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

    /// An epoch.
    package init(number: Int, seconds: Double, images: Int, redoneSeconds: Double, losses: [String: Double]) {
        self.number = number
        self.seconds = seconds
        self.images = images
        self.redoneSeconds = redoneSeconds
        self.losses = losses
    }

    /// Images a second; nil where the epoch took no measurable time.
    package var imagesPerSecond: Double? { seconds > 0 ? Double(images) / seconds : nil }
}
