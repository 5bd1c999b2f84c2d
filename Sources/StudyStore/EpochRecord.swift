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

    /// An epoch.
    package init(
        number: Int, seconds: Double, images: Int, redoneSeconds: Double = 0, losses: [String: Double] = [:]
    ) {
        self.number = number
        self.seconds = seconds
        self.images = images
        self.redoneSeconds = redoneSeconds
        self.losses = losses
    }
}
