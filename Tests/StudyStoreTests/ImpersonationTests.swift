import Answers
import Foundation
import GRDB
import Study
import Testing
import Votes

@testable import StudyStore

@Suite("nobody answers for another")
struct ImpersonationTests {
    private func count(_ table: String, _ fixture: Fixture) throws -> Int? {
        try fixture.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
    }

    /// An event of nobody else.
    private func event(
        _ number: Int, _ kind: AnswerEvent.Kind, at milliseconds: Int, trial: Int? = nil, choice: Choice? = nil
    ) -> AnswerEvent {
        AnswerEvent(
            id: Fixture.uuid(number, series: 7), milliseconds: milliseconds, kind: kind, trial: trial, choice: choice)
    }

    @Test("a header alone leaves nothing behind, however many there are")
    func headersAlone() throws {
        try Fixture.withPlan { fixture in
            for session in 1...50 {
                let receipt = try fixture.store.accept(Fixture.header(session: session, participant: "p"), [])
                #expect(receipt == AnswerReceipt())
            }
            // Nor does one whose events are all refused.
            let wrong = try fixture.store.accept(Fixture.header(), [event(1, .shown, at: 0, trial: 99)])
            #expect(wrong.refused.count == 1 && wrong.added == 0)
            #expect(try count("session", fixture) == 0)
            #expect(try count("arrival", fixture) == 0)
        }
    }

