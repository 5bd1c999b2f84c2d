import Preference
import Testing

@Suite("Votes counted by person")
struct PersonPairCountsTests {
    @Test("cells hold each person's votes by ordered pairs, in an order of their own")
    func cells() {
        let comparisons = [
            Comparison(left: 2, right: 0, outcome: .tie, person: 5),
            Comparison(left: 0, right: 1, outcome: .right, person: 3, count: 90_000_000),
            Comparison(left: 0, right: 1, outcome: .left, person: 3),
            Comparison(left: 1, right: 0, outcome: .left, person: nil, count: 7),
            Comparison(left: 2, right: 0, outcome: .left, person: 5, count: 4),
        ]
        let counts = PersonPairCounts(items: 3, comparisons: comparisons)
        #expect(counts.cells.map(\.person) == [nil, 3, 5])
        #expect(counts.cells.map(\.first) == [1, 0, 2] && counts.cells.map(\.second) == [0, 1, 0])
        #expect(counts.cells.map(\.firstWins) == [7, 1, 4] && counts.cells.map(\.secondWins) == [0, 90_000_000, 0])
        #expect(counts.cells.map(\.ties) == [0, 0, 1])
        #expect(counts.people.map(\.index) == [3, 5] && counts.people.map(\.cells) == [1..<2, 2..<3])
        #expect(PersonPairCounts(items: 3, comparisons: comparisons.reversed()) == counts)
        #expect(counts.pairCounts == PairCounts(items: 3, comparisons: comparisons))
    }

    @Test("people may have any indices")
    func indices() {
        let own = SmallSet.comparisons
        let far = own.map {
            Comparison(
                left: $0.left, right: $0.right, outcome: $0.outcome, person: $0.person.map { Int.max - 9 + $0 },
                count: $0.count)
        }
        let (near, counts) = (
            PersonPairCounts(items: 3, comparisons: own), PersonPairCounts(items: 3, comparisons: far)
        )
        #expect(counts.people.map(\.index) == near.people.map { Int.max - 9 + $0.index })
        #expect(counts.people.map(\.cells) == near.people.map(\.cells))
        #expect(counts.cells.map(\.firstWins) == near.cells.map(\.firstWins))
    }

    @Test("no votes are no cells")
    func none() {
        let counts = PersonPairCounts(items: 2, comparisons: [])
        #expect(counts.cells.isEmpty && counts.people.isEmpty)
    }
}
