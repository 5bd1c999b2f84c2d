import Preference

extension ConditionSample {
    /// The votes by pair of methods, or why there are no pairs.
    var pairCounts: Result<PairCounts, Missing> {
        counts.map { .success($0.pairCounts) } ?? .failure(methods.isEmpty ? .undefined(.noVotes) : .oneMethod)
    }

    /// The place of the method that the others are relative to; nil where none is asked for, or it is not here.
    func reference(_ options: AnalysisOptions) -> Int? { options.reference.flatMap { methods.firstIndex(of: $0) } }

    /// Why statistics without ties do not exist.
    func reason(_ undefined: Undefined) -> Missing {
        undefined == .noVotes && !comparisons.isEmpty ? .onlyTies : Missing(undefined)
    }
}
