package import Study

/// What the events of one session come to: which votes count, what is asked next, what can be taken back, when it is
/// over.
///
/// No other place says so. The store and the terminal use this type; the page has the same rules in `state.js`, and the
/// event lists of `Tests/SessionLists` hold both to one result. The rules:
///
/// 1. Order: events count in the order of their own times, never in that in which they arrive. Within one millisecond
///    an `undo` comes after all else but a `finish`, which comes last; what is left is in the order of the ids. Fronts
///    give no two events one time (``time(at:)``), so that for them the order of writing is the order that counts.
/// 2. Identity: an event is its id, and given again it changes nothing. (Another event under a known id is refused
///    where answers are read.)
/// 3. Trials: an event that names a trial which the seat does not have counts for nothing.
///    Where the plan names questions, so does a vote or an `undo` on a question that the plan does not have, and a vote that
///    names none; where it names none, a vote or an `undo` that names one.
/// 4. Votes: of several votes on a question about a trial the last counts. A trial is answered when each question has a vote.
/// 5. Undo: an `undo` takes back the vote on the trial and the question that it names, if there is one at that time, whatever
///    was answered since; so it means the same whichever events come in later. Without a name, as in older files, it takes
///    back the latest vote that counts; with a trial alone, where the plan names questions, the latest on that trial.
/// 6. Attempts: each `image_failed` is one attempt at a trial that the person went on without (older files have two, one for
///    each side, and plans of their time take one for enough), and each `timeout` one whose time was over. A trial is postponed by
///    it, and left out after as many as the plan's rules say, unless it is answered. Where a plan asks again, a vote is proof that
///    the images can be shown: those that failed before it count no more, also when it is taken back. Each `timeout` counts on,
///    since each question about a trial has its own time.
/// 7. Next: of the trials that are not answered and not left out those that failed least often, of these the first by its
///    number. So what was postponed comes after all others. Of its questions the first that has no vote.
/// 8. Undoable: one vote, not those before it; the latest, until an `undo`, a failed image or the end of a trial's time
///    follows it.
/// 9. End: the first `finish` at which nothing is left to ask ends the session, and nothing whose time lies after it counts. An
///    earlier `finish` ends nothing, so that none can cut a session short.
/// 10. Answers: of several answers to a question the last counts; an empty list takes it back.
/// 11. Complete: nothing is left to ask, and at least the share of the trials that the plan's rules say has a vote.
/// 12. Practice: pairs to practise on come before all trials, by their numbers, and no more when a trial was in view or answered.
///     Each is over with its first `practice`, or when its images could not be shown or its time was over. No other event on
///     them means anything: nobody can vote there, nothing of it can be taken back, and no session is the more or less complete
///     for it.
/// 13. Break: after every so many answered trials, while one is left to ask, until a trial comes into view, fails or is
///     over with as many answered. So a break that was passed does not come again: neither when the session is opened again,
///     nor when its last vote is taken back and given again, nor when the next trial is postponed.
package struct SessionState: Sendable {
    /// All events in their order, each once.
    package private(set) var events: [AnswerEvent] = []
    /// The vote that counts on each question about a trial that has one.
    package private(set) var votes: [AskedQuestion: AnswerEvent] = [:]
    /// When the images of each of these came into view before its vote, in milliseconds from the start.
    package private(set) var shown: [AskedQuestion: Int] = [:]
    /// When the `finish` that ended the session happened, in milliseconds from the start; nil where there was none.
    package private(set) var end: Int?
    /// Whether the person agreed to take part.
    package private(set) var hasConsent = false
    /// SHA-256 in hexadecimal of the text that the person agreed to; nil where none is recorded.
    package private(set) var consent: String?

    /// What was answered to other questions, by their ids.
    package private(set) var answers: [String: AnswerValue] = [:]

    private let trials: Set<Int>
    private let rules: SessionRules
    private var inView: [Int: Int] = [:]
    /// How many trials are answered: have a vote on each question.
    package private(set) var answered = 0
    /// The most trials that were answered when one was asked.
    private var answeredWhenAsked = 0
    /// How many attempts at each trial came to nothing.
    package private(set) var failures: [Int: Int] = [:]
    /// How many of these had run out of time.
    private var timeouts: [Int: Int] = [:]
    private var lastVoted: AskedQuestion?
    private let practice: Set<Int>
    /// What of the practice is over.
    private var practised: Set<Int> = []
    /// Whether the person has come to the trials.
    package private(set) var hasBegunTrials = false

    /// What `events`, given in any order, come to in a seat with these `trials`, by their numbers, under the plan's `rules`.
    package init(_ events: [AnswerEvent] = [], trials: Set<Int>, rules: SessionRules) {
        self.trials = trials
        practice = Set(rules.practiceNumbers(after: trials.count))
        self.rules = rules
        self.events.reserveCapacity(events.count)
        for event in events.inOrder where event.id != self.events.last?.id { append(event) }
    }

    /// Takes one more event, which may have happened at any time.
    package mutating func apply(_ event: AnswerEvent) {
        guard let last = events.last, !last.precedes(event) else { return append(event) }
        guard !events.contains(where: { $0.id == event.id }) else { return }
        self = SessionState(events + [event], trials: trials, rules: rules)
    }

    /// The trial to ask, by its number; nil where none is left.
    package var next: Int? {
        trials.lazy.filter(isOpen).min { (failures[$0] ?? 0, $0) < (failures[$1] ?? 0, $1) }
    }

    /// What to practise on before the trials, by its number; nil where nothing is left of it.
    package var nextPractice: Int? { hasBegunTrials || isFinished ? nil : practice.subtracting(practised).min() }

    /// Whether the practice is over, and the first trial is still to come.
    package var isAfterPractice: Bool {
        !practice.isEmpty && !hasBegunTrials && !isFinished && nextPractice == nil && next != nil
    }

    /// Whether a break is due before the next trial, where one is offered after so many answered trials each; 0 for never.
    package func isBreakDue(every votes: Int) -> Bool {
        votes > 0 && !isFinished && next != nil && answered.isMultiple(of: votes) && answered > answeredWhenAsked
    }

    /// The question to ask about ``next``, by its id; nil where none is left, and where the plan names none.
    package var nextQuestion: String? {
        next.flatMap { trial in
            rules.questions.first { votes[AskedQuestion(trial: trial, question: $0)] == nil }
        }
    }

    /// Whether the person did what a session needs: nothing is left to ask, and not too much is left out.
    package var isComplete: Bool { next == nil && hasEnoughVotes }

    /// Whether as many trials are answered as a complete session needs.
    private var hasEnoughVotes: Bool { isEnough(answered) }

    /// Whether nothing is left to ask, and with the trials that are left out for their images, and not for their time, the session
    /// would be complete.
    package var lacksImages: Bool {
        next == nil && !hasEnoughVotes
            && isEnough(answered + leftOut.count { failures[$0] ?? 0 > timeouts[$0] ?? 0 })
    }

    private func isEnough(_ answered: Int) -> Bool {
        // A quotient of whole numbers, which is the nearest to what study.yaml says.
        trials.isEmpty || Double(answered) / Double(trials.count) >= rules.completeShare
    }

    /// How many votes the session would need to be taken for a whole one: a trial that is left out needs none, unless too many
    /// are.
    package var asked: Int { next == nil && !hasEnoughVotes ? trials.count : trials.count - leftOut.count }

    /// Whether the session is over: nothing can be answered or taken back any more.
    package var isFinished: Bool { end != nil }

    /// The vote that can be taken back, by what it answers; nil where none can.
    package var undoable: AskedQuestion? { isFinished ? nil : lastVoted }

    /// Trials that are not answered and not asked any more, because an image could not be shown or their time was over.
    package var leftOut: Set<Int> { Set(failures.keys.filter { !isAnswered($0) && !isOpen($0) }) }

    /// The events whose time lies after the end, in their order; they count for nothing.
    package var late: [AnswerEvent] {
        guard let end else { return [] }
        return Array(events.drop { $0.milliseconds <= end })
    }

    /// The time to give to an event that happens at `now`, in milliseconds from the start: after all that are there,
    /// also where the clock was set back.
    package func time(at now: Int) -> Int {
        let earliest = events.last.map { $0.milliseconds + 1 } ?? 0
        return min(max(now, earliest), AnswerLimits.milliseconds.upperBound)
    }

    private func isOpen(_ trial: Int) -> Bool { !isAnswered(trial) && failures[trial] ?? 0 < rules.imageTries }

    private func isAnswered(_ trial: Int) -> Bool {
        rules.questions.isEmpty
            ? votes[AskedQuestion(trial: trial, question: nil)] != nil
            : rules.questions.allSatisfy { votes[AskedQuestion(trial: trial, question: $0)] != nil }
    }

    /// Whether a vote on `question`, nil for one that names none, is on one of the plan's.
    private func isAsked(_ question: String?) -> Bool {
        question.map(rules.questions.contains) ?? rules.questions.isEmpty
    }

    /// Makes `vote` the one that counts on `asked`, nil for none.
    private mutating func set(_ vote: AnswerEvent?, on asked: AskedQuestion) {
        let before = isAnswered(asked.trial)
        votes[asked] = vote
        answered += (isAnswered(asked.trial) ? 1 : 0) - (before ? 1 : 0)
    }

    /// Adds an event that happened after all that are there.
    private mutating func append(_ event: AnswerEvent) {
        events.append(event)
        if let end, event.milliseconds > end { return }
        if let trial = event.trial, !trials.contains(trial) {
            if practice.contains(trial), [.practice, .imageFailed, .timeout].contains(event.kind) {
                practised.insert(trial)
            }
            return
        }
        if event.trial != nil, [.shown, .vote, .imageFailed, .timeout].contains(event.kind) { hasBegunTrials = true }
        switch (event.kind, event.trial) {
        case (.consent, _):
            hasConsent = true
            consent = event.value?.text
        case (.shown, let trial?):
            inView[trial] = event.milliseconds
            answeredWhenAsked = max(answeredWhenAsked, answered)
        case (.vote, let trial?):
            guard isAsked(event.question) else { return }
            let asked = AskedQuestion(trial: trial, question: event.question)
            set(event, on: asked)
            shown[asked] = inView[trial]
            lastVoted = asked
            if rules.imageTries > 1 { failures[trial] = timeouts[trial] }
        case (.imageFailed, let trial?), (.timeout, let trial?):
            failures[trial, default: 0] += 1
            if event.kind == .timeout { timeouts[trial, default: 0] += 1 }
            answeredWhenAsked = max(answeredWhenAsked, answered)
            lastVoted = nil
        case (.undo, let named):
            if event.question != nil, !isAsked(event.question) { return }
            if let asked = taken(named, event.question) {
                set(nil, on: asked)
                shown[asked] = nil
            }
            lastVoted = nil
        case (.finish, _):
            if end == nil, next == nil { end = event.milliseconds }
        case (.answer, _):
            if let question = event.question, let value = event.value { answers[question] = value.isNone ? nil : value }
        case (.shown, nil), (.vote, nil), (.imageFailed, nil), (.timeout, nil), (.practice, _), (.flip, _),
            (.enlarge, _), (.blur, _), (.focus, _), (.language, _),
            (.scheme, _),
            (.screenedOut, _):
            break
        }
    }
}

extension SessionState {
    /// The vote that an undo with these names takes back.
    private func taken(_ trial: Int?, _ question: String?) -> AskedQuestion? {
        if let trial, question != nil || rules.questions.isEmpty {
            return AskedQuestion(trial: trial, question: question)
        }
        return votes.filter {
            (trial == nil || $0.key.trial == trial) && (question == nil || $0.key.question == question)
        }
        .max { $0.value.precedes($1.value) }?.key
    }
}

extension [AnswerEvent] {
    /// The events in the order in which they count.
    package var inOrder: [AnswerEvent] { sorted { $0.precedes($1) } }
}

extension AnswerEvent {
    fileprivate func precedes(_ other: AnswerEvent) -> Bool {
        if milliseconds != other.milliseconds { return milliseconds < other.milliseconds }
        return kind.rank == other.kind.rank ? id < other.id : kind.rank < other.kind.rank
    }
}

extension AnswerEvent.Kind {
    fileprivate var rank: Int {
        switch self {
        case .undo: 1
        case .finish: 2
        case .consent, .shown, .vote, .practice, .answer, .blur, .focus, .imageFailed, .timeout, .flip, .enlarge,
            .language, .scheme,
            .screenedOut:
            0
        }
    }
}
