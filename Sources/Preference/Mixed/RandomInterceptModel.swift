import RealModule

/// A rate where each person has one of their own.
///
/// Model: votes are independent given the person, and person g votes for the method with log-odds intercept + sd b(g),
/// where b is standard normal: a logistic regression with a random intercept for each person. The estimates are those of
/// greatest likelihood, which is integrated over b by adaptive Gauss-Hermite quadrature with 25 nodes. The conditional
/// rate is that of a person in the middle, the marginal one the mean over people: the more people differ, the nearer it
/// is to one half. A standard deviation of 0 is an answer: people differ no more than independent votes would.
///
/// The interval of the marginal rate is the delta method's on the scale of log-odds, from the inverse of the observed
/// information and the normal distribution; with a standard deviation of 0 it is that of independent votes.
///
/// Pinheiro and Bates, "Approximations to the log-likelihood function in the nonlinear mixed-effects model", Journal of
/// Computational and Graphical Statistics 4 (1995). Checked against R's lme4 (glmer with nAGQ = 25) and against the
/// integral by small steps.
package struct RandomInterceptModel: Sendable, Hashable {
    /// The log-odds of a person in the middle.
    package let intercept: Double
    /// The error of the intercept.
    package let interceptError: Double
    /// The standard deviation of people's log-odds; at least 0.
    package let sd: Double
    /// The rate of a person in the middle, 0 ... 1.
    package let conditional: Double
    /// The mean rate over people, 0 ... 1.
    package let marginal: Double
    /// The interval of the marginal rate.
    package let interval: Interval
    /// The log-likelihood, without binomial coefficients.
    package let logLikelihood: Double

    /// The estimate from each person's counts; people without a counted vote are left out. Undefined where every person
    /// always votes the same way, since then nothing bounds how far people differ.
    ///
    /// - Parameter people: successes and trials of each person.
    /// - Parameter level: confidence of the interval, above 0 and below 1.
    package static func estimate(people: [Proportion], level: Double) -> Estimate<RandomInterceptModel> {
        let people = people.filter { $0.trials > 0 }
        guard let first = people.first else { return .failure(.noVotes) }
        guard people.count > 1 else { return .failure(.onePerson) }
        guard people.contains(where: { $0.trials > 1 }) else { return .failure(.singleVotes) }
        let isFirstMixed = 0 < first.successes && first.successes < first.trials
        let isSame = !isFirstMixed && people.allSatisfy { $0.successes * first.trials == first.successes * $0.trials }
        guard !isSame else { return .failure(.sameVotes) }
        guard people.contains(where: { 0 < $0.successes && $0.successes < $0.trials }) else {
            return .failure(.spreadUnbounded)
        }
        guard let maximum = RandomInterceptLikelihood(people).maximum() else { return .failure(.tooUneven) }
        return .success(RandomInterceptModel(maximum, level: level))
    }

    /// The same of losses for wins.
    package var ofLosses: RandomInterceptModel {
        RandomInterceptModel(
            intercept: -intercept, interceptError: interceptError, sd: sd, conditional: 1 - conditional,
            marginal: 1 - marginal, interval: Interval(low: 1 - interval.high, high: 1 - interval.low),
            logLikelihood: logLikelihood)
    }

    private init(
        intercept: Double, interceptError: Double, sd: Double, conditional: Double, marginal: Double,
        interval: Interval, logLikelihood: Double
    ) {
        self.intercept = intercept
        self.interceptError = interceptError
        self.sd = sd
        self.conditional = conditional
        self.marginal = marginal
        self.interval = interval
        self.logLikelihood = logLikelihood
    }

    private init(_ maximum: RandomInterceptLikelihood.Maximum, level: Double) {
        intercept = maximum.intercept
        interceptError = maximum.covariance.intercept.squareRoot()
        sd = maximum.sd
        logLikelihood = maximum.logLikelihood
        conditional = PersonIntegral.rate(intercept).win
        let mean = MarginalRate(intercept: intercept, sd: sd)
        marginal = mean.rate.win
        let slopes = mean.slope
        let covariance = maximum.covariance
        let variance =
            slopes.intercept * slopes.intercept * covariance.intercept
            + 2 * slopes.intercept * slopes.sd * covariance.both + slopes.sd * slopes.sd * covariance.sd
        let half =
            NormalDistribution.quantile(upperTail: (1 - level) / 2) * max(0, variance).squareRoot()
            / (mean.rate.win * mean.rate.loss)
        let logOdds = Double.log(mean.rate.win) - Double.log(mean.rate.loss)
        interval = Interval(
            low: PersonIntegral.rate(logOdds - half).win, high: PersonIntegral.rate(logOdds + half).win)
    }
}
