import Answers
import SessionLists
import Study
import TestKit
import Testing

/// What the events of a session come to; the cases are in Tests/SessionLists/Goldens.
struct SessionStateTests {
    /// Every order of `items`.
    private func orders<Item>(_ items: [Item]) -> [[Item]] {
        guard let last = items.last else { return [[]] }
        return orders(items.dropLast()).flatMap { order in
            (0...order.count).map { Array(order[..<$0]) + [last] + Array(order[$0...]) }
        }
    }

    /// Every order of a few events; of many, the order as it is, its reverse, and some that are drawn.
    private func arrivals(of events: [AnswerEvent], _ draw: inout Draw) -> [[AnswerEvent]] {
        if events.count <= 5 { return orders(events) }
        return [events, events.reversed()] + (0..<40).map { _ in events.shuffled(using: &draw) }
    }

    @Test("there is a list for each thing that can happen to a session")
    func lists() {
        #expect(SessionList.all.count >= 71)
        #expect(SessionList.all.allSatisfy { $0.trials == 4 })
        #expect(Set(SessionList.all.map(\.says)).count == SessionList.all.count)
    }

    @Test(
        "the events of a session come to what its golden list says, in whatever order they arrive",
        arguments: SessionList.all)
    func goldens(list: SessionList) throws {
        var draw = Draw()
        for rules in list.rules {
            for events in arrivals(of: try list.events, &draw) {
                let state = SessionState(events, trials: [1, 2, 3, 4], rules: rules)
                #expect(SessionList.State(state, breaks: list.breaks) == list.state, "\(list); \(draw.again)")
                #expect(state.isFinished == (list.state.end != nil))
                #expect(Set(state.events.map(\.id)).count == state.events.count)
            }
        }
    }

    @Test("one event after the other, in any order, comes to what all at once do", arguments: SessionList.all)
    func oneByOne(list: SessionList) throws {
        var draw = Draw()
        for rules in list.rules {
            for events in arrivals(of: try list.events, &draw) {
                var state = SessionState(trials: [1, 2, 3, 4], rules: rules)
                for (count, event) in events.enumerated() {
                    state.apply(event)
                    let whole = SessionState(Array(events[...count]), trials: [1, 2, 3, 4], rules: rules)
                    #expect(
                        SessionList.State(state, breaks: list.breaks) == SessionList.State(whole, breaks: list.breaks),
                        "\(list); \(draw.again)")
                    #expect(state.events == whole.events)
                }
            }
        }
    }

    @Test(
        "sessions that no front writes are the same for every order of arrival too",
        arguments: [
            SessionRules.earlier, SessionRules(SurveySettings()),
            SessionRules(imageTries: 2, completeShare: 0.5, practice: 1),
        ])
    func random(rules: SessionRules) {
        var draw = Draw()
        for _ in 0..<300 {
            let events = RandomSessions.events(using: &draw)
            let state = SessionList.State(SessionState(events, trials: [1, 2, 3, 4], rules: rules), breaks: 2)
            for _ in 0..<5 {
                var other = SessionState(trials: [1, 2, 3, 4], rules: rules)
                for event in events.shuffled(using: &draw) { other.apply(event) }
                #expect(SessionList.State(other, breaks: 2) == state, "\(draw.again)")
            }
        }
    }

    @Test("an undo means the same whether the votes on other trials have arrived or not")
    func undoByName() {
        func event(_ id: String, _ kind: AnswerEvent.Kind, at time: Int, _ trial: Int?) -> AnswerEvent {
            AnswerEvent(id: id, milliseconds: time, kind: kind, trial: trial, choice: kind == .vote ? .left : nil)
        }
        let other = event("b", .vote, at: 20, 2)
        for trial in [1, nil] {
            let known = [event("a", .vote, at: 10, 1), event("c", .undo, at: 30, trial)]
            let before = SessionState(known, trials: [1, 2], rules: .earlier)
            let after = SessionState(known + [other], trials: [1, 2], rules: .earlier)
            #expect(before.votes[1] == nil)
            // Only a nameless one means something else when more is known.
            #expect((after.votes[1] == nil) == (trial == 1))
        }
    }

    @Test("consent is known from its event, and each event gets a time after all others")
    func consentAndTime() {
        var state = SessionState(trials: [1], rules: .earlier)
        #expect(!state.hasConsent && state.time(at: 0) == 0 && state.time(at: 7) == 7)
        state.apply(AnswerEvent(id: "a", milliseconds: 50, kind: .consent))
        #expect(state.hasConsent && state.time(at: 7) == 51 && state.time(at: 51) == 51 && state.time(at: 60) == 60)
        state.apply(AnswerEvent(id: "b", milliseconds: AnswerLimits.milliseconds.upperBound, kind: .blur))
        #expect(AnswerLimits.milliseconds.contains(state.time(at: 60)))
    }

    @Test(
        "a session is complete with at least the share of its trials that its plan wants",
        arguments: [(9, 0.9, true), (8, 0.9, false), (10, 1, true), (9, 1, false), (5, 0.5, true), (0, 0, true)])
    func complete(answered: Int, share: Double, isComplete: Bool) {
        func event(_ number: Int, _ kind: AnswerEvent.Kind, _ trial: Int) -> AnswerEvent {
            AnswerEvent(
                id: "\(number)", milliseconds: number, kind: kind, trial: trial, choice: kind == .vote ? .left : nil)
        }
        let rules = SessionRules(imageTries: 2, completeShare: share)
        var state = SessionState(trials: Set(1...10), rules: rules)
        for trial in 1...10 { state.apply(event(trial, trial <= answered ? .vote : .imageFailed, trial)) }
        #expect(state.isComplete == (answered == 10) && state.asked == 10)
        for trial in 1...10 where trial > answered { state.apply(event(100 + trial, .imageFailed, trial)) }
        #expect(state.next == nil && state.isComplete == isComplete)
        // Who could be shown enough was asked no more than they answered; else the missing ones are missing.
        #expect(state.asked == (isComplete ? answered : 10))
    }

    @Test("a share is taken for what study.yaml says, whatever its binary digits are")
    func shares() {
        for trials in 1...60 {
            for answered in 1...trials {
                let share = Double(answered) / Double(trials)
                var state = SessionState(
                    trials: Set(1...trials), rules: SessionRules(imageTries: 1, completeShare: share))
                for trial in 1...trials {
                    state.apply(
                        AnswerEvent(
                            id: "\(trial)", milliseconds: trial, kind: trial <= answered ? .vote : .imageFailed,
                            trial: trial, choice: .left))
                }
                #expect(state.isComplete)
            }
        }
    }
}
