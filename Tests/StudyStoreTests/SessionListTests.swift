import Answers
import SessionLists
import Study
import StudyStore
import TestKit
import Testing
import Votes

/// The store takes events together as the golden lists say.
struct SessionListTests {
    @Test(
        "a store counts the votes of a session as its golden list says, however its events arrive",
        arguments: SessionList.all.filter { $0.practice == 0 })
    func votes(list: SessionList) throws {
        for rules in list.rules { try count(list, rules) }
    }

    private func count(_ list: SessionList, _ rules: SessionRules) throws {
        let plan =
            rules == .earlier ? Fixture.earlierHash : list.questions == nil ? Fixture.tiedHash : Fixture.askedHash
        var draw = Draw()
        let events = try list.events
        for (way, order) in [events, events.reversed(), events.shuffled(using: &draw)].enumerated() {
            try Fixture.withPlan(ties: true, questions: list.named, rules: rules) { fixture in
                let parts = way == 0 ? [order] : order.map { [$0] }
                // What is late is named where it could have changed the votes, as far as the events are known by then.
                let changing = Set(
                    events.filter { [.vote, .undo, .imageFailed, .timeout].contains($0.kind) }.map(\.id))
                var known: [AnswerEvent] = []
                for part in parts {
                    known += part
                    let state = SessionState(known, trials: [1, 2, 3, 4], rules: rules)
                    let receipt = try fixture.store.accept(Fixture.header(plan: plan), part)
                    #expect(receipt.refusal == nil)
                    #expect(
                        receipt.refused.allSatisfy { refused in
                            ["trial", "question", "an answer without"].contains { refused.why.contains($0) }
                        })
                    let late = changing.intersection(state.late.map(\.id)).intersection(part.map(\.id))
                    #expect(Set(receipt.late) == late, "\(list); \(draw.again)")
                }
                let votes = try fixture.store.votes(people: .identities)
                let ids = Dictionary(
                    uniqueKeysWithValues: votes.map { (SessionList.State.name($0.trial ?? 0, $0.question), $0.vote) })
                #expect(ids == list.state.votes.mapValues(Optional.some), "\(list); \(draw.again)")
                guard let session = try fixture.store.sessions().first else { return #expect(events.isEmpty) }
                let answered = (1...4).count { trial in
                    (list.questions?.map(Optional.some) ?? [nil]).allSatisfy { question in
                        list.state.votes[SessionList.State.name(trial, question)] != nil
                    }
                }
                #expect(session.isComplete == list.state.isComplete && session.votes == answered)
                let isOwed = list.state.next == nil && !list.state.isComplete
                #expect(votes.allSatisfy { $0.asked == (isOwed ? 4 : 4 - list.state.leftOut.count) })
            }
        }
    }
}
