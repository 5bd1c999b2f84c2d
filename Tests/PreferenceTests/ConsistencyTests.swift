import Preference
import Randomness
import Testing

@Suite("Consistency")
struct ConsistencyTests {
    @Test("a person's circular triads are those that one finds by looking at all triples")
    func triads() throws {
        var random = RandomStream(seed: 3, purpose: .participants)
        for methods in 3...7 {
            let people = 40
            var wins = Array(repeating: [[Bool]](), count: people)
            var comparisons: [Comparison] = []
            for person in 0..<people {
                wins[person] = Array(repeating: Array(repeating: false, count: methods), count: methods)
                for one in 0..<methods {
                    for other in one + 1..<methods {
                        // Every third person prefers by a scale of its own.
                        let isFirst = person % 3 == 0 || random.uniform() < 0.5
                        wins[person][one][other] = isFirst
                        wins[person][other][one] = !isFirst
                        let isLeft = random.uniform() < 0.5
                        comparisons.append(
                            Comparison(
                                left: isLeft ? one : other, right: isLeft ? other : one,
                                outcome: isLeft == isFirst ? .left : .right, person: person))
                    }
                }
            }
            let found = try CircularTriads.estimate(methods: methods, comparisons: comparisons.reversed()).get()
            #expect(found.incomplete == 0 && found.people.map(\.person) == Array(0..<people))
            #expect(found.greatest == [1, 2, 5, 8, 14][methods - 3])
            for (person, beats) in zip(found.people, wins) {
                let circular = triples(methods).count { a, b, c in
                    beats[a][b] == beats[b][c] && beats[b][c] == beats[c][a]
                }
                #expect(person.triads == circular)
                expectClose(1 - person.consistence, Double(circular) / Double(found.greatest), 1e-12)
            }
            #expect(found.peopleWithNone >= 14 && found.mean > 0)
        }
    }

    @Test("several votes on a pair count by majority; who left a pair open is incomplete")
    func majority() throws {
        func votes(_ person: Int, _ pair: (Int, Int), _ wins: Int, _ losses: Int) -> [Comparison] {
            [
                Comparison(left: pair.0, right: pair.1, outcome: .left, person: person, count: wins),
                Comparison(left: pair.1, right: pair.0, outcome: .left, person: person, count: losses),
            ].filter { $0.count > 0 }
        }
        let circle = votes(4, (0, 1), 90_000_000, 89_999_999) + votes(4, (1, 2), 2, 1) + votes(4, (2, 0), 1, 0)
        let even = votes(2, (0, 1), 2, 2) + votes(2, (1, 2), 1, 0) + votes(2, (0, 2), 1, 0)
        let missing = votes(0, (0, 1), 2, 0) + votes(0, (1, 2), 2, 0)
        let tie = [Comparison(left: 0, right: 1, outcome: .tie, person: 7, count: 3)]
        let found = try CircularTriads.estimate(methods: 3, comparisons: even + circle + missing + tie).get()
        #expect(found.people.map(\.person) == [4] && found.people.map(\.triads) == [1])
        #expect(found.people[0].consistence == 0 && found.incomplete == 3 && found.peopleWithNone == 0)
        #expect(CircularTriads.estimate(methods: 3, comparisons: missing) == .failure(.noTournament))
        #expect(CircularTriads.estimate(methods: 2, comparisons: tie) == .failure(.tooFewMethods))
        #expect(CircularTriads.estimate(methods: 3, comparisons: []) == .failure(.noVotes))
        let nameless = Comparison(left: 0, right: 1, outcome: .left, person: nil)
        #expect(CircularTriads.estimate(methods: 3, comparisons: circle + [nameless]) == .failure(.noPeople))
    }

