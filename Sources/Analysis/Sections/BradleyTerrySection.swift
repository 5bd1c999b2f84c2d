package import Preference

/// The strengths of a condition's methods on one scale: one element of `bradley_terry` in the analysis.
package struct BradleyTerrySection: Sendable, Hashable {
    /// Name of the condition; nil where there are none.
    package var condition: String?
    /// Names of its methods; the estimate's items in their order.
    package var methods: [String]
    /// The groups of methods between which nobody compared, by name; one group where all are connected.
    package var components: [[String]]
    /// The smallest groups that won votes against others and never lost one to them.
    package var undefeated: [[String]]
    /// The strengths, tests and groups.
    package var estimate: Result<BradleyTerryInference, Missing>
    /// How the strengths spread over resamples of people.
    package var bootstrap: Result<BradleyTerryBootstrap, Missing>

    /// The strengths in a sample.
    init(_ sample: ConditionSample, options: AnalysisOptions) {
        condition = sample.name
        methods = sample.methods
        guard let counts = sample.counts else {
            components = methods.isEmpty ? [] : [methods]
            undefeated = []
            estimate = .failure(methods.isEmpty ? .undefined(.noVotes) : .oneMethod)
            bootstrap = estimate.flatMap { _ in .failure(.oneMethod) }
            return
        }
        let graph = ComparisonGraph(counts.pairCounts)
        let names = { (group: [Int]) in group.map { sample.methods[$0] } }
        components = graph.components.map(names)
        undefeated = graph.undefeated.map(names)
        let reference = sample.reference(options)
        estimate = BradleyTerryInference.estimate(counts, reference: reference, level: options.level)
            .mapError(sample.reason)
        bootstrap = estimate.flatMap { _ in
            BradleyTerryBootstrap.ofPeople(
                counts, reference: reference, resamples: options.resamples, seed: options.seed, level: options.level
            ).mapError(sample.reason)
        }
    }
}
