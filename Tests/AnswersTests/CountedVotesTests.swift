import Answers
import Study
import Testing

@Suite("What counts of a session")
struct CountedVotesTests {
    private func event(
        _ number: Int, _ kind: AnswerEvent.Kind, at milliseconds: Int, trial: Int? = nil, _ choice: Choice? = nil
    ) -> AnswerEvent {
        AnswerEvent(id: "id-\(number)", milliseconds: milliseconds, kind: kind, trial: trial, choice: choice)
    }

    /// Every order of `items`.
    private func orders<Item>(_ items: [Item]) -> [[Item]] {
        guard let last = items.last else { return [[]] }
        return orders(items.dropLast()).flatMap { order in
            (0...order.count).map { Array(order[..<$0]) + [last] + Array(order[$0...]) }
        }
    }

    @Test("nothing counts after the end, in whatever order the events are given")
    func afterTheEnd() {
        let own = [
            event(1, .vote, at: 10, trial: 1, .left), event(2, .vote, at: 20, trial: 2, .left),
            event(3, .finish, at: 30),
        ]
        let later = [
            event(4, .vote, at: 31, trial: 1, .right), event(5, .undo, at: 32), event(6, .undo, at: 33, trial: 1),
            event(7, .imageFailed, at: 34, trial: 2),
        ]
        for events in orders(own + later) {
            let counted = CountedVotes(events, trials: [1, 2])
            #expect(counted.events == own && counted.late == later && counted.end == 30)
            #expect(counted.votes.mapValues(\.choice) == [1: .left, 2: .left])
            #expect(counted.isComplete && counted.failed == [])
        }
    }

    @Test("what happened before the end counts whenever it arrives, in every order")
    func beforeTheEnd() {
        // The last answer was taken back on the last page and given again.
        let events = [
            event(1, .vote, at: 10, trial: 1, .left), event(2, .vote, at: 20, trial: 2, .left),
            event(3, .undo, at: 25, trial: 2), event(4, .vote, at: 28, trial: 2, .right), event(5, .finish, at: 40),
            event(6, .undo, at: 41),
        ]
        for events in orders(events) {
            let counted = CountedVotes(events, trials: [1, 2])
            #expect(counted.votes.mapValues(\.choice) == [1: .left, 2: .right])
            #expect(counted.end == 40 && counted.late.map(\.id) == ["id-6"])
        }
        // As long as a part is missing, the rest counts as it is, and nothing is over.
        for missing in 0..<2 {
            var part = events
            part.remove(at: missing == 0 ? 0 : 3)
            #expect(CountedVotes(part, trials: [1, 2]).end == nil)
            #expect(!CountedVotes(part, trials: [1, 2]).isComplete)
        }
    }

    @Test("an end that comes before all is answered ends nothing; the first after that does")
    func early() {
        let events = [
            event(1, .finish, at: 0), event(2, .vote, at: 10, trial: 1, .left), event(3, .finish, at: 15),
            event(4, .vote, at: 20, trial: 2, .left), event(5, .finish, at: 30),
            event(6, .vote, at: 35, trial: 2, .right),
            event(7, .finish, at: 40),
        ]
        for events in orders(events) {
            let counted = CountedVotes(events, trials: [1, 2])
            #expect(counted.end == 30 && counted.votes[2]?.choice == .left)
            #expect(counted.late.map(\.id) == ["id-6", "id-7"])
        }
    }

    @Test("a session in which all is answered is complete without an end, and what follows still counts")
    func withoutEnd() {
        let events = [event(1, .vote, at: 10, trial: 1, .left), event(2, .imageFailed, at: 20, trial: 2)]
        #expect(CountedVotes(events, trials: [1, 2]).isComplete)
        #expect(CountedVotes(events, trials: [1, 2]).end == nil)
        #expect(!CountedVotes(events + [event(3, .undo, at: 30)], trials: [1, 2]).isComplete)
    }

    @Test("within one millisecond votes come first, then their taking back, then the end")
    func sameMillisecond() {
        let events = [
            event(9, .vote, at: 5, trial: 1, .left), event(8, .vote, at: 5, trial: 2, .left),
            event(1, .finish, at: 5),
        ]
        for events in orders(events) {
            #expect(CountedVotes(events, trials: [1, 2]).end == 5)
            #expect(CountedVotes(events, trials: [1, 2]).late.isEmpty)
        }
        for events in orders(events + [event(0, .undo, at: 5, trial: 2)]) {
            let counted = CountedVotes(events, trials: [1, 2])
            #expect(counted.end == nil && counted.votes.keys.sorted() == [1])
        }
    }
}
