package import Foundation
package import Study

/// The training of one network with one group of settings, from its first step to its last so far.
package struct RunRecord: Sendable, Hashable {
    /// Key in the store.
    package var id: Int64
    /// Number among the runs of its network, from 1; the highest is the current one.
    package var number: Int
    /// The network's settings as trained, flags of the command included.
    package var settings: NetworkSettings
    /// Key of the photographs it learns from; nil for a run that came from elsewhere.
    package var dataset: Int64?
    /// Where it was trained, as of its latest start.
    package var machine: TrainingMachine
    /// When it was first started.
    package var startedAt: Date
    /// Seconds of training it may take, where its latest start set that instead of epochs.
    package var budget: Double?
    /// Whether it came with a file (`runs import`) and was not trained here.
    package var isShipped: Bool

    /// `NETWORK/NUMBER`, as commands take and print it.
    package var name: String { "\(settings.name)/\(number)" }
}
