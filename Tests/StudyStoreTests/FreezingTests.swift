import Answers
import Foundation
import GRDB
import Pairing
import Study
import Testing

@testable import StudyStore

@Suite("the freezing of plans")
struct FreezingTests {
    private static let next = frozen.hash
    private static let frozen = FrozenPlan(plan)

    /// Every row of a table of plans that belongs to `hash`.
    private func rows(of hash: String, _ store: StudyStore) throws -> [Int] {
        try store.read { db in
            try ["plan", "planHead", "planGeneration", "seat", "seatText"].map { table in
                let column = table == "plan" ? "hash" : "planHash"
                return try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE \(column) = ?", arguments: [hash])
                    ?? 0
            }
        }
    }

    /// A plan with more seats, and so with more transactions where each holds one.
    private static let plan = {
        var plan = Fixture.plan(seed: 4)
        let seat = plan.seats[0]
        plan.seats += (3...6).map { Seat(number: $0, trials: seat.trials) }
        return plan
    }()

    @Test("between its transactions others write, and no reader sees a plan that is not frozen yet")
    func between() throws {
        try Fixture.withPlan { fixture in
            let other = try fixture.reopened(patience: 0)
            var votes = 0
            try fixture.store.freeze(
                Self.frozen, analysis: (.init(), Fixture.hash("a")), milliseconds: 0
            ) {
                votes += 1
                let vote = AnswerEvent(
                    id: Fixture.uuid(votes), milliseconds: votes, kind: .vote, trial: 1, choice: .left)
                #expect(try other.accept(Fixture.header(), [vote]).added == 1)
                #expect(try other.currentPlan()?.hash == Fixture.planHash)
                #expect(try other.currentOutline()?.hash == Fixture.planHash)
                #expect(try other.plan(Self.next) == nil)
                #expect(try other.seat(1, ofPlan: Self.next) == nil)
                #expect(try other.plans().map(\.hash) == [Fixture.planHash])
                #expect(try other.plans()[0].isCurrent)
                #expect(try other.analysisPlans(ofPlan: Self.next) == [])
                #expect(try other.unfrozenPlans() == [Self.next])
                var header = Fixture.header(session: 2)
                header.planHash = Self.next
                let early = try other.accept(header, Fixture.events(session: 2))
                #expect(early.refusal?.contains("a plan that this study does not have") == true)
            }
            // Before each of six seats, and before the freezing itself.
            #expect(votes == 7)
            #expect(try other.currentPlan()?.plan == Self.plan)
            #expect(try other.currentOutline()?.hash == Self.next)
            #expect(try other.plans().map(\.isCurrent) == [false, true])
            #expect(try other.unfrozenPlans() == [])
            #expect(try other.analysisPlans(ofPlan: Self.next).count == 1)
            #expect(try other.seat(6, ofPlan: Self.next) == Self.plan.seats[5])
            #expect(try other.seat(7, ofPlan: Self.next) == nil)
        }
    }

