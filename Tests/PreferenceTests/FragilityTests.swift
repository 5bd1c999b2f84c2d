import Preference
import Testing

@Suite("Fragility")
struct FragilityTests {
    @Test("no smaller set of people brings the leader down, in any study of up to four small people")
    func people() throws {
        let kinds = (0...2).flatMap { wins in (0...2).map { (wins, $0) } }
        var studies: [[(Int, Int)]] = [[]]
        for _ in 0...4 {
            for people in studies {
                guard let expected = fewestPeople(people) else { continue }
                let found = try Fragility.estimate(rate(people)).get()
                #expect(found.people == .success(expected), "\(people)")
            }
            studies = studies.flatMap { people in kinds.map { people + [$0] } }
        }
    }

    @Test("no smaller set of votes brings the leader down")
    func votes() throws {
        for wins in 0...9 {
            for losses in 0...9 where wins + losses > 0 {
                let (most, least) = (max(wins, losses), min(wins, losses))
                let removals = (0...most).flatMap { ours in (0...least).map { (ours, $0) } }
                let expected = removals.filter { most - $0.0 <= least - $0.1 }.map { $0.0 + $0.1 }.min()
                #expect(try Fragility.estimate(rate([(wins, losses)])).get().votes == expected)
            }
        }
    }

    @Test("ties count for neither side, counts may be many, and both sides read the same")
    func counts() throws {
        let comparisons = [
            Comparison(left: 0, right: 1, outcome: .left, person: 0, count: 90_000_000),
            Comparison(left: 1, right: 0, outcome: .left, person: 1, count: 50_000_000),
            Comparison(left: 1, right: 0, outcome: .right, person: 2, count: 30_000_000),
            Comparison(left: 0, right: 1, outcome: .tie, person: 2, count: 80_000_000),
        ]
        for row in SelectionRate.table(methods: 2, comparisons: comparisons) {
            let fragility = try Fragility.estimate(row).get()
            #expect(fragility.votes == 70_000_000 && fragility.people == .success(1))
        }
    }

    @Test("without votes or without persons there is a reason")
    func undefined() throws {
        #expect(Fragility.estimate(rate([])) == .failure(.noVotes))
        #expect(Fragility.estimate(rate([(0, 0)])) == .failure(.noVotes))
        let nameless = [
            Comparison(left: 0, right: 1, outcome: .left, person: nil, count: 7),
            Comparison(left: 0, right: 1, outcome: .right, person: 3, count: 4),
        ]
        let fragility = try Fragility.estimate(SelectionRate.table(methods: 2, comparisons: nameless)[0]).get()
        #expect(fragility.votes == 3 && fragility.people == .failure(.noPeople))
    }

    /// The first method's rate against the second, from each person's wins and losses.
    private func rate(_ people: [(Int, Int)]) -> SelectionRate {
        let comparisons = people.enumerated().flatMap { person, votes in
            [(Comparison.Outcome.left, votes.0), (.right, votes.1)].filter { $0.1 > 0 }.map {
                Comparison(left: 0, right: 1, outcome: $0.0, person: person, count: $0.1)
            }
        }
        return SelectionRate.table(methods: 2, comparisons: comparisons)[0]
    }

    /// By trying all sets of people; nil where nobody voted.
    private func fewestPeople(_ people: [(Int, Int)]) -> Int? {
        let surpluses = people.map { $0.0 - $0.1 }
        let sign = surpluses.reduce(0, +) < 0 ? -1 : 1
        if people.allSatisfy({ $0 == (0, 0) }) { return nil }
        return (0..<1 << people.count).filter { removed in
            people.indices.filter { removed & 1 << $0 == 0 }.reduce(0) { $0 + sign * surpluses[$1] } <= 0
        }.map(\.nonzeroBitCount).min()
    }
}
