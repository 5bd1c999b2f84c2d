package import Preference

/// The strengths of a condition's methods where ties count: one element of `davidson` in the analysis.
package struct DavidsonSection: Sendable, Hashable {
    /// Name of the condition; nil where there are none.
    package var condition: String?
    /// The methods' strengths, in their order.
    package var items: Result<[MethodStrength], Missing>
    /// The fit, for its share of ties and its deviance.
    package var fit: Result<Davidson, Missing>

    /// The strengths in a sample.
    init(_ sample: ConditionSample, options: AnalysisOptions) {
        condition = sample.name
        let reference = sample.reference(options)
        fit = sample.pairCounts.flatMap { Davidson.fit($0).mapError(Missing.init) }
        items = fit.map { fit in
            let values = reference.map(fit.logWorths(relativeTo:)) ?? fit.logWorths
            let covariance = reference.map(fit.covariance(relativeTo:)) ?? fit.covariance
            return MethodStrength.all(sample.methods, values, covariance)
        }
    }
}
