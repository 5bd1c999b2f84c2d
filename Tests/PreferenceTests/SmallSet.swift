import Foundation
import Preference

/// Small sets of votes of a few people.
enum SmallSet {
    /// Four people who saw different pairs of three items.
    static var comparisons: [Comparison] {
        [
            (0, 0, 1, true, 3), (0, 1, 0, false, 1), (0, 1, 2, false, 2), (1, 0, 2, true, 1), (1, 2, 0, true, 2),
            (1, 2, 1, false, 1), (1, 1, 0, true, 1), (2, 0, 1, false, 2), (2, 2, 1, true, 4), (2, 0, 2, false, 1),
            (3, 1, 2, true, 1), (3, 1, 0, false, 3), (3, 2, 0, false, 1), (3, 0, 2, true, 1),
        ].map { (person, left, right, isLeft, count) in
            Comparison(left: left, right: right, outcome: isLeft ? .left : .right, person: person, count: count)
        }
    }

    /// Fifteen people's votes on each pair of four items, the last two of which are alike.
    static var large: [Comparison] {
        (0..<15).flatMap { person in
            [(0, 1, 14), (0, 2, 16), (0, 3, 16), (1, 2, 13), (1, 3, 12), (2, 3, 10)].flatMap { left, right, wins in
                let own = min(20, max(0, wins + (person * 5 + left * 3 + right * 4) % 7 - 3))
                return [(Comparison.Outcome.left, own), (.right, 20 - own)].filter { $0.1 > 0 }.map {
                    Comparison(left: left, right: right, outcome: $0.0, person: person, count: $0.1)
                }
            }
        }
    }

    /// The clustered errors of a contrast of a fit's parameters, vote by vote.
    static func byVotes(_ comparisons: [Comparison], _ fit: BradleyTerry, contrast: [Double]) -> ByVotes {
        let items = fit.logWorths.count
        let estimate = fit.logWorths + (fit.logOrderEffect.map { [$0] } ?? [])
        let people = Dictionary(grouping: comparisons) { $0.person ?? -1 }.sorted { $0.key < $1.key }.map(\.value)
        let votes = people.map { own in
            own.filter { $0.outcome != .tie }.flatMap { Array(repeating: $0, count: $0.count) }.map { vote in
                let row = estimate.indices.map { place -> Double in
                    place == vote.left ? 1 : place == vote.right ? -1 : place == items ? 1 : 0
                }
                let p = 1 / (1 + exp(-zip(row, estimate).reduce(0) { $0 + $1.0 * $1.1 }))
                let root = (p * (1 - p)).squareRoot()
                return (row: row.map { $0 * root }, vote: ((vote.outcome == .left ? 1 : 0) - p) / root)
            }
        }
        return ByVotes(
            people: votes, covariance: fit.covariance, estimate: estimate.map { _ in 0 }, contrast: contrast)
    }
}
