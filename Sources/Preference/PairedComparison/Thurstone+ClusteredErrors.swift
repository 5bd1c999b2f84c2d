extension Thurstone {
    /// The place of each item, relative to the mean of all or to a reference, with people as clusters for its errors where
    /// the votes name them: the sandwich estimator of ``ClusteredCovariance`` by the information expected under the model.
    /// For two items the errors are those of ``ClusteredRate`` over the density of the distance.
    ///
    /// - Parameters:
    ///   - counts: the votes that the fit was made from; ties are left out, as in the fit.
    ///   - reference: index of the item that the others are relative to; nil for places of mean 0.
    ///   - level: confidence of the intervals, above 0 and below 1.
    package func estimates(
        _ counts: PersonPairCounts, reference: Int? = nil, level: Double
    ) -> [LogOddsEstimate] {
        let contrasts = places.indices.map { item in
            LogOddsContrast(plus: .parameter(item), minus: reference.map { .parameter($0) } ?? .mean)
        }
        let likelihood = ThurstoneLikelihood(counts.pairCounts)
        let clustered = ClusteredCovariance.estimate(counts, contrasts: contrasts, naive: covariance) {
            likelihood.factor(of: likelihood.expectedInformation(at: places)).map { ParameterAxes(self, factor: $0) }
        }
        return LogOddsEstimate.all(
            contrasts, parameters: places, items: places.count, naive: covariance, clustered: clustered, level: level)
    }
}
