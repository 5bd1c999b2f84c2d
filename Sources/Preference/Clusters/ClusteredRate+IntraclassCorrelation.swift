extension ClusteredRate {
    /// How alike the votes of one person are: the correlation between two votes of the same person; at most 1.
    ///
    /// Model: any two votes of one person have the same correlation, people are independent. The estimate is that of
    /// the one-way analysis of variance for groups of unequal sizes: with the mean squares between people B and within
    /// them W, and n0 = (N - sum of n^2 / N) / (G - 1) for N votes of G people with n each, it is
    /// (B - W) / (B + (n0 - 1) W). It is 1 where no person changes their mind, about 0 where votes are independent, and
    /// below 0 where people are more alike than independent votes would have them: mostly by chance, so that it means 0
    /// for planning. It is cut at the least correlation that as many votes as the busiest person's can have, -1/(n - 1).
    ///
    /// Donner, "A review of inference procedures for the intraclass correlation coefficient in the one-way random
    /// effects model", International Statistical Review 54 (1986); for two outcomes: Ridout, Demetrio and Firth,
    /// "Estimating intraclass correlation for binary data", Biometrics 55 (1999). Checked against the sums of squares
    /// vote by vote.
    ///
    /// - Parameter people: successes and trials of each person; those without trials are left out.
    package static func intraclassCorrelation(of people: [Proportion]) -> Estimate<Double> {
        let people = people.filter { $0.trials > 0 }
        guard !people.isEmpty else { return .failure(.noVotes) }
        guard people.count > 1 else { return .failure(.onePerson) }
        let most = people.reduce(0) { max($0, $1.trials) }
        guard most > 1 else { return .failure(.singleVotes) }
        let trials = people.reduce(0.0) { $0 + Double($1.trials) }
        let successes = people.reduce(0.0) { $0 + Double($1.successes) }
        guard 0 < successes && successes < trials else { return .failure(.sameVotes) }
        var (between, within, squares) = (0.0, 0.0, 0.0)
        for person in people {
            let (own, won) = (Double(person.trials), Double(person.successes))
            let surplus = won - own * successes / trials
            between += surplus * surplus / own
            within += won * (own - won) / own
            squares += own * own
        }
        between /= Double(people.count - 1)
        within /= trials - Double(people.count)
        let size = (trials - squares / trials) / Double(people.count - 1)
        let correlation = (between - within) / (between + (size - 1) * within)
        return .success(max(correlation, -1 / Double(most - 1)))
    }
}
