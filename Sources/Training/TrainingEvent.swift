package import Foundation
package import Study

/// What a training run tells while it runs.
package enum TrainingEvent: Sendable {
    /// A training step ended.
    case step(StepFacts)
    /// An epoch ended.
    case epoch(EpochFacts)
    /// A checkpoint was written.
    case checkpoint(CheckpointFacts)
}

/// How far a run is.
package struct StepFacts: Sendable, Hashable {
    /// Number of the epoch, from 1.
    package var epoch: Int
    /// Steps done in this epoch, over all stages.
    package var stepInEpoch: Int
    /// Steps in an epoch, over all stages.
    package var stepsPerEpoch: Int
    /// Photographs a second since the run was started or resumed.
    package var imagesPerSecond: Double
    /// The losses optimised in this step, in the order in which they are shown.
    package var losses: [NamedLoss]
    /// Seconds of training so far, over all restarts.
    package var seconds: Double
    /// Seconds of training to the last epoch, or to the end of the budget, at this rate.
    package var secondsLeft: Double
}

/// A loss and its name.
package struct NamedLoss: Sendable, Codable, Hashable {
    /// `generator`, `discriminator` (with `stage1.` before it in a network of several stages) or `mse`.
    package var name: String
    /// Its value: nats for the adversarial losses, squared difference of samples in [0, 1] for `mse`.
    package var value: Double

    /// A loss.
    package init(name: String, value: Double) {
        self.name = name
        self.value = value
    }
}

/// A checkpoint that was kept.
package struct CheckpointFacts: Sendable, Hashable {
    /// Epochs trained.
    package var epoch: Int
    /// Seconds of training up to it, over all restarts.
    package var seconds: Double
    /// The file: safetensors with the generators' weights.
    package var file: URL
    /// The grid of samples beside it.
    package var samples: URL
}

/// How a call of ``TrainingRun`` ended.
package struct TrainingOutcome: Sendable, Hashable {
    /// Why it ended.
    package var reason: Reason
    /// Whole epochs trained, over all restarts.
    package var epochs: Int
    /// Seconds of training, over all restarts.
    package var seconds: Double

    /// Why training ends.
    package enum Reason: Sendable, Hashable {
        /// The last epoch asked for is done.
        case epochsDone
        /// The budget of seconds is used.
        case budgetUsed
        /// Someone asked to stop.
        case stopped
    }
}
