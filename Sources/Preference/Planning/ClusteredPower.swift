/// How likely a study is to find a preference whose people vote several times each: the power of the clustered test of
/// one half (``ClusteredRate``).
///
/// Model: every person gives the same number m of votes; the votes of all people have the same mean rate p, and two
/// votes of one person are correlated by the intra-class correlation r. The variance of a person's mean is then
/// p(1 - p)/m times the design effect 1 + (m - 1) r. The test is Student's on the people's means, with one degree of
/// freedom less than people. Up to 400 people its power is that of simulated studies (``SimulatedPower``); beyond, it is
/// approximated as if those means were normal (noncentral t), where at least 30 people can be expected not to vote as most
/// do: no figure is given for studies in which nearly all people vote alike. With one vote a person the votes are independent,
/// and the power is that of the exact test (``ExactPower``).
///
/// Kish, "Survey sampling" (1965), section 5.4, for the design effect; Donner and Klar, "Design and analysis of cluster
/// randomization trials in health research" (2000). With few people or at rates near 0 and 1 the approximation is far too
/// high (rate 0.95, ten votes, correlation 0.3, three people: 0.82 for 0.29), which is why such studies are simulated.
package struct ClusteredPower: Sendable, Hashable {
    /// The rate that is true, over all people.
    package let rate: Double
    /// Votes of each person.
    package let votesPerPerson: Int
    /// The correlation of two votes of one person.
    package let intraclassCorrelation: Double
    /// One less the share of false alarms that the test allows.
    package let level: Double

    /// The power of a study.
    ///
    /// - Parameter rate: above 0 and below 1, and from one half at least ``ExactPower/leastDifference`` away.
    /// - Parameter votesPerPerson: at least 1.
    /// - Parameter intraclassCorrelation: 0 ... 1.
    /// - Parameter level: above 0 and below 1.
    package init(rate: Double, votesPerPerson: Int, intraclassCorrelation: Double, level: Double) {
        precondition(votesPerPerson >= 1, "one vote or more")
        precondition(0 <= intraclassCorrelation && intraclassCorrelation <= 1, "a correlation of 0 to 1")
        exact = ExactPower(rate: rate, level: level)
        self.rate = rate
        self.votesPerPerson = votesPerPerson
        self.intraclassCorrelation = intraclassCorrelation
        self.level = level
    }

    private let exact: ExactPower

    /// By what factor the votes of one person say less than as many independent ones: 1 + (m - 1) r.
    package var designEffect: Double { 1 + Double(votesPerPerson - 1) * intraclassCorrelation }

    /// The power with so many people, at least 0; 0 with fewer than two, where there is no test. Nil where it cannot be
    /// told.
    package func power(people: Int) -> Double? {
        if votesPerPerson == 1 { return exact.power(votes: people) }
        if people <= SimulatedPower.mostPeople { return simulated.powers(upTo: people)[max(0, people)] }
        return isNormal(people) ? approximatePower(people: people) : nil
    }

    /// The smallest number of people from which the power stays at or above the wish, and the power there; nil where that
    /// cannot be told.
    ///
    /// - Parameter wish: above 0 and below 1.
    package func need(forPower wish: Double) -> Need? {
        if votesPerPerson == 1 {
            let people = exact.votes(forPower: wish).staysFrom
            return Need(people: people, power: exact.power(votes: people), isSimulated: false)
        }
        let limit = SimulatedPower.mostPeople
        // Studies of many more people than the approximation asks for say nothing new.
        let guess = firstIndex(in: 2...limit) { approximatePower(people: $0) >= wish } ?? limit
        for most in Set([min(limit, 3 * guess + 50), limit]).sorted() {
            let powers = simulated.powers(upTo: most)
            let last = powers.lastIndex { $0 < wish } ?? 0
            if last < most - 10 {
                return Need(people: last + 1, power: powers[last + 1], isSimulated: true)
            }
        }
        var enough = limit + 1
        while approximatePower(people: enough) < wish { enough *= 2 }
        let people = firstIndex(in: (limit + 1)...enough) { approximatePower(people: $0) >= wish } ?? enough
        return power(people: people).map { Need(people: people, power: $0, isSimulated: false) }
    }

    /// How many people a power needs.
    package struct Need: Sendable, Hashable {
        /// People who count.
        package let people: Int
        /// The power with so many.
        package let power: Double
        /// Whether it is that of simulated studies.
        package let isSimulated: Bool
    }

    /// How many studies are simulated where they are.
    package static let simulatedStudies = SimulatedPower.studies

    private var simulated: SimulatedPower {
        SimulatedPower(
            rate: rate, votesPerPerson: votesPerPerson, intraclassCorrelation: intraclassCorrelation, level: level)
    }

    /// Whether enough of so many people can be expected to vote otherwise than most do.
    private func isNormal(_ people: Int) -> Bool { Double(people) * (1 - simulated.greatestProbability) >= 30 }

    /// The power as if people's means were normal.
    func approximatePower(people: Int) -> Double {
        guard people >= 2 else { return 0 }
        let variance = rate * (1 - rate) * designEffect / Double(votesPerPerson)
        let shift = abs(rate - 0.5) / (variance / Double(people)).squareRoot()
        let degreesOfFreedom = Double(people - 1)
        let critical = StudentDistribution(degreesOfFreedom: degreesOfFreedom).quantile(upperTail: (1 - level) / 2)
        let above = NoncentralStudentDistribution(degreesOfFreedom: degreesOfFreedom, shift: shift)
        let below = NoncentralStudentDistribution(degreesOfFreedom: degreesOfFreedom, shift: -shift)
        return above.upperTail(from: critical) + below.upperTail(from: critical)
    }
}
