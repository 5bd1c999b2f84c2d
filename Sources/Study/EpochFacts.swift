/// One pass of a run over its photographs: what the run reports, its files keep, study.sqlite records and tables show.
package struct EpochFacts: Sendable, Hashable {
    /// Number, from 1.
    package var number: Int
    /// Seconds of training: reading batches and steps; no evaluation, pictures or writing of files.
    package var seconds: Double
    /// Photographs shown, over all stages.
    package var images: Int
    /// Seconds of training that a kill had undone and that were spent again before this epoch ended; not among `seconds`.
    package var redoneSeconds: Double
    /// Means over the epoch of the losses that were optimised, finite, by name: `generator`, `discriminator` (with
    /// `stage1.` before it in a network of several stages) or `mse`. Nats for the adversarial ones, squared difference of
    /// samples in [0, 1] for `mse`.
    package var losses: [String: Double]
    /// Those seconds of every stage, in order; empty where they are not known stage by stage.
    package var stageSeconds: [Double]
    /// The most bytes of main memory that the training process held at once, from the start or resumption of the run in
    /// it to the end of this epoch; nil where that is not known. Mapped photographs are in it, the memory of a GPU is not.
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

/// As files of training keep it: losses as a list, and no stage's seconds in those of before they were timed one by one.
extension EpochFacts: Codable {
    private enum CodingKeys: String, CodingKey {
        case number = "epoch"
        case seconds, images, redoneSeconds, losses, stageSeconds, peakMemory
    }

    private struct Loss: Codable {
        var name: String
        var value: Double
    }

    /// Reads an epoch.
    ///
    /// - Throws: `DecodingError`.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let losses = try values.decode([Loss].self, forKey: .losses)
        self.init(
            number: try values.decode(Int.self, forKey: .number),
            seconds: try values.decode(Double.self, forKey: .seconds),
            images: try values.decode(Int.self, forKey: .images),
            redoneSeconds: try values.decode(Double.self, forKey: .redoneSeconds),
            losses: Dictionary(losses.map { ($0.name, $0.value) }) { $1 },
            stageSeconds: try values.decodeIfPresent([Double].self, forKey: .stageSeconds) ?? [],
            peakMemory: try values.decodeIfPresent(Int.self, forKey: .peakMemory))
    }

    /// Writes the epoch, its losses by name.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(number, forKey: .number)
        try values.encode(seconds, forKey: .seconds)
        try values.encode(images, forKey: .images)
        try values.encode(redoneSeconds, forKey: .redoneSeconds)
        try values.encode(
            losses.sorted { $0.key < $1.key }.map { Loss(name: $0.key, value: $0.value) }, forKey: .losses)
        if !stageSeconds.isEmpty { try values.encode(stageSeconds, forKey: .stageSeconds) }
        try values.encodeIfPresent(peakMemory, forKey: .peakMemory)
    }
}
