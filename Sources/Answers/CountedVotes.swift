/// What the events of one session come to: of several votes on a trial the last, none that was taken back, and nothing
/// that happened after the session's end.
///
/// A session ends with its first `finish` at which every trial of the seat has a vote or could not be shown. A `finish`
/// before that ends nothing, so that no early one can cut a session short, and a session in which all is answered is
/// complete without one. All follows from the events' own times: the order in which they arrive changes nothing.
package struct CountedVotes: Sendable {
    /// The events that count, in the order in which they happened.
    package private(set) var events: [AnswerEvent] = []
    /// The events whose time lies after the end, in the same order; they count for nothing.
    package private(set) var late: [AnswerEvent] = []
    /// The vote on each trial that has one.
    package private(set) var votes: [Int: AnswerEvent] = [:]
    /// When the images of each voted trial came into view before its vote, in milliseconds from the start.
    package private(set) var shown: [Int: Int] = [:]
    /// Trials left out because an image could not be shown.
    package private(set) var failed: Set<Int> = []
    /// When the `finish` that ended the session happened, in milliseconds from the start; nil where there was none.
    package private(set) var end: Int?
    /// Whether every trial has a vote or could not be shown.
    package var isComplete: Bool { trials.isSubset(of: failed.union(votes.keys)) }

    private let trials: Set<Int>

    /// The votes among `events`, given in any order, of a seat with these `trials`.
    package init(_ events: [AnswerEvent], trials: Set<Int>) {
        self.trials = trials
        var inView: [Int: Int] = [:]
        var order: [Int] = []
        let ordered = events.inOrder
        self.events.reserveCapacity(ordered.count)
        for event in ordered {
            if let end, event.milliseconds > end {
                late.append(event)
                continue
            }
            self.events.append(event)
            switch (event.kind, event.trial) {
            case (.shown, let trial?):
                inView[trial] = event.milliseconds
            case (.imageFailed, let trial?):
                failed.insert(trial)
            case (.vote, let trial?):
                if votes.updateValue(event, forKey: trial) != nil { order.removeAll { $0 == trial } }
                shown[trial] = inView[trial]
                order.append(trial)
            case (.undo, let named):
                guard let trial = named ?? order.last else { continue }
                votes[trial] = nil
                order.removeAll { $0 == trial }
            case (.finish, _):
                if end == nil, isComplete { end = event.milliseconds }
            default:
                continue
            }
        }
    }
}

extension [AnswerEvent] {
    /// The events in the order in which they happened. Within one millisecond a vote comes before its taking back, and the
    /// end comes last.
    package var inOrder: [AnswerEvent] {
        sorted { one, other in
            if one.milliseconds != other.milliseconds { return one.milliseconds < other.milliseconds }
            return one.kind.rank == other.kind.rank ? one.id < other.id : one.kind.rank < other.kind.rank
        }
    }
}

extension AnswerEvent.Kind {
    fileprivate var rank: Int {
        switch self {
        case .undo: 1
        case .finish: 2
        case .consent, .shown, .vote, .answer, .blur, .focus, .imageFailed: 0
        }
    }
}
