extension SelectionRate {
    /// The rates of all methods: a row for each ordered pair, by the first's index, and with more than two methods one
    /// against all others after each method's pairs.
    ///
    /// - Parameter methods: how many methods there are; the comparisons' indices are below it.
    /// - Parameter comparisons: the votes, in any order.
    package static func table(methods: Int, comparisons: [Comparison]) -> [SelectionRate] {
        var cells = [Cell](repeating: Cell(), count: methods * methods)
        for comparison in comparisons {
            let (one, other) = (min(comparison.left, comparison.right), max(comparison.left, comparison.right))
            precondition(0 <= one && one < other && other < methods, "a comparison of two of the methods")
            cells[one * methods + other].count(comparison, for: one)
        }
        return (0..<methods).flatMap { method in
            let others = (0..<methods).filter { $0 != method }
            let pairs = others.map { other in
                method < other ? cells[method * methods + other] : cells[other * methods + method].exchanged
            }
            let rows = zip(others, pairs).map { SelectionRate(method: method, against: $0, cell: $1) }
            guard methods > 2 else { return rows }
            let all = pairs.reduce(into: Cell()) { $0.add($1) }
            return rows + [SelectionRate(method: method, against: nil, cell: all)]
        }
    }

    private init(method: Int, against: Int?, cell: Cell) {
        let people = cell.hasNameless ? [] : cell.people.sorted { $0.key < $1.key }
        self.init(
            method: method, against: against, wins: cell.votes.wins, losses: cell.votes.losses, ties: cell.votes.ties,
            people: people.map { Proportion(successes: $0.value.wins, trials: $0.value.wins + $0.value.losses) },
            persons: people.map(\.key))
    }

    private struct Votes {
        var wins = 0
        var losses = 0
        var ties = 0

        static func += (sum: inout Votes, more: Votes) {
            sum.wins += more.wins
            sum.losses += more.losses
            sum.ties += more.ties
        }

        var exchanged: Votes { Votes(wins: losses, losses: wins, ties: ties) }
    }

    /// The votes on one pair, seen from one of its methods.
    private struct Cell {
        var votes = Votes()
        var people: [Int: Votes] = [:]
        var hasNameless = false

        mutating func count(_ comparison: Comparison, for method: Int) {
            var votes = Votes()
            switch comparison.outcome {
            case .tie: votes.ties = comparison.count
            case .left where comparison.left == method: votes.wins = comparison.count
            case .right where comparison.right == method: votes.wins = comparison.count
            case .left, .right: votes.losses = comparison.count
            }
            self.votes += votes
            if let person = comparison.person { people[person, default: Votes()] += votes } else { hasNameless = true }
        }

        mutating func add(_ other: Cell) {
            votes += other.votes
            people.merge(other.people) { sum, more in
                var sum = sum
                sum += more
                return sum
            }
            hasNameless = hasNameless || other.hasNameless
        }

        var exchanged: Cell {
            Cell(votes: votes.exchanged, people: people.mapValues(\.exchanged), hasNameless: hasNameless)
        }
    }
}
