package import Preference

/// The places of a condition's methods on a scale of perceived quality: one element of `thurstone` in the analysis.
package struct ThurstoneSection: Sendable, Hashable {
    /// Name of the condition; nil where there are none.
    package var condition: String?
    /// The methods' places in standard deviations of a difference, in their order.
    package var items: Result<[MethodStrength], Missing>
    /// The same with people as clusters for their errors.
    package var estimates: Result<[LogOddsEstimate], Missing>
    /// The fit, for its deviance.
    package var fit: Result<Thurstone, Missing>

    /// The places in a sample.
    init(_ sample: ConditionSample, options: AnalysisOptions) {
        condition = sample.name
        let reference = sample.reference(options)
        fit = sample.pairCounts.flatMap { Thurstone.fit($0).mapError(sample.reason) }
        estimates = fit.flatMap { fit in
            guard let counts = sample.counts else { return .failure(.oneMethod) }
            return .success(fit.estimates(counts, reference: reference, level: options.level))
        }
        items = fit.map { fit in
            let values = reference.map(fit.places(relativeTo:)) ?? fit.places
            let covariance = reference.map(fit.covariance(relativeTo:)) ?? fit.covariance
            return MethodStrength.all(sample.methods, values, covariance)
        }
    }
}
