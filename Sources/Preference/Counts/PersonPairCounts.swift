/// How often each person chose items over each other, or neither, by which of two was presented first (on the left).
///
/// All that statistics of methods take, however many votes there are: count the votes once and share the counts.
package struct PersonPairCounts: Sendable, Hashable {
    /// How many items there are; at least 2.
    package let items: Int
    /// The votes of each person on each ordered pair that has some, by persons, first and second item; those of nobody
    /// known come first.
    package let cells: [Cell]
    /// Who voted, in ascending order, without nobody known; the places of their votes in ``cells``.
    package let people: [Person]

    /// The votes of `comparisons`, in any order, on `items` items.
    package init(items: Int, comparisons: [Comparison]) {
        precondition(items >= 2, "two items or more")
        self.items = items
        let numbers = PersonNumbers(comparisons)
        var ends = [Int](repeating: 0, count: numbers.count + 2)
        for comparison in comparisons { ends[numbers[comparison.person] + 1] += 1 }
        for number in 1..<ends.count { ends[number] += ends[number - 1] }
        // After this each number's end is where its votes end, and the one before it where they begin.
        var places = [Int](repeating: 0, count: comparisons.count)
        for (place, comparison) in comparisons.enumerated() {
            let number = numbers[comparison.person]
            places[ends[number]] = place
            ends[number] += 1
        }
        var (cells, people) = ([Cell](), [Person]())
        var tally = Tally(items: items)
        var start = 0
        for number in 0...numbers.count where ends[number] > start {
            let first = cells.count
            for place in places[start..<ends[number]] { tally.count(comparisons[place]) }
            let person = number == 0 ? nil : numbers.person(number)
            tally.empty(into: &cells, as: person)
            if let person { people.append(Person(index: person, cells: first..<cells.count)) }
            start = ends[number]
        }
        self.cells = cells
        self.people = people
    }

    /// Whether at least one vote that is no tie does not say whose it is.
    var hasNamelessChoice: Bool {
        cells.prefix { $0.person == nil }.contains { $0.firstWins + $0.secondWins > 0 }
    }

    /// The votes of all people together.
    package var pairCounts: PairCounts {
        var counts = PairCounts(items: items)
        for cell in cells {
            counts.add(
                first: cell.first, second: cell.second, firstWins: Double(cell.firstWins),
                secondWins: Double(cell.secondWins), ties: Double(cell.ties))
        }
        return counts
    }

    /// The votes of one person on one ordered pair; at least one.
    package struct Cell: Sendable, Hashable {
        /// Index of the person; nil where it is not known.
        package let person: Int?
        /// Index of the first item.
        package let first: Int
        /// Index of the second item.
        package let second: Int
        /// How often the first was chosen.
        package let firstWins: Int
        /// How often the second was chosen.
        package let secondWins: Int
        /// How often neither was.
        package let ties: Int
    }

    /// One who voted.
    package struct Person: Sendable, Hashable {
        /// Index of the person.
        package let index: Int
        /// Places of the person's votes in ``PersonPairCounts/cells``; at least one.
        package let cells: Range<Int>
    }

    /// The votes of one person while they are counted.
    private struct Tally {
        private let items: Int
        /// Of each ordered pair first wins, second wins and ties.
        private var votes: [Int]
        private var isTouched: [Bool]
        private var touched: [Int] = []

        init(items: Int) {
            self.items = items
            votes = Array(repeating: 0, count: 3 * items * items)
            isTouched = Array(repeating: false, count: items * items)
        }

        mutating func count(_ comparison: Comparison) {
            let (first, second) = (comparison.left, comparison.right)
            precondition(
                first != second && 0 <= first && first < items && 0 <= second && second < items, "two of the items")
            precondition(comparison.count >= 0, "counts from 0")
            guard comparison.count > 0 else { return }
            let place = first * items + second
            if !isTouched[place] {
                isTouched[place] = true
                touched.append(place)
            }
            // Looked up, since votes are too even for a branch to be foreseen.
            votes[3 * place + Self.place(of: comparison.outcome)] += comparison.count
        }

        private static func place(of outcome: Comparison.Outcome) -> Int {
            switch outcome {
            case .left: 0
            case .right: 1
            case .tie: 2
            }
        }

        mutating func empty(into cells: inout [Cell], as person: Int?) {
            touched.sort()
            for place in touched {
                cells.append(
                    Cell(
                        person: person, first: place / items, second: place % items, firstWins: votes[3 * place],
                        secondWins: votes[3 * place + 1], ties: votes[3 * place + 2]))
                isTouched[place] = false
                for outcome in 0..<3 { votes[3 * place + outcome] = 0 }
            }
            touched.removeAll(keepingCapacity: true)
        }
    }
}
