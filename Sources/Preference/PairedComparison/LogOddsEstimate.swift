/// A number on a scale of items, such as how far one is ahead of another, with its errors: log-odds of ``BradleyTerry``, or
/// distances of ``Thurstone``.
package struct LogOddsEstimate: Sendable, Hashable {
    /// The number.
    package let value: Double
    /// The error if votes were independent, from the inverse of the information.
    package let errorNaive: Double
    /// The errors with people as clusters; undefined where people are not known or too few.
    package let clustered: Estimate<ClusteredError>
    /// The interval: from CR2 and Student's t at Satterthwaite's degrees of freedom, or where no people are known from
    /// the naive error and the normal distribution.
    package let interval: Estimate<Interval>
    /// Two-sided p-value of 0, from the same as the interval.
    package let p: Estimate<Double>

    /// Errors with the person as the unit of evidence; see ``ClusteredCovariance``.
    package struct ClusteredError: Sendable, Hashable {
        /// Without correction.
        package let cr0: Double
        /// With CR0's correction for few people.
        package let cr1: Double
        /// Bias-reduced.
        package let cr2: Double
        /// Satterthwaite's degrees of freedom of CR2 under independent votes; nil for a number that is 0 by definition.
        package let degreesOfFreedom: Double?
    }

    /// The estimate of a number with its errors.
    init(value: Double, errorNaive: Double, clustered: Estimate<ClusteredError>, level: Double) {
        self.value = value
        self.errorNaive = errorNaive
        self.clustered = clustered
        let tail = (1 - level) / 2
        switch clustered {
        case .success(let error):
            let student = error.degreesOfFreedom.map { StudentDistribution(degreesOfFreedom: $0) }
            let half = error.cr2 * (student?.quantile(upperTail: tail) ?? 0)
            interval = .success(Interval(low: value - half, high: value + half))
            p = .success(student.map { 2 * $0.upperTail(from: abs(value) / error.cr2) } ?? 1)
        case .failure(.noPeople):
            let half = errorNaive * NormalDistribution.quantile(upperTail: tail)
            interval = .success(Interval(low: value - half, high: value + half))
            p = .success(errorNaive > 0 ? 2 * NormalDistribution.upperTail(from: abs(value) / errorNaive) : 1)
        case .failure(let undefined):
            interval = .failure(undefined)
            p = .failure(undefined)
        }
    }
}

extension BradleyTerry {
    /// Differences of its parameters, with errors by people where `counts`, which the fit was made from, know them.
    func estimates(
        of contrasts: [LogOddsContrast], _ counts: PersonPairCounts, level: Double
    ) -> [LogOddsEstimate] {
        LogOddsEstimate.all(
            contrasts, parameters: parameters, items: logWorths.count, naive: covariance,
            clustered: clustered(counts, contrasts: contrasts), level: level)
    }
}

extension LogOddsEstimate {
    /// Differences of a model's parameters, of which the first are those of the items.
    static func all(
        _ contrasts: [LogOddsContrast], parameters: [Double], items: Int, naive covariance: SymmetricMatrix,
        clustered: Estimate<(covariance: ClusteredCovariance, degreesOfFreedom: [Double])>, level: Double
    ) -> [LogOddsEstimate] {
        contrasts.enumerated().map { place, contrast in
            let naive = contrast.variance(in: covariance, items: items)
            let errors = clustered.flatMap { found in
                let variances = [found.covariance.cr0, found.covariance.cr1, found.covariance.cr2].map {
                    contrast.variance(in: $0, items: items)
                }
                let isZero = contrast.plus == contrast.minus
                // People who differ in nothing here leave rounding errors, not 0.
                guard isZero || variances[2] > 1e-12 * naive else { return Estimate<ClusteredError>.failure(.noSpread) }
                return .success(
                    ClusteredError(
                        cr0: variances[0].squareRoot(), cr1: variances[1].squareRoot(), cr2: variances[2].squareRoot(),
                        degreesOfFreedom: isZero ? nil : found.degreesOfFreedom[place]))
            }
            return LogOddsEstimate(
                value: contrast.value(of: parameters, items: items), errorNaive: naive.squareRoot(), clustered: errors,
                level: level)
        }
    }
}
