import Foundation
import Pairing
import Study
import Testing

@Suite("Checks and practice")
struct SidePairsTests {
    private func plan(
        checks: Int, practice: Int, catches: Int = 0, trials: Int = 8, repeats: Int = 2, seats: Int = 60,
        images: Int = 60, methods: [[String]] = [["A", "B"], ["A", "B", "C"]], seed: UInt64 = 1
    ) throws -> SurveyPlan {
        var study = study(methods: methods, trials: trials, repeats: repeats)
        study.survey.catchTrials = catches
        (study.survey.besides.checks, study.survey.besides.practice) = (checks, practice)
        var generations = study.conditions.flatMap { condition in
            condition.methods.map { generation($0, condition.name, images) }
        }
        if let copies = ruinedCopies(for: study, of: generations, seed: seed) {
            generations.append(PoolGeneration(pool: copies.original.pool.ruined, number: 2, count: copies.images))
        }
        return try makePlan(study: study, generations: generations, seats: seats, seed: seed)
    }

    @Test("checks come among the pairs before the repeats, never among the first two, no two side by side")
    func places() throws {
        for (checks, catches) in [(1, 0), (3, 2), (7, 8)] {
            let plan = try plan(checks: checks, practice: 2, catches: catches)
            var all: Set<Int> = []
            for seat in plan.seats {
                let places = seat.trials.filter { $0.kind == .check }.map(\.number)
                #expect(places.count == checks && places[0] > 2)
                #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 > 1 })
                #expect(seat.trials.suffix(2).allSatisfy { $0.kind == .repeat && $0.repeatsRightly })
                for place in places where catches < 3 {
                    #expect(![place - 2, place].contains { seat.trials[$0].kind == .catch })
                }
                all.formUnion(places)
            }
            #expect(all.count > checks)
        }
    }

    @Test("sides that checks ask for are balanced, and follow from the seed")
    func sides() throws {
        let plan = try plan(checks: 3, practice: 0)
        let left = plan.seats.map { $0.trials.count { $0.kind == .check && $0.correct == .left } }
        #expect(Set(left) == [1, 2] && left.reduce(0, +) == 90)
        #expect(plan.seats.allSatisfy { $0.trials.allSatisfy { ($0.kind == .check) == ($0.instructed != nil) } })
        let again = try self.plan(checks: 3, practice: 0)
        #expect(again == plan)
        let other = try self.plan(checks: 3, practice: 0, seed: 2)
        #expect(other.seats != plan.seats)
    }

