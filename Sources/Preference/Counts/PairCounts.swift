/// How often items were chosen over each other, or neither was, by which of two was presented first (on the left).
///
/// Counts are weights of at least 0: whole votes, or parts of votes where one is shared out.
package struct PairCounts: Sendable, Hashable {
    /// How many items there are; at least 2.
    package let items: Int
    /// Wins of the first of each ordered pair, by first x items + second.
    private var firstWins: [Double]
    /// Wins of the second, by the same.
    private var secondWins: [Double]
    /// Ties, by the same.
    private var ties: [Double]

    /// No votes on `items` items.
    package init(items: Int) {
        precondition(items >= 2, "two items or more")
        self.items = items
        firstWins = Array(repeating: 0, count: items * items)
        secondWins = firstWins
        ties = firstWins
    }

    /// Adds votes on two different items, of which `first` was presented first.
    package mutating func add(
        first: Int, second: Int, firstWins: Double = 0, secondWins: Double = 0, ties: Double = 0
    ) {
        precondition(first != second && (0..<items).contains(first) && (0..<items).contains(second), "two of the items")
        precondition([firstWins, secondWins, ties].allSatisfy { $0 >= 0 && $0.isFinite }, "counts from 0")
        self.firstWins[first * items + second] += firstWins
        self.secondWins[first * items + second] += secondWins
        self.ties[first * items + second] += ties
    }

    /// How often `item` was chosen over `other`, in either order.
    package func wins(of item: Int, over other: Int) -> Double {
        firstWins[item * items + other] + secondWins[other * items + item]
    }

    /// How often neither of two items was chosen, in either order.
    package func ties(of item: Int, and other: Int) -> Double {
        ties[item * items + other] + ties[other * items + item]
    }

    /// The votes of each ordered pair that has some, by first and second item.
    package var orderedPairs: [Cell] {
        (0..<items * items).map { place in
            Cell(
                first: place / items, second: place % items, firstWins: firstWins[place],
                secondWins: secondWins[place], ties: ties[place])
        }.filter { $0.firstWins + $0.secondWins + $0.ties > 0 }
    }

    /// The votes of each pair that has some, in either order together; the first is the lower index.
    package var pairs: [Cell] {
        (0..<items).flatMap { first in
            (first + 1..<items).map { second in
                Cell(
                    first: first, second: second, firstWins: wins(of: first, over: second),
                    secondWins: wins(of: second, over: first), ties: ties(of: first, and: second))
            }
        }.filter { $0.firstWins + $0.secondWins + $0.ties > 0 }
    }

    /// The votes on one pair.
    package struct Cell: Sendable, Hashable {
        /// Index of the first item.
        package let first: Int
        /// Index of the second item.
        package let second: Int
        /// How often the first was chosen.
        package let firstWins: Double
        /// How often the second was chosen.
        package let secondWins: Double
        /// How often neither was.
        package let ties: Double
    }
}
