import Answers
import Foundation
import Pairing
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
            #expect(stored.hash == Fixture.tiedHash)
            #expect(stored.frozenAt == Fixture.time)
            #expect(try fixture.store.plan(Fixture.tiedHash) == stored)
            #expect(try fixture.store.plan(Fixture.hash("other")) == nil)
        }
    }

    @Test("the plan frozen last is the current one, and one frozen before can be chosen again")
    func current() throws {
        try Fixture.withPlan { fixture in
            let other = Fixture.plan(seed: 7)
            try fixture.store.freeze(FrozenPlan(other))
            #expect(try fixture.store.currentPlan()?.plan == other)
            try fixture.store.freeze(FrozenPlan(Fixture.plan()))
            let again = try #require(try fixture.store.currentPlan())
            #expect(again.hash == Fixture.planHash && again.frozenAt == Fixture.time)
        }
    }

    @Test("a plan that shows what is not published is refused whole")
    func unpublished() throws {
        try Fixture.withPlan { fixture in
            var plans = [Fixture.plan(), Fixture.plan(), Fixture.plan(), Fixture.plan()]
            plans[0].generations[0].count = 5
            plans[1].generations[0].number = 2
            let pool = plans[1].generations[0].pool
            for seat in plans[1].seats.indices {
                for number in 1...4 {
                    plans[1].seats[seat].change(number) { trial in
                        if trial.left.pool == pool { trial.left.generation = 2 }
                        if trial.right.pool == pool { trial.right.generation = 2 }
                    }
                }
            }
            plans[2].seats[1].change(3) { $0.left.index = 4 }
            plans[3].seats[0].change(4) { $0.repeatOf = 9 }
            for plan in plans {
                let frozen = FrozenPlan(plan)
                #expect(throws: StudyStoreError.self) { try fixture.store.freeze(frozen) }
                let refused = try fixture.store.plan(frozen.hash)
                #expect(refused == nil)
            }
            let current = try #require(try fixture.store.currentPlan())
            #expect(current.hash == Fixture.planHash)
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
            #expect(try fixture.store.leastFilledSeat(ofPlan: Fixture.planHash, except: [1]) == 2)
            #expect(try fixture.store.leastFilledSeat(ofPlan: Fixture.planHash, except: [1, 2]) == nil)
        }
    }
}
