/// What is asked of the answers, and how: the analysis plan. `survey plan` freezes it beside the survey's plan.
package struct AnalysisSettings: Sendable, Codable, Hashable {
    /// What is expected before the first vote, in the order of the file.
    package var hypotheses: [Hypothesis]
    /// Which people's votes are left out.
    package var exclusions: ExclusionSettings
    /// When the study ends; nil where study.yaml does not say.
    package var stopping: StoppingRule?
    /// Confidence level of the intervals; above 0.5, below 1.
    package var level: Double

    /// Settings; what is left out has its default.
    package init(
        hypotheses: [Hypothesis] = [], exclusions: ExclusionSettings = .init(), stopping: StoppingRule? = nil,
        level: Double = 0.95
    ) {
        self.hypotheses = hypotheses
        self.exclusions = exclusions
        self.stopping = stopping
        self.level = level
    }
}
