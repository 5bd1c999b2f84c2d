import GeneratorTestKit
import Study
import Synchronization

@testable import Generators
@testable import Training

/// Keeps what a run reports, and can ask it to stop.
final class EventLog: Sendable {
    private let kept = Mutex<[TrainingEvent]>([])
    private let asked = Mutex(0)
    /// The run is asked to stop before the step of this number, from 0, counted from the log's beginning; nil never.
    let stopBeforeStep: Int?

    init(stopBeforeStep: Int? = nil) {
        self.stopBeforeStep = stopBeforeStep
    }

    var events: [TrainingEvent] { kept.withLock { $0 } }

    var steps: [StepFacts] { events.compactMap { if case .step(let facts) = $0 { facts } else { nil } } }
    var epochs: [EpochFacts] { events.compactMap { if case .epoch(let facts) = $0 { facts } else { nil } } }
    var checkpoints: [CheckpointFacts] {
        events.compactMap { if case .checkpoint(let facts) = $0 { facts } else { nil } }
    }

    func report(_ event: TrainingEvent) {
        kept.withLock { $0.append(event) }
    }

    func shouldStop() -> Bool {
        asked.withLock { count in
            defer { count += 1 }
            return count == stopBeforeStep
        }
    }
}
