import Preference
package import Study

/// What the votes say of something that was expected before the first of them: one element of `hypotheses` in the
/// analysis.
package struct HypothesisTest: Sendable, Hashable {
    /// What was expected.
    package var hypothesis: Hypothesis
    /// The rate that its claim is about; nil where it is in words only, or nobody was asked that.
    package var row: RateRow?
    /// The p by person, of one side where the claim names one; or why there is none.
    package var p: Result<Double, Missing>
    /// The same, adjusted for the other hypotheses that have one (Holm).
    package var holmP: Double?

    /// Whether the claim is supported at a level; nil where it was not tested.
    package func isSupported(level: Double) -> Bool? { holmP.map { $0 < 1 - level } }

    /// The tests of all hypotheses by these rates.
    static func all(_ hypotheses: [Hypothesis], by rates: [RateRow]) -> [HypothesisTest] {
        var tests = hypotheses.map { hypothesis in
            let row = hypothesis.claim.flatMap { rate(of: $0, in: rates) }
            return HypothesisTest(hypothesis: hypothesis, row: row, p: p(of: hypothesis.claim, row), holmP: nil)
        }
        let known = tests.indices.filter { tests[$0].p.value != nil }
        for (place, adjusted) in zip(known, known.compactMap { tests[$0].p.value }.holmAdjusted) {
            tests[place].holmP = adjusted
        }
        return tests
    }

    private static func rate(of claim: Hypothesis.Claim, in rates: [RateRow]) -> RateRow? {
        let rows = rates.filter { $0.condition == claim.condition && $0.method == claim.method }
        guard let against = claim.against else { return rows.first { $0.against == nil } ?? rows.first }
        return rows.first { $0.against == against }
    }

    private static func p(of claim: Hypothesis.Claim?, _ row: RateRow?) -> Result<Double, Missing> {
        guard let claim, let row else { return .failure(.undefined(.noVotes)) }
        return row.clustered.map { estimate in
            let isAbove = estimate.rate > 0.5
            return switch claim.direction {
            case .twoSided: estimate.p
            case .greater: isAbove ? estimate.p / 2 : 1 - estimate.p / 2
            case .less: isAbove ? 1 - estimate.p / 2 : estimate.p / 2
            }
        }
    }
}