    @Test(
        "what a killed freezing left is seen by nobody, blocks nothing, and the next one takes its place",
        arguments: [true, false])
    func killed(isSame: Bool) throws {
        try Fixture.withPlan { fixture in
            // A copy of the file as it is in the middle is what a kill leaves.
            let left = fixture.folder.appending(path: "left.sqlite")
            var turns = 0
            try fixture.store.freeze(Self.frozen, milliseconds: 0) {
                turns += 1
                if turns == 4 {
                    let copy = try DatabaseQueue(path: left.path)
                    try fixture.store.queue.backup(to: copy)
                }
            }
            let store = try StudyStore(at: left)
            #expect(try store.unfrozenPlans() == [Self.next])
            #expect(try rows(of: Self.next, store) == [1, 1, 4, 3, 3])
            #expect(try store.currentPlan()?.hash == Fixture.planHash)
            #expect(try store.plans().count == 1)
            #expect(try store.accept(Fixture.header(), Fixture.events()).added == 10)
            var plan = Self.plan
            if !isSame { plan.seed = 5 }
            let frozen = FrozenPlan(plan)
            let hash = frozen.hash
            try store.freeze(frozen)
            #expect(try store.plan(hash)?.plan == plan)
            #expect(try store.currentPlan()?.hash == hash)
            #expect(try store.unfrozenPlans() == [])
            #expect(try rows(of: hash, store) == [1, 1, 4, 6, 6])
            if !isSame { #expect(try rows(of: Self.next, store) == [0, 0, 0, 0, 0]) }
            #expect(try store.sessions().count == 1)
            try store.read { try $0.checkForeignKeys() }
        }
    }

    @Test("what a killed freezing left can be removed, and no frozen plan goes with it")
    func removed() throws {
        try Fixture.withPlan { fixture in
            #expect(try fixture.store.removeUnfrozenPlans() == 0)
            let other = try fixture.reopened()
            var removed: [Int] = []
            let error = #expect(throws: StudyStoreError.self) {
                try fixture.store.freeze(Self.frozen, milliseconds: 0) {
                    removed.append(try other.removeUnfrozenPlans())
                }
            }
            #expect(error?.description.contains("another `dotchi survey plan`") == true)
            #expect(removed == [1])
            #expect(try rows(of: Self.next, other) == [0, 0, 0, 0, 0])
            #expect(try rows(of: Fixture.planHash, fixture.store) == [1, 1, 4, 2, 2])
        }
    }

    @Test(
        "of two freezings that overlap the later goes on, the earlier ends, and their rows never mix",
        arguments: [true, false])
    func overlapping(isSame: Bool) throws {
        try Fixture.withPlan { fixture in
            let other = try fixture.reopened()
            var plan = Self.plan
            if !isSame { plan.seats.removeLast() }
            let frozen = FrozenPlan(plan)
            let hash = frozen.hash
            var turns = 0
            let error = #expect(throws: StudyStoreError.self) {
                try fixture.store.freeze(Self.frozen, milliseconds: 0) {
                    turns += 1
                    if turns == 3 { try other.freeze(frozen, milliseconds: 0) }
                }
            }
            #expect(error?.description.contains("another `dotchi survey plan`") == true)
            #expect(turns == 3)
            #expect(try other.currentPlan()?.hash == hash)
            #expect(try other.currentPlan()?.plan == plan)
            #expect(try other.unfrozenPlans() == [])
            let seats = plan.seats.count
            #expect(try rows(of: hash, other) == [1, 1, 4, seats, seats])
            if !isSame { #expect(try rows(of: Self.next, other) == [0, 0, 0, 0, 0]) }
        }
    }

    @Test("a plan and its analysis plan are frozen both or neither")
    func together() throws {
        try Fixture.withPlan { (fixture) throws in
            let wrong = #expect(throws: StudyStoreError.self) {
                try fixture.store.freeze(Self.frozen, analysis: (.init(), "no hash"))
            }
            #expect(wrong != nil)
            #expect(try rows(of: Self.next, fixture.store) == [0, 0, 0, 0, 0])
            #expect(try fixture.store.currentPlan()?.hash == Fixture.planHash)
            let settings = AnalysisSettings(level: 0.9)
            #expect(try fixture.store.freeze(Self.frozen, analysis: (settings, Fixture.hash("a"))))
            #expect(try !fixture.store.freeze(Self.frozen, analysis: (settings, Fixture.hash("a"))))
            #expect(try fixture.store.analysisPlans(ofPlan: Self.next).map(\.settings) == [settings])
        }
    }

    @Test("a plan that is refused leaves no row behind")
    func refused() throws {
        try Fixture.withPlan { (fixture) throws in
            var plan = Self.plan
            plan.seats[5].change(3) { $0.left.index = 4 }
            let frozen = FrozenPlan(plan)
            #expect(throws: StudyStoreError.self) { try fixture.store.freeze(frozen, milliseconds: 0) }
            #expect(try rows(of: frozen.hash, fixture.store) == [0, 0, 0, 0, 0])
        }
    }
}