    @Test(
        "first names: each person's circular triads as eba has them",
        .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func firstNamesTriads() throws {
        let found = try CircularTriads.estimate(methods: 6, comparisons: FirstNames.comparisons()).get()
        let expected = try ReferenceSet.rows("firstnames/FirstNames-circular-triads.csv").map { row in
            [try #require(Int(row[0])), try #require(Int(row[1]))]
        }
        #expect(found.people.map { [$0.person, $0.triads] } == expected && found.incomplete == 0)
        #expect(abs(found.mean - 0.5260417) < 5e-8 && found.peopleWithNone == 142 && found.greatest == 8)
    }

    @Test("a circle violates every transitivity; a scale with a flat middle only the strong one")
    func transitivity() throws {
        func counts(_ wins: [[Int]]) -> PairCounts {
            var counts = PairCounts(items: wins.count)
            for (one, row) in wins.enumerated() {
                for (other, wins) in row.enumerated() where wins > 0 {
                    counts.add(first: one, second: other, firstWins: Double(wins))
                }
            }
            return counts
        }
        let circle = try StochasticTransitivity.estimate(counts([[0, 6, 4], [4, 0, 6], [6, 4, 0]])).get()
        #expect([circle.triples, circle.weak, circle.moderate, circle.strong] == [1, 1, 1, 1])
        let flat = try StochasticTransitivity.estimate(counts([[0, 8, 7], [2, 0, 6], [3, 4, 0]])).get()
        #expect([flat.triples, flat.weak, flat.moderate, flat.strong] == [1, 0, 0, 1])
        let dented = try StochasticTransitivity.estimate(counts([[0, 8, 11], [2, 0, 7], [9, 3, 0]])).get()
        #expect([dented.triples, dented.weak, dented.moderate, dented.strong] == [1, 0, 1, 1])
        // Equal rates are no violation, though 1/3 and 3/9 are different counts.
        let equal = try StochasticTransitivity.estimate(counts([[0, 2, 6], [1, 0, 4], [3, 2, 0]])).get()
        #expect([equal.triples, equal.weak, equal.moderate, equal.strong] == [1, 0, 0, 0])
        #expect(
            StochasticTransitivity.estimate(counts([[0, 2, 0], [1, 0, 4], [0, 2, 0]])) == .failure(.noTriples))
        #expect(StochasticTransitivity.estimate(counts([[0, 2], [1, 0]])) == .failure(.tooFewMethods))
        #expect(StochasticTransitivity.estimate(PairCounts(items: 3)) == .failure(.noVotes))
    }

    @Test(
        "first names violate 0, 0 and 1 of 20 triples, celebrities 0, 0 and 34 of 84, as in eba",
        .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func referenceTransitivity() throws {
        let names = try StochasticTransitivity.estimate(
            PairCounts(items: 6, comparisons: FirstNames.comparisons())
        ).get()
        #expect([names.triples, names.weak, names.moderate, names.strong] == [20, 0, 0, 1])
        var celebrities = PairCounts(items: 9)
        for (one, row) in try ReferenceSet.rows("celebrities/celebrities.csv").enumerated() {
            for (other, wins) in row.dropFirst().enumerated() where one != other {
                celebrities.add(first: one, second: other, firstWins: try #require(Double(wins)))
            }
        }
        let stars = try StochasticTransitivity.estimate(celebrities).get()
        #expect([stars.triples, stars.weak, stars.moderate, stars.strong] == [84, 0, 0, 34])
    }

    @Test("a repeat is alike where the same image is chosen, or neither, whichever side it stands on")
    func repeats() throws {
        func shown(_ left: Int, _ right: Int, _ outcome: Comparison.Outcome, _ person: Int? = 0) -> Comparison {
            Comparison(left: left, right: right, outcome: outcome, person: person)
        }
        let repeats = [
            (first: shown(5, 9, .left), again: shown(9, 5, .right)),
            (first: shown(5, 9, .left), again: shown(9, 5, .left)),
            (first: shown(1, 2, .tie, 3), again: shown(2, 1, .tie, 3)),
            (first: shown(1, 2, .tie, 3), again: shown(2, 1, .right, 3)),
            (first: shown(1, 2, .right, 3), again: shown(1, 2, .right, 3)),
            (first: shown(1, 2, .right, 3), again: shown(1, 3, .right, 3)),
        ]
        let found = try RepeatAgreement.estimate(repeats).get()
        #expect(found.alike == Proportion(successes: 3, trials: 5), "the last one is no repeat")
        let nameless = RepeatAgreement.estimate([(first: shown(0, 1, .left, nil), again: shown(1, 0, .right, nil))])
        #expect(try nameless.get().alike == Proportion(successes: 1, trials: 1))
        #expect(RepeatAgreement.estimate([]) == .failure(.noRepeats))
        #expect(RepeatAgreement.estimate([repeats[5]]) == .failure(.noRepeats))
    }

    private func triples(_ methods: Int) -> [(Int, Int, Int)] {
        (0..<methods).flatMap { a in (a + 1..<methods).flatMap { b in (b + 1..<methods).map { (a, b, $0) } } }
    }
}
