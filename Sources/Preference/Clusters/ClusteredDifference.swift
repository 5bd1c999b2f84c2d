/// The difference of two rates with the person as the unit of evidence, where some people may have voted on both.
///
/// Model: the votes of one person, under one condition or both, may depend on each other in any way; people are
/// independent. Each rate is the mean of all its votes (ordinary least squares on one constant for each condition); the
/// error of the difference is CR2's. With a person's share h = n/N of the votes under a condition and sum of residuals
/// r, it is the root of the sum over people of the square of the difference of r/N / (1-h)^(1/2) between the
/// conditions: people who saw both are their own control. Test and interval use Student's t at Satterthwaite's degrees
/// of freedom under independent votes of equal variance.
///
/// Bell and McCaffrey, Survey Methodology 28 (2002); Pustejovsky and Tipton, JBES 36 (2018). Checked against the
/// estimator written out by matrices. Conditions without common people give the errors of ``ClusteredRate``.
package struct ClusteredDifference: Sendable, Hashable {
    /// The first rate less the second, -1 ... 1.
    package let difference: Double
    /// People with at least one counted vote under either condition; at least 2.
    package let people: Int
    /// People with counted votes under both.
    package let peopleInBoth: Int
    /// The bias-reduced error, CR2.
    package let error: Double
    /// Satterthwaite's degrees of freedom.
    package let degreesOfFreedom: Double
    /// The interval, cut at -1 and 1.
    package let interval: Interval
    /// Two-sided p-value of equal rates.
    package let p: Double

    /// The estimate from each person's counts under two conditions.
    ///
    /// - Parameter first: successes and trials of each person under the first; without trials where they took no part.
    /// - Parameter second: the same people under the second, in the same order.
    /// - Parameter level: confidence of the interval, above 0 and below 1.
    package static func estimate(
        _ first: [Proportion], _ second: [Proportion], level: Double
    ) -> Estimate<ClusteredDifference> {
        precondition(first.count == second.count, "the same people under both conditions")
        for condition in [first, second] {
            switch condition.count(where: { $0.trials > 0 }) {
            case 0: return .failure(.noVotes)
            case 1: return .failure(.onePerson)
            default: break
            }
        }
        var (variance, parts) = (0.0, 0.0)
        var trace = 0.0
        var (own, products) = (0.0, (first: 0.0, both: 0.0, second: 0.0))
        let (one, two) = (Condition(first), Condition(second))
        for (first, second) in zip(first, second) {
            let (first, second) = (one.part(of: first), two.part(of: second))
            let difference = first.residual - second.residual
            variance += difference * difference
            parts += first.residual * first.residual + second.residual * second.residual
            let share = first.share / one.trials + second.share / two.trials
            trace += share
            let (a, b) = (first.leverage * first.leverage / one.trials, second.leverage * second.leverage / two.trials)
            own += share * share - (a + b) * (a + b)
            products.first += a
            products.second += b
            products.both += first.leverage * second.leverage
        }
        // Differences that are all alike leave rounding errors, not 0.
        guard variance > 1e-20 * parts else { return .failure(.noSpread) }
        let both = products.both * products.both / one.trials / two.trials
        let squares = own + products.first * products.first + 2 * both + products.second * products.second
        return .success(
            ClusteredDifference(
                difference: one.rate - two.rate, people: zip(first, second).count { $0.trials + $1.trials > 0 },
                peopleInBoth: zip(first, second).count { $0.trials > 0 && $1.trials > 0 },
                error: variance.squareRoot(), degreesOfFreedom: trace * trace / squares, level: level))
    }

    private init(
        difference: Double, people: Int, peopleInBoth: Int, error: Double, degreesOfFreedom: Double, level: Double
    ) {
        self.difference = difference
        self.people = people
        self.peopleInBoth = peopleInBoth
        self.error = error
        self.degreesOfFreedom = degreesOfFreedom
        let student = StudentDistribution(degreesOfFreedom: degreesOfFreedom)
        let half = error * student.quantile(upperTail: (1 - level) / 2)
        interval = Interval(low: max(-1, difference - half), high: min(1, difference + half))
        p = 2 * student.upperTail(from: abs(difference) / error)
    }

    /// All votes under one condition.
    private struct Condition {
        let successes: Double
        let trials: Double

        init(_ people: [Proportion]) {
            successes = people.reduce(0) { $0 + Double($1.successes) }
            trials = people.reduce(0) { $0 + Double($1.trials) }
        }

        var rate: Double { successes / trials }

        /// A person's share h of the votes, the root of h^2 / (1 - h), and the adjusted sum of residuals.
        func part(of person: Proportion) -> (share: Double, leverage: Double, residual: Double) {
            let own = Double(person.trials)
            let rest = ((trials - own) / trials).squareRoot()
            // Both products are exact up to 2^53.
            let residual = (Double(person.successes) * trials - own * successes) / trials / trials
            return (own / trials, own / trials / rest, residual / rest)
        }
    }
}
