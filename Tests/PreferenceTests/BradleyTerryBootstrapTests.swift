import Preference
import Randomness
import Testing

@Suite("Resamples of Bradley-Terry's strengths")
struct BradleyTerryBootstrapTests {
    @Test("people drawn again and again agree with fits of resamples written out", arguments: [nil, 2])
    func writtenOut(reference: Int?) throws {
        let votes = SmallSet.large
        let found = try BradleyTerryBootstrap.ofPeople(
            PersonPairCounts(items: 4, comparisons: votes), reference: reference, resamples: 70, seed: 5, level: 0.9
        ).get()
        let fits = try (0..<70).map { try BradleyTerry.fit(resample(votes, people: 15, items: 4, number: $0)).get() }
        for item in 0..<4 {
            let values = fits.map { $0.logWorths[item] - (reference.map($0.logWorths.at) ?? 0) }.sorted()
            let mean = values.reduce(0, +) / 70
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 69
            #expect(abs(found.strengths[item].error - variance.squareRoot()) < 1e-8)
            // 5 % of 69 steps: 0.45 of the way from the fourth value to the fifth.
            #expect(abs(found.strengths[item].interval.low - (0.55 * values[3] + 0.45 * values[4])) < 1e-8)
            #expect(abs(found.strengths[item].interval.high - (0.55 * values[66] + 0.45 * values[65])) < 1e-8)
        }
        #expect(found.resamples == 70 && found.separated + found.disconnected + found.tooUneven == 0)
    }

    @Test("resamples that place no longer all on one scale are counted by their reasons")
    func undefined() throws {
        // Only two people compared item 3, and only one of them chose another one over it.
        let votes =
            SmallSet.comparisons + [
                Comparison(left: 3, right: 1, outcome: .left, person: 1, count: 2),
                Comparison(left: 3, right: 1, outcome: .right, person: 2),
                Comparison(left: 3, right: 1, outcome: .left, person: 2),
            ]
        let found = try BradleyTerryBootstrap.ofPeople(
            PersonPairCounts(items: 4, comparisons: votes), resamples: 300, seed: 5, level: 0.95
        ).get()
        let fits = (0..<300).map { BradleyTerry.fit(resample(votes, people: 4, items: 4, number: $0)) }
        #expect(found.separated == fits.count { $0 == .failure(.separated) } && found.separated > 0)
        #expect(found.disconnected == fits.count { $0 == .failure(.disconnected) } && found.disconnected > 0)
        #expect(found.tooUneven == 0)
    }

    @Test("neither the order of votes nor their number alone changes a digit")
    func order() throws {
        func bootstrap(_ votes: [Comparison]) throws -> BradleyTerryBootstrap {
            try BradleyTerryBootstrap.ofPeople(
                PersonPairCounts(items: 4, comparisons: votes), resamples: 64, seed: 1, level: 0.95
            ).get()
        }
        let found = try bootstrap(SmallSet.large)
        #expect(try bootstrap(SmallSet.large.reversed()) == found)
        let turned = SmallSet.large.map {
            Comparison(
                left: $0.right, right: $0.left, outcome: $0.outcome == .left ? .right : .left, person: $0.person,
                count: $0.count)
        }
        #expect(try bootstrap(turned) == found)
        // These no longer fit in sixteen bits.
        let many = try bootstrap(
            SmallSet.large.map {
                Comparison(
                    left: $0.left, right: $0.right, outcome: $0.outcome, person: $0.person, count: $0.count << 16)
            })
        for (one, other) in zip(many.strengths, found.strengths) { #expect(abs(one.error - other.error) < 1e-9) }
    }

    @Test("votes of few people, or of nobody known, cannot be resampled")
    func few() {
        func bootstrap(_ votes: [Comparison], items: Int = 3) -> Estimate<BradleyTerryBootstrap> {
            BradleyTerryBootstrap.ofPeople(
                PersonPairCounts(items: items, comparisons: votes), resamples: 64, seed: 1, level: 0.95)
        }
        #expect(bootstrap([]) == .failure(.noVotes))
        #expect(bootstrap(SmallSet.comparisons, items: 4) == .failure(.disconnected))
        let one = SmallSet.comparisons.map {
            Comparison(left: $0.left, right: $0.right, outcome: $0.outcome, person: 3, count: $0.count)
        }
        #expect(bootstrap(one) == .failure(.onePerson))
        let nameless = Comparison(left: 0, right: 1, outcome: .left, person: nil)
        #expect(bootstrap(SmallSet.comparisons + [nameless]) == .failure(.noPeople))
        let alike: [Comparison] = (0..<3).flatMap { person in
            one.map { Comparison(left: $0.left, right: $0.right, outcome: $0.outcome, person: person) }
        }
        #expect(bootstrap(alike) == .failure(.noSpread))
        // Each person always prefers the same one.
        let circle = (0..<3).map { Comparison(left: $0, right: ($0 + 1) % 3, outcome: .left, person: $0) }
        #expect(bootstrap(circle) == .failure(.fewResamples))
    }

    @Test(
        "first names: the spread is CR2's to 5 %", .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func firstNames() throws {
        let counts = PersonPairCounts(items: 6, comparisons: try FirstNames.comparisons())
        let found = try BradleyTerryBootstrap.ofPeople(counts, reference: 5, resamples: 2000, seed: 1, level: 0.95)
            .get()
        let errors = try BradleyTerryInference.estimate(counts, reference: 5, level: 0.95).get().strengths
        for item in 0..<5 {
            #expect(abs(found.strengths[item].error / (try errors[item].clustered.get().cr2) - 1) < 0.05)
        }
        #expect(found.strengths[5].error == 0 && found.separated + found.disconnected == 0)
    }

    /// One resample of people numbered from 0, written out.
    private func resample(_ votes: [Comparison], people: Int, items: Int, number: Int) -> PairCounts {
        var stream = RandomStream(seed: 5, purpose: .resampling, index: UInt64(number))
        var drawn = [Int](repeating: 0, count: people)
        for _ in 0..<people {
            var product: UInt64
            repeat { product = UInt64(stream.word()) * UInt64(people) } while product % (1 << 32) < (1 << 32) % people
            drawn[Int(product >> 32)] += 1
        }
        return PairCounts(
            items: items,
            comparisons: votes.compactMap { vote in
                let weight = drawn[vote.person ?? 0]
                return weight == 0
                    ? nil
                    : Comparison(
                        left: vote.left, right: vote.right, outcome: vote.outcome, person: vote.person,
                        count: vote.count * weight)
            })
    }
}

extension [Double] {
    fileprivate func at(_ place: Int) -> Double { self[place] }
}