    @Test("practice stands behind the pairs, with images of the methods that the person sees nowhere else")
    func images() throws {
        for (images, catches) in [(60, 3), (24, 0)] {
            let plan = try plan(checks: 2, practice: 3, catches: catches, images: images)
            for seat in plan.seats {
                #expect(seat.items.map(\.number) == Array(1...seat.items.count))
                #expect(seat.items.suffix(3).map(\.shown) == seat.practice && seat.practice.count == 3)
                let repeated = seat.trials.filter { $0.kind != .repeat }
                let shown = (repeated + seat.practice).flatMap { [$0.left, $0.right] }
                #expect(Set(shown).count == shown.count)
                for trial in seat.practice + seat.trials.filter({ $0.kind == .check }) {
                    #expect(
                        trial.left.pool.condition == trial.condition && trial.right.pool.condition == trial.condition)
                    #expect(trial.left.pool.method != trial.right.pool.method && !trial.left.pool.isRuined)
                }
            }
            // Each pair of methods has its turn.
            let pairs = Set(plan.seats.flatMap(\.practice).map { Set([$0.left.pool, $0.right.pool]) })
            #expect(pairs.count == 4)
            #expect(ReusedImages(in: plan, items: nil) == nil)
        }
    }

    @Test("what counts is the same with and without them, but for the numbers")
    func beside() throws {
        let with = try plan(checks: 2, practice: 3, catches: 2)
        let without = try plan(checks: 0, practice: 0, catches: 2)
        for (one, other) in zip(with.seats, without.seats) {
            let counted = one.trials.filter { $0.kind != .check }
            #expect(counted.map(\.left) == other.trials.map(\.left) && counted.map(\.kind) == other.trials.map(\.kind))
        }
        #expect(without.seats.allSatisfy { $0.practice.isEmpty })
    }

    @Test("where the pools have too few images, some come again, and that is named")
    func few() throws {
        let plan = try plan(checks: 1, practice: 2, repeats: 0, images: 8, methods: [["A", "B"]])
        let reused = try #require(ReusedImages(in: plan, items: nil))
        #expect(reused.seats == 60 && Set(reused.pools.map(\.method)) == ["A", "B"])
        #expect(plan.seats.allSatisfy { $0.practice.count == 2 })
        let one = try self.plan(checks: 1, practice: 1, repeats: 0, images: 9, methods: [["A", "B"]])
        #expect(ReusedImages(in: one, items: nil)?.seats == 60)
        let enough = try self.plan(checks: 1, practice: 1, repeats: 0, images: 10, methods: [["A", "B"]])
        #expect(ReusedImages(in: enough, items: nil) == nil)
    }

    @Test("by item, they show items that the person meets nowhere else")
    func items() throws {
        for count in [11, 10] {
            var study = study(methods: [["A", "B"]], trials: 8)
            study.survey.pairing = .item
            (study.survey.besides.checks, study.survey.besides.practice) = (1, 2)
            let generations = ["A", "B"].map { generation($0, "c0", count) }
            let names = (0..<count).map { "item \($0)" as String? }
            let items = PoolItems([generations[0].pool: names, generations[1].pool: names.reversed()])
            let plan = try makePlan(study: study, generations: generations, seats: 30, seed: 3, items: items)
            for seat in plan.seats {
                let shown = seat.items.map(\.shown).map { trial in
                    [trial.left, trial.right].map { items.item(ofImage: $0.index, in: $0.pool) }
                }
                #expect(shown.allSatisfy { $0[0] == $0[1] && $0[0] != nil })
                #expect(Set(shown).count == min(count, 11))
            }
            #expect((ReusedImages(in: plan, items: items) == nil) == (count == 11))
        }
    }

    @Test("there are fewer checks than main trials of a person")
    func tooMany() {
        #expect(throws: PairingError.self) {
            try plan(checks: 1, practice: 0, trials: 1, repeats: 0, methods: [["A", "B"]])
        }
        #expect(throws: PairingError.self) {
            try plan(checks: 8, practice: 0, trials: 8, methods: [["A", "B"]])
        }
        #expect(throws: Never.self) { try plan(checks: 3, practice: 0, trials: 1, repeats: 0) }
    }

    @Test("a seat with them is read as it was written, and nothing else is")
    func text() throws {
        let plan = try plan(checks: 2, practice: 2, catches: 1, seats: 3)
        var text = SeatText(pools: plan.generations)
        func read(_ bytes: [UInt8]) -> Seat? {
            bytes.withUnsafeBufferPointer { buffer in
                Seat(text: buffer) { pool, index in
                    guard plan.generations.indices.contains(pool) else { return nil }
                    return PoolEntry(
                        pool: plan.generations[pool].pool, generation: plan.generations[pool].number, index: index)
                }
            }
        }
        for seat in plan.seats {
            let bytes = text.bytes(of: seat)
            let string = String(decoding: bytes, as: UTF8.self)
            #expect(read(bytes) == seat)
            #expect(string.contains(#","instructed":""#) && string.contains(#"{"practice":{"condition":"#))
            for (before, after) in [
                (#""kind":"check""#, #""kind":"main""#), (#""instructed":"left""#, #""instructed":"tie""#),
                (#","instructed":"right""#, ""),
            ] where string.contains(before) {
                #expect(read(Array(string.replacing(before, with: after).utf8)) == nil)
            }
            // Practice before a pair is no seat of ours.
            var turned = seat
            turned.items.insert(turned.items.removeLast(), at: 0)
            turned.items = turned.items.enumerated().map { place, item in
                var trial = item.shown
                trial.number = place + 1
                return item.pair == nil ? .practice(trial) : .pair(trial)
            }
            #expect(read(text.bytes(of: turned)) == nil)
        }
    }
}
