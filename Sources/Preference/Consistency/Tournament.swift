/// What one person chose of every pair of methods: by majority, where the person judged a pair several times.
package struct Tournament: Sendable, Hashable {
    /// Index of the person.
    package let person: Int
    /// How many methods there are.
    package let methods: Int
    /// Of each pair of methods, whether the lower index was chosen; pairs in the order 0-1, 0-2, ..., 1-2, ...
    private let lowerWins: [Bool]

    /// The tournaments of all people who decided every pair, by their indices.
    ///
    /// A pair that a person did not judge, or judged as often one way as the other, leaves the person's tournament
    /// incomplete; ties count for neither.
    ///
    /// - Parameter methods: how many methods there are, at least 2; the comparisons' indices are below it.
    /// - Parameter comparisons: the votes, in any order.
    package static func all(methods: Int, comparisons: [Comparison]) -> Estimate<Tournaments> {
        guard !comparisons.isEmpty else { return .failure(.noVotes) }
        guard let rows = PersonRows(comparisons.map(\.person)) else { return .failure(.noPeople) }
        let pairs = methods * (methods - 1) / 2
        var surplus = Array(repeating: 0, count: pairs)
        var complete: [Tournament] = []
        var incomplete = 0
        for person in rows.persons where !rows[person].isEmpty {
            guard rows[person].count >= pairs else {
                incomplete += 1
                continue
            }
            for place in surplus.indices { surplus[place] = 0 }
            for row in rows[person] {
                let (place, votes) = comparisons[row].surplus(methods: methods)
                surplus[place] += votes
            }
            if surplus.contains(0) {
                incomplete += 1
            } else {
                complete.append(Tournament(person: person, methods: methods, lowerWins: surplus.map { $0 > 0 }))
            }
        }
        return complete.isEmpty
            ? .failure(.noTournament) : .success(Tournaments(complete: complete, incomplete: incomplete))
    }

    /// Over how many others each method was chosen.
    package var scores: [Int] {
        var scores = Array(repeating: 0, count: methods)
        forEachPair { lower, higher, lowerWins in scores[lowerWins ? lower : higher] += 1 }
        return scores
    }

    /// Calls `body` with both methods of each pair and whether the first of them was chosen.
    func forEachPair(_ body: (Int, Int, Bool) -> Void) {
        var place = 0
        for lower in 0..<methods {
            for higher in lower + 1..<methods {
                body(lower, higher, lowerWins[place])
                place += 1
            }
        }
    }
}

/// The tournaments of a study.
package struct Tournaments: Sendable, Hashable {
    /// Those of people who decided every pair; at least one.
    package let complete: [Tournament]
    /// People who voted, but did not decide every pair.
    package let incomplete: Int
}

extension Comparison {
    /// The place of the two methods among all pairs, and the votes for the lower index less those for the other.
    fileprivate func surplus(methods: Int) -> (place: Int, votes: Int) {
        let (lower, higher) = (min(left, right), max(left, right))
        precondition(0 <= lower && lower < higher && higher < methods, "a comparison of two of the methods")
        let place = lower * (2 * methods - lower - 1) / 2 + higher - lower - 1
        switch outcome {
        case .tie: return (place, 0)
        case .left: return (place, left == lower ? count : -count)
        case .right: return (place, right == lower ? count : -count)
        }
    }
}
