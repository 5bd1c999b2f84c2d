extension SelectionRate {
    /// The rates of all methods: a row for each ordered pair, by the first's index, and with more than two methods one
    /// against all others after each method's pairs.
    ///
    /// - Parameter counts: the votes of methods as items.
    package static func table(_ counts: PersonPairCounts) -> [SelectionRate] {
        let methods = counts.items
        var pairs = [Votes](repeating: Votes(), count: methods * methods)
        var all = [Votes](repeating: Votes(), count: methods > 2 ? methods : 0)
        for cell in counts.cells {
            let (first, second) = (cell.first, cell.second)
            pairs[first * methods + second].add(cell, isFirst: true)
            pairs[second * methods + first].add(cell, isFirst: false)
            guard methods > 2 else { continue }
            all[first].add(cell, isFirst: true)
            all[second].add(cell, isFirst: false)
        }
        return (0..<methods).flatMap { method in
            let rows = (0..<methods).filter { $0 != method }.map { other in
                SelectionRate(method: method, against: other, votes: pairs[method * methods + other])
            }
            return methods > 2 ? rows + [SelectionRate(method: method, against: nil, votes: all[method])] : rows
        }
    }

    private init(method: Int, against: Int?, votes: Votes) {
        self.init(
            method: method, against: against, wins: votes.wins, losses: votes.losses, ties: votes.ties,
            people: votes.hasNameless
                ? [] : votes.people.map { Proportion(successes: $0.wins, trials: $0.wins + $0.losses) },
            persons: votes.hasNameless ? [] : votes.people.map(\.person))
    }

    /// The votes of a row. Cells come by person, so that those of one stand together.
    private struct Votes {
        var wins = 0
        var losses = 0
        var ties = 0
        var people: [(person: Int, wins: Int, losses: Int)] = []
        var hasNameless = false

        mutating func add(_ cell: PersonPairCounts.Cell, isFirst: Bool) {
            let (won, lost) = isFirst ? (cell.firstWins, cell.secondWins) : (cell.secondWins, cell.firstWins)
            wins += won
            losses += lost
            ties += cell.ties
            guard let person = cell.person else {
                hasNameless = true
                return
            }
            if people.last?.person == person {
                people[people.count - 1].wins += won
                people[people.count - 1].losses += lost
            } else {
                people.append((person, won, lost))
            }
        }
    }
}
