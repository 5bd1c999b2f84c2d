/// Whether the rates of pairs fit together to one scale: in how many triples of methods they do not.
///
/// No model: it counts. Where at least half of the votes choose a over b and at least half choose b over c, the rate of
/// a over c should be at least one half (weak), at least the smaller of the two (moderate), at least the greater one
/// (strong). A triple violates one of them where any order of its methods does. Every violation of a weaker kind is one
/// of the stronger kinds. Strong violations by chance are common; they need no explanation by themselves.
///
/// Tversky and Russo, "Substitutability and similarity in binary choices", Journal of Mathematical Psychology 6 (1969).
/// Checked against R's eba.
package struct StochasticTransitivity: Sendable, Hashable {
    /// Triples of methods with votes on all three pairs; at least 1.
    package let triples: Int
    /// Triples in which weak transitivity is violated.
    package let weak: Int
    /// Triples in which moderate transitivity is violated.
    package let moderate: Int
    /// Triples in which strong transitivity is violated.
    package let strong: Int

    /// The violations in all triples with votes on all three pairs; ties count for neither.
    package static func estimate(_ counts: PairCounts) -> Estimate<StochasticTransitivity> {
        guard counts.pairs.contains(where: { $0.firstWins + $0.secondWins > 0 }) else { return .failure(.noVotes) }
        guard counts.items >= 3 else { return .failure(.tooFewMethods) }
        let rates = Rates(counts)
        var (triples, weak, moderate, strong) = (0, 0, 0, 0)
        for a in 0..<counts.items {
            for b in a + 1..<counts.items where rates.isJudged(a, b) {
                for c in b + 1..<counts.items where rates.isJudged(a, c) && rates.isJudged(b, c) {
                    let kinds = rates.violations(a, b, c)
                    triples += 1
                    weak += kinds.weak ? 1 : 0
                    moderate += kinds.moderate ? 1 : 0
                    strong += kinds.strong ? 1 : 0
                }
            }
        }
        guard triples > 0 else { return .failure(.noTriples) }
        return .success(
            StochasticTransitivity(triples: triples, weak: weak, moderate: moderate, strong: strong))
    }

    /// How often the first of two methods was chosen.
    private struct Rates {
        private let items: Int
        private let rates: [Double]

        init(_ counts: PairCounts) {
            items = counts.items
            rates = (0..<items * items).map { [items] place in
                let (one, other) = (place / items, place % items)
                let (wins, losses) = (counts.wins(of: one, over: other), counts.wins(of: other, over: one))
                return wins + losses > 0 ? wins / (wins + losses) : .nan
            }
        }

        func isJudged(_ one: Int, _ other: Int) -> Bool { !rates[one * items + other].isNaN }

        func violations(_ a: Int, _ b: Int, _ c: Int) -> (weak: Bool, moderate: Bool, strong: Bool) {
            var kinds = (weak: false, moderate: false, strong: false)
            for (x, y, z) in [(a, b, c), (a, c, b), (b, a, c), (b, c, a), (c, a, b), (c, b, a)] {
                let (first, second) = (rates[x * items + y], rates[y * items + z])
                guard first >= 0.5 && second >= 0.5 else { continue }
                let whole = rates[x * items + z]
                kinds.weak = kinds.weak || whole < 0.5
                kinds.moderate = kinds.moderate || whole < min(first, second)
                kinds.strong = kinds.strong || whole < max(first, second)
            }
            return kinds
        }
    }
}
