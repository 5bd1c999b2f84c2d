/// A rate with the person as the unit of evidence.
///
/// Model: the votes of one person may depend on each other in any way, people are independent. The estimate is the mean
/// of all votes (ordinary least squares on a constant); its error is taken from how people differ, by the sandwich
/// estimator on the probability scale with people as clusters. With person g's share of the votes h = n/N and sum of
/// residuals r:
/// CR0 is the root of the sum of (r/N)^2; CR1 is CR0 times the root of G/(G-1) for G people; CR2, which is unbiased
/// where votes are independent, is the root of the sum of (r/N)^2/(1-h). Test and interval use CR2 and Student's t at
/// Satterthwaite's degrees of freedom.
///
/// Bell and McCaffrey, "Bias reduction in standard errors for linear regression with multi-stage samples", Survey
/// Methodology 28 (2002); Pustejovsky and Tipton, JBES 36 (2018). Checked against R's clubSandwich.
package struct ClusteredRate: Sendable, Hashable {
    /// The mean vote, 0 ... 1.
    package let rate: Double
    /// People with at least one counted vote; at least 2.
    package let people: Int
    /// The sandwich error without correction.
    package let errorCR0: Double
    /// The error with CR0's correction for few people.
    package let errorCR1: Double
    /// The bias-reduced error.
    package let errorCR2: Double
    /// Satterthwaite's degrees of freedom of CR2; at most `people - 1`.
    package let degreesOfFreedom: Double
    /// The interval from CR2, cut at 0 and 1.
    package let interval: Interval
    /// Two-sided p-value, from CR2, of a rate of one half.
    package let p: Double
    /// How many times the variance of the rate is that of as many independent votes: the square of CR2's error over
    /// that of the binomial, rate (1 - rate) / votes. Kish, "Survey sampling" (1965). Checked against the published
    /// errors of 13 image generators.
    package let designEffect: Double
    /// How alike the votes of one person are; see ``intraclassCorrelation(of:)``.
    package let intraclassCorrelation: Estimate<Double>

    /// The estimate from each person's counts; people without a counted vote are left out.
    ///
    /// - Parameter people: successes and trials of each person.
    /// - Parameter level: confidence of the interval, above 0 and below 1.
    package static func estimate(people: [Proportion], level: Double) -> Estimate<ClusteredRate> {
        let people = people.filter { $0.trials > 0 }
        guard !people.isEmpty else { return .failure(.noVotes) }
        guard people.count > 1 else { return .failure(.onePerson) }
        let estimate = ClusteredRate(people: people, level: level)
        return estimate.errorCR0 > 0 ? .success(estimate) : .failure(.noSpread)
    }

    private init(people: [Proportion], level: Double) {
        let trials = people.reduce(0.0) { $0 + Double($1.trials) }
        let successes = people.reduce(0.0) { $0 + Double($1.successes) }
        var (cr0, cr2) = (0.0, 0.0)
        var (shares, leverages, squaredLeverages) = (0.0, 0.0, 0.0)
        for person in people {
            let share = Double(person.trials) / trials
            // Both products are exact up to 2^53, so that no spread is 0 and not a rounding error.
            let residual = (Double(person.successes) * trials - Double(person.trials) * successes) / trials / trials
            let rest = (trials - Double(person.trials)) / trials
            cr0 += residual * residual
            cr2 += residual * residual / rest
            let leverage = share * share / rest
            shares += share * share
            leverages += leverage
            squaredLeverages += leverage * leverage
        }
        rate = successes / trials
        self.people = people.count
        errorCR0 = cr0.squareRoot()
        errorCR1 = (cr0 * Double(people.count) / Double(people.count - 1)).squareRoot()
        errorCR2 = cr2.squareRoot()
        degreesOfFreedom = 1 / (shares + leverages * leverages - squaredLeverages)
        let student = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
        let half = errorCR2 * student.quantile(upperTail: (1 - level) / 2)
        interval = Interval(low: max(0, rate - half), high: min(1, rate + half))
        p = errorCR2 > 0 ? 2 * student.upperTail(from: abs(rate - 0.5) / errorCR2) : 1
        designEffect = cr2 > 0 ? cr2 / (rate * (1 - rate) / trials) : 0
        intraclassCorrelation = Self.intraclassCorrelation(of: people)
    }
}
