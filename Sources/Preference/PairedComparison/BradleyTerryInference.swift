/// What votes say of methods on the scale of ``BradleyTerry``, and what they leave open.
///
/// Model: that of Bradley and Terry for the strengths, with people as clusters for their errors
/// (``ClusteredCovariance``). Intervals and tests take CR2 and Student's t at Satterthwaite's degrees of freedom under
/// the working model that votes are independent; the p-values of all pairs are Holm's. Where a vote does not say whose it
/// is, errors are naive and intervals normal.
///
/// Pustejovsky and Tipton, "Small-sample methods for cluster-robust variance estimation and hypothesis testing in fixed
/// effects models", JBES 36 (2018). For two items the errors and degrees of freedom are those of ``ClusteredRate``.
/// Checked against the estimator written out by matrices, and errors against R's clubSandwich.
package struct BradleyTerryInference: Sendable, Hashable {
    /// The fit without order effect.
    package let fit: BradleyTerry
    /// The log-worth of each item, relative to the mean of all or to the reference.
    package let strengths: [LogOddsEstimate]
    /// The log order effect, of a fit that has one; above 0 it favours the item presented first (on the left).
    package let orderEffect: Estimate<LogOddsEstimate>
    /// The difference of each two items, by the first and then the second.
    package let pairs: [Pair]
    /// The largest sets of items of which no two differ at 1 - level after Holm, each from the strongest item to the
    /// weakest, and sets by their strongest items. Two items share a set exactly where they cannot be told apart.
    ///
    /// It is the rule of letter displays: Piepho, "An algorithm for a letter-based representation of all-pairwise
    /// comparisons", Journal of Computational and Graphical Statistics 13 (2004). Items that nothing can be confused
    /// with are sets of their own.
    package let groups: Estimate<[[Int]]>

    /// Two items.
    package struct Pair: Sendable, Hashable {
        /// Index of the one.
        package let a: Int
        /// Index of the other; above `a`.
        package let b: Int
        /// The log-worth of `a` less that of `b`.
        package let difference: LogOddsEstimate
        /// The p-value of equal worths after Holm's correction for all pairs.
        package let pHolm: Estimate<Double>
    }

    /// The estimate from votes; ties are left out.
    ///
    /// - Parameter reference: index of the item that the others are relative to; nil for strengths of mean 0.
    /// - Parameter level: confidence of the intervals, above 0 and below 1.
    package static func estimate(
        _ counts: PersonPairCounts, reference: Int? = nil, level: Double
    ) -> Estimate<BradleyTerryInference> {
        BradleyTerry.fit(counts.pairCounts).map {
            BradleyTerryInference(fit: $0, counts, reference: reference, level: level)
        }
    }

    private init(fit: BradleyTerry, _ counts: PersonPairCounts, reference: Int?, level: Double) {
        self.fit = fit
        let items = 0..<counts.items
        let strengths = items.map { item in
            LogOddsContrast(plus: .parameter(item), minus: reference.map { .parameter($0) } ?? .mean)
        }
        let sides = items.flatMap { a in (a + 1..<counts.items).map { (a: a, b: $0) } }
        let differences = sides.map { LogOddsContrast(plus: .parameter($0.a), minus: .parameter($0.b)) }
        let estimates = fit.estimates(of: strengths + differences, counts, level: level)
        self.strengths = Array(estimates[..<counts.items])
        let found = Array(estimates[counts.items...])
        // A pair that cannot be tested is one of the pairs all the same.
        let adjusted = found.map { (try? $0.p.get()) ?? 1 }.holmAdjusted
        pairs = sides.indices.map { place in
            Pair(
                a: sides[place].a, b: sides[place].b, difference: found[place],
                pHolm: found[place].p.map { _ in adjusted[place] })
        }
        groups = Self.groups(of: fit.logWorths, pairs, level: level)
        orderEffect = BradleyTerry.fit(counts.pairCounts, orderEffect: true).map { fit in
            let effect = LogOddsContrast(plus: .parameter(counts.items), minus: .nothing)
            return fit.estimates(of: [effect], counts, level: level)[0]
        }
    }

    /// The most sets of items that are looked for: nobody reads more, and there can be as many as 3^(items / 3).
    package static let mostGroups = 1000

    /// The sets of items that cannot be told apart.
    private static func groups(of logWorths: [Double], _ pairs: [Pair], level: Double) -> Estimate<[[Int]]> {
        // Places in the order of strength.
        let order = logWorths.indices.sorted { (logWorths[$1], $0) < (logWorths[$0], $1) }
        var ranks = order
        for (rank, item) in order.enumerated() { ranks[item] = rank }
        var areAlike = order.map { _ in order.map { _ in false } }
        for pair in pairs {
            switch pair.pHolm {
            case .success(let p):
                areAlike[ranks[pair.a]][ranks[pair.b]] = p > 1 - level
                areAlike[ranks[pair.b]][ranks[pair.a]] = p > 1 - level
            case .failure(let undefined): return .failure(undefined)
            }
        }
        guard let groups = areAlike.largestGroups(atMost: mostGroups) else { return .failure(.manyGroups) }
        return .success(groups.map { group in group.map { order[$0] } })
    }
}
