package import Answers
package import Study

/// How far a person has come in a seat: what the events so far say, taken together.
package struct SurveyProgress: Sendable {
    /// The trials, in the order asked.
    package let seat: Seat
    /// Whether the person agreed to take part.
    package private(set) var hasConsent = false
    /// Whether the person left the last page, and that was stored: nothing can be taken back any more.
    package private(set) var isFinished = false
    /// The trial answered last, while that answer can be taken back: one answer, not the ones before it.
    package private(set) var lastAnswered: Int?
    /// Milliseconds of the latest event.
    package private(set) var milliseconds = 0

    // Numbers of trials that are answered, in the order in which they were, and of those left out.
    private var answered: [Int] = []
    private var leftOut: Set<Int> = []

    /// What `events` of this seat say, in any order; events of trials it does not have, and events after the end, are
    /// passed over.
    package init(seat: Seat, events: [AnswerEvent] = []) {
        self.seat = seat
        for event in CountedVotes(events, trials: Set(seat.trials.map(\.number))).events { apply(event) }
    }

    /// The trial to ask: the first that is neither answered nor left out; nil where none is left.
    package var next: Trial? {
        seat.trials.first { !answered.contains($0.number) && !leftOut.contains($0.number) }
    }

    /// Whether any trial was answered.
    package var hasBegun: Bool { !answered.isEmpty }

    /// How many trials are left out, because an image could not be shown.
    package var leftOutCount: Int { leftOut.count }

    /// How many trials are answered.
    package var answeredCount: Int { answered.count }

    /// Takes one more event into account.
    package mutating func apply(_ event: AnswerEvent) {
        milliseconds = max(milliseconds, event.milliseconds)
        switch event.kind {
        case .consent: hasConsent = true
        case .finish: isFinished = isFinished || next == nil
        case .vote:
            guard let trial = event.trial else { return }
            answered.removeAll { $0 == trial }
            answered.append(trial)
            lastAnswered = trial
        case .undo:
            guard let trial = event.trial ?? answered.last else { return }
            answered.removeAll { $0 == trial }
            lastAnswered = nil
        case .imageFailed:
            guard let trial = event.trial else { return }
            leftOut.insert(trial)
            lastAnswered = nil
        case .shown, .answer, .blur, .focus: break
        }
    }
}
