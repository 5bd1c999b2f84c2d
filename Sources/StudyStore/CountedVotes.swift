import Answers

/// The votes of a session that count: of several on one trial the last, and none that was taken back.
struct CountedVotes {
    /// The vote on each trial that has one.
    private(set) var votes: [Int: AnswerEvent] = [:]
    /// When the images of each voted trial came into view before its vote, in milliseconds from the start.
    private(set) var shown: [Int: Int] = [:]
    /// Trials left out because an image could not be shown.
    private(set) var failed: Set<Int> = []

    /// The votes among `events`, which are in the order in which they happened.
    init(_ events: [AnswerEvent]) {
        var inView: [Int: Int] = [:]
        var order: [Int] = []
        for event in events {
            switch (event.kind, event.trial) {
            case (.shown, let trial?):
                inView[trial] = event.milliseconds
            case (.imageFailed, let trial?):
                failed.insert(trial)
            case (.vote, let trial?):
                votes[trial] = event
                shown[trial] = inView[trial]
                order.removeAll { $0 == trial }
                order.append(trial)
            case (.undo, let named):
                guard let trial = named ?? order.last else { continue }
                votes[trial] = nil
                order.removeAll { $0 == trial }
            default:
                continue
            }
        }
    }

    /// Whether every one of `trials` has a vote or could not be shown.
    func completes(_ trials: Set<Int>) -> Bool {
        trials.isSubset(of: failed.union(votes.keys))
    }
}
