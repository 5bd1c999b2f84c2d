package import Study

/// Options of an analysis.
package struct AnalysisOptions: Sendable, Hashable {
    /// The study's conditions; none for a file of votes without a study.
    package var conditions: [Condition]
    /// Names of methods in the order wished for, where no condition orders them.
    package var methods: [String]
    /// What was expected before the first vote.
    package var hypotheses: [Hypothesis]
    /// Rules that were applied, whose rows stand in the funnel also where they left nothing out.
    package var rules: [String]
    /// The share of people that each rule was expected to leave out, 0 ... 1.
    package var planned: [String: Double]
    /// Confidence level of the intervals; above 0.5, below 1.
    package var level: Double
    /// The method that the others' strengths are relative to; nil for strengths of mean 0.
    package var reference: String?
    /// Seed of the resampling.
    package var seed: UInt64
    /// How many resamples of people are drawn; at least 2.
    package var resamples: Int
    /// When the study ends, where that was planned.
    package var stopping: StoppingRule?
    /// An e-value of 1/alpha is enough to stop at: the stopping rule's alpha, else what `level` leaves of 1.
    package var evidenceAlpha: Double { stopping?.alpha ?? 1 - level }

    /// Options; what is left out has its default.
    package init(
        conditions: [Condition] = [], methods: [String] = [], hypotheses: [Hypothesis] = [],
        rules: [String] = [], planned: [String: Double] = [:],
        level: Double = 0.95, reference: String? = nil, seed: UInt64 = 1, resamples: Int = 2000,
        stopping: StoppingRule? = nil
    ) {
        precondition(level > 0.5 && level < 1, "level is above 0.5 and below 1")
        precondition(resamples >= 2, "two resamples or more")
        self.conditions = conditions
        self.methods = methods
        self.hypotheses = hypotheses
        self.rules = rules
        self.planned = planned
        self.level = level
        self.reference = reference
        self.seed = seed
        self.resamples = resamples
        self.stopping = stopping
    }
}
