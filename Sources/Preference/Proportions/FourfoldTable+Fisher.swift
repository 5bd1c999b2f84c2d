extension FourfoldTable {
    /// Fisher's exact two-sided p-value of equal rates: given all margins, the probability of the tables that are not
    /// more probable than this one (within one part in 10^7, as R's `fisher.test`).
    ///
    /// Fisher, "Statistical methods for research workers", 5th edition (1934), section 21.02.
    package var fisherP: Estimate<Double> {
        guard first.trials > 0, second.trials > 0 else { return .failure(.noVotes) }
        let table = HypergeometricDistribution(
            marked: first.trials, unmarked: second.trials, drawn: first.successes + second.successes)
        let limit = table.probability(of: first.successes) * (1 + 1e-7)
        if table.probability(of: table.mode) <= limit { return .success(1) }
        let rising = table.support.lowerBound...table.mode
        let above = firstIndex(in: rising) { table.probability(of: $0) > limit } ?? table.mode
        let lower = above == table.support.lowerBound ? 0 : table.lowerTail(to: above - 1)
        let falling = table.mode...table.support.upperBound
        let upper = firstIndex(in: falling) { table.probability(of: $0) <= limit }.map(table.upperTail(from:)) ?? 0
        return .success(min(1, lower + upper))
    }
}