    @Test(
        "an id with anything after it, be it a NUL, is no id: one session is not two, and none comes back after an erasure"
    )
    func idsAreWhole() throws {
        try Fixture.withPlan { fixture in
            var header = Fixture.header()
            _ = try fixture.store.erase(sessions: [header.session])
            for end in ["\0", "\0z", " ", "\n"] {
                header.session = Fixture.header().session + end
                #expect(try fixture.store.accept(header, Fixture.events()).refusal == "the session's id is no UUID")
                var event = Fixture.events(session: 2)[0]
                event.id += end
                #expect(
                    try fixture.store.accept(Fixture.header(session: 2), [event]).refused.map(\.why) == [
                        "its id is no UUID"
                    ])
            }
            #expect(try count("session", fixture) == 0)
        }
    }

    @Test(
        "what was handed in under a session's id without a vote keeps that session's own answers from nothing",
        arguments: [("stranger", 1, "link"), (nil, 1, "link"), ("p1", 2, "link"), ("p1", 1, "simulated")])
    func squatting(participant: String?, seat: Int, source: String) throws {
        try Fixture.withPlan { fixture in
            let impostor = Fixture.header(seat: seat, participant: participant, source: source)
            _ = try fixture.store.accept(
                impostor, [event(1, .consent, at: 0), event(2, .shown, at: 1, trial: 1)],
                simulated: source == "simulated"
            )
            #expect(try count("session", fixture) == 1)
            let own = try fixture.store.accept(Fixture.header(), Fixture.events())
            #expect(own.refusal == nil && own.added == 10 && own.replaced)
            #expect(try fixture.store.sessions().map(\.header) == [Fixture.header()])
            #expect(try count("event", fixture) == 10)
            // From now on the other is refused, and the refusal names the session.
            let again = try fixture.store.accept(
                impostor, [event(3, .vote, at: 2, trial: 1, choice: .left)], simulated: source == "simulated")
            #expect(again.refusal?.contains("session \(Fixture.uuid(1, series: 1).prefix(8)) is recorded") == true)
            #expect(try fixture.store.votes().count == 4)
        }
    }

    @Test("a session with a vote is replaced by nothing, and one whose votes are all refused replaces nothing")
    func noReplacing() throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(), Array(Fixture.events().prefix(3)))
            let other = Fixture.header(seat: 2, participant: "stranger")
            #expect(try fixture.store.accept(other, Fixture.events(session: 2)).refusal != nil)
            #expect(try fixture.store.sessions().map(\.header) == [Fixture.header()])
        }
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(), Array(Fixture.events().prefix(1)))
            let other = Fixture.header(seat: 2, participant: "stranger")
            let wrong = [event(1, .vote, at: 5, trial: 77, choice: .left), event(2, .blur, at: 6)]
            #expect(try fixture.store.accept(other, wrong).refusal != nil)
            #expect(try fixture.store.sessions().map(\.header) == [Fixture.header()])
            #expect(try count("event", fixture) == 1)
        }
    }

    @Test("with a session's id alone nothing is added or taken back after its end, and the sender is told")
    func afterTheEnd() throws {
        let attack = [
            event(1, .undo, at: 5001), event(2, .vote, at: 900_000, trial: 1, choice: .right),
            event(3, .imageFailed, at: 900_001, trial: 2), event(4, .blur, at: 900_002),
            event(5, .finish, at: 900_003), event(6, .finish, at: 0),
        ]
        let own = try Fixture.withPlan { fixture in
            let receipt = try fixture.store.accept(Fixture.header(), Fixture.events())
            #expect(receipt.late == [])
            return try fixture.store.votes(people: .identities)
        }
        for isFirst in [true, false] {
            try Fixture.withPlan { fixture in
                var late: [String] = []
                for events in isFirst ? [attack, Fixture.events()] : [Fixture.events(), attack] {
                    let receipt = try fixture.store.accept(Fixture.header(), events)
                    #expect(receipt.added == events.count)
                    late += receipt.late
                }
                // The end may come after what lies after it; then nobody could know.
                #expect(late == (isFirst ? [] : attack.prefix(3).map(\.id)))
                #expect(try fixture.store.votes(people: .identities) == own)
                #expect(try fixture.store.sessions().allSatisfy { $0.isComplete && $0.votes == 4 })
            }
        }
    }

    @Test("a session is the same for every order in which its events arrive, also where its end comes first")
    func everyOrder() throws {
        let events =
            Array(Fixture.events().filter { $0.kind != .shown && $0.kind != .consent })
            + [event(1, .undo, at: 4800, trial: 4), event(2, .vote, at: 4900, trial: 4, choice: .left)]
            + [event(3, .undo, at: 6000)]
        #expect(events.count == 8)
        // Multiples modulo a prime: 46 different orders, the first and the last those of the clock.
        for factor in 1...46 {
            let order = events.indices.sorted { ($0 + 1) * factor % 47 < ($1 + 1) * factor % 47 }.map { events[$0] }
            try Fixture.withPlan { fixture in
                for event in order { #expect(try fixture.store.accept(Fixture.header(), [event]).added == 1) }
                let votes = try fixture.store.votes()
                #expect(votes.map(\.choice) == [.left, .right, .left, .left], "\(order.map(\.id))")
                #expect(try fixture.store.sessions().allSatisfy(\.isComplete))
            }
        }
    }

    @Test("sessions of one participant that contradict each other are named by session, never by the participant's id")
    func conflicts() throws {
        try Fixture.withPlan { fixture in
            func take(_ session: Int, _ participant: String?, seat: Int = 1, trials: Int = 4, source: String = "link")
                throws
            {
                _ = try fixture.store.accept(
                    Fixture.header(session: session, seat: seat, participant: participant, source: source),
                    Fixture.events(session: session, choices: Array(repeating: .left, count: trials)),
                    simulated: source == "simulated", at: Fixture.time.addingTimeInterval(Double(session)))
            }
            // One complete session and a begun one on the same seat contradict nothing; nor do nobody's, nor simulated ones.
            try take(1, "calm", trials: 2)
            try take(2, "calm")
            for session in 3...4 { try take(session, nil, seat: session - 2) }
            for session in 5...6 { try take(session, "twice-simulated", source: "simulated") }
            #expect(try fixture.store.conflicts(ofPlan: Fixture.planHash) == [])
            try take(7, "double")
            try take(8, "double")
            try take(9, "wandering", trials: 1)
            try take(10, "wandering", seat: 2)
            let conflicts = try fixture.store.conflicts(ofPlan: Fixture.planHash)
            func ids(_ sessions: Int...) -> [String] { sessions.map { Fixture.uuid($0, series: 1) } }
            #expect(
                conflicts == [
                    SessionConflict(sessions: ids(7, 8), counting: ids(7)[0], complete: 2, seats: [1]),
                    SessionConflict(sessions: ids(9, 10), counting: ids(10)[0], complete: 1, seats: [1, 2]),
                ])
            func short(_ session: Int) -> Substring { ids(session)[0].prefix(8) }
            #expect(
                conflicts[1].description
                    == "2 sessions are of one participant, in seats 1, 2: \(short(9)), \(short(10)). \(short(10)) counts"
            )
            #expect(
                conflicts.allSatisfy { !$0.description.contains("double") && !$0.description.contains("wandering") })
        }
    }

    @Test("a contradiction of very many sessions and seats is said in one short sentence")
    func manyConflicts() {
        let sessions = (1...1500).map { Fixture.uuid($0, series: 1) }
        let conflict = SessionConflict(
            sessions: sessions, counting: sessions[1], complete: 1400, seats: Array(1...200))
        let named = sessions.prefix(5).map { $0.prefix(8) }.joined(separator: ", ")
        #expect(
            conflict.description
                == "1500 sessions are of one participant, 1400 of them complete and in 200 seats: \(named) and 1495 more. "
                + "\(sessions[1].prefix(8)) counts")
    }

    @Test("an earlier session without a vote takes the place of no other")
    func voteless() throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(
                Fixture.header(session: 2, participant: "p1"), [event(1, .consent, at: 0)], at: Fixture.time)
            let later = Fixture.time.addingTimeInterval(1)
            _ = try fixture.store.accept(Fixture.header(), Array(Fixture.events().prefix(3)), at: later)
            #expect(try fixture.store.votes().map(\.excluded) == [nil])
        }
    }
}
