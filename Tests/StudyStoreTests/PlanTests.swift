import Answers
import Foundation
import Study
import StudyStore
import Testing

@Suite("plans")
struct PlanTests {
    @Test("a frozen plan comes back as it was")
    func roundTrip() throws {
        try Fixture.withPlan(ties: true) { fixture in
            let stored = try #require(try fixture.store.currentPlan())
            #expect(stored.plan == Fixture.plan(ties: true))
            #expect(stored.hash == Fixture.planHash)
            #expect(stored.frozenAt == Fixture.time)
            #expect(try fixture.store.plan(Fixture.planHash) == stored)
            #expect(try fixture.store.plan(Fixture.hash("other")) == nil)
        }
    }

    @Test("the plan frozen last is the current one, and one frozen before can be chosen again")
    func current() throws {
        try Fixture.withPlan { fixture in
            let other = Fixture.plan(seed: 7)
            try fixture.store.freeze(other, hash: Fixture.hash("other"))
            #expect(try fixture.store.currentPlan()?.plan == other)
            try fixture.store.freeze(Fixture.plan(), hash: Fixture.planHash)
            let again = try #require(try fixture.store.currentPlan())
            #expect(again.hash == Fixture.planHash && again.frozenAt == Fixture.time)
        }
    }

    @Test("a plan that shows what is not published is refused whole")
    func unpublished() throws {
        try Fixture.withPlan { fixture in
            var plan = Fixture.plan()
            plan.generations[0].number = 2
            #expect(throws: StudyStoreError.self) { try fixture.store.freeze(plan, hash: Fixture.hash("a")) }
            plan = Fixture.plan()
            plan.generations.removeLast()
            #expect(throws: StudyStoreError.self) { try fixture.store.freeze(plan, hash: Fixture.hash("b")) }
            plan = Fixture.plan()
            plan.seats[1].trials[2].left.index = 4
            #expect(throws: StudyStoreError.self) { try fixture.store.freeze(plan, hash: Fixture.hash("c")) }
            plan = Fixture.plan()
            plan.seats[0].trials[3].repeatOf = 9
            #expect(throws: StudyStoreError.self) { try fixture.store.freeze(plan, hash: Fixture.hash("d")) }
            let current = try #require(try fixture.store.currentPlan())
            #expect(current.hash == Fixture.planHash)
            let refused = try fixture.store.plan(Fixture.hash("c"))
            #expect(refused == nil)
        }
    }

    @Test("the least-filled seat is given, the lowest of equals; simulated people take none from people")
    func seats() throws {
        try Fixture.withPlan { fixture in
            func least(simulated: Bool = false) throws -> Int? {
                try fixture.store.leastFilledSeat(ofPlan: Fixture.planHash, simulated: simulated)
            }
            func begun(_ session: Int) -> [AnswerEvent] { Array(Fixture.events(session: session).prefix(1)) }
            #expect(try least() == 1)
            // A header alone takes no seat.
            _ = try fixture.store.accept(Fixture.header(session: 1, seat: 1), [])
            #expect(try least() == 1)
            _ = try fixture.store.accept(Fixture.header(session: 1, seat: 1), begun(1))
            #expect(try least() == 2)
            #expect(try least(simulated: true) == 1)
            _ = try fixture.store.accept(Fixture.header(session: 2, seat: 2), begun(2))
            #expect(try least() == 1)
            _ = try fixture.store.accept(
                Fixture.header(session: 3, seat: 1, source: "simulated"), begun(3), simulated: true)
            #expect(try least() == 1)
            #expect(try least(simulated: true) == 2)
            #expect(
                try fixture.store.seats(ofPlan: Fixture.planHash).map { [$0.seat, $0.sessions, $0.simulated] }
                    == [[1, 1, 1], [2, 1, 0]])
            #expect(try fixture.store.leastFilledSeat(ofPlan: Fixture.hash("other")) == nil)
        }
    }
}
