package import Preference

/// How many votes and people a study needs.
package struct StudyNeeds {
    /// The rate that is true.
    let rate: Double
    /// The probability of finding it that is wished for.
    let power: Double
    /// The probability of finding a preference where there is none.
    let alpha: Double
    /// Votes, were they independent.
    let votes: ExactPower.VotesNeeded
    /// The power at the numbers of votes around those, in order: all of a short stretch, both ends of a long one.
    let teeth: [(votes: Int, power: Double)]
    /// People who count, for the votes per person that were asked for.
    let people: People
    /// The same for other numbers of votes per person.
    let others: [People]
    /// What is lost on the way.
    let recruitment: Recruitment

    /// People who give the same number of votes each.
    struct People {
        let votesPerPerson: Int
        let designEffect: Double
        /// The smallest number of people from which the power stays, and that power; nil where it cannot be told.
        let need: ClusteredPower.Need?
        /// How many people to invite; nil likewise.
        let invitations: Int?
    }

    /// The needs of a study whose people give `votesPerPerson` votes of this correlation.
    package init(
        rate: Double, votesPerPerson: Int, intraclassCorrelation: Double, power: Double, alpha: Double,
        recruitment: Recruitment
    ) {
        self.rate = rate
        self.power = power
        self.alpha = alpha
        self.recruitment = recruitment
        let exact = ExactPower(rate: rate, level: 1 - alpha)
        votes = exact.votes(forPower: power)
        teeth = Self.stretch(votes).map { ($0, exact.power(votes: $0)) }
        func people(_ votes: Int) -> People {
            let clustered = ClusteredPower(
                rate: rate, votesPerPerson: votes, intraclassCorrelation: intraclassCorrelation, level: 1 - alpha)
            let need = clustered.need(forPower: power)
            return People(
                votesPerPerson: votes, designEffect: clustered.designEffect, need: need,
                invitations: need.map { recruitment.invitations(for: $0.people) })
        }
        self.people = people(votesPerPerson)
        others = [1, 5, 10, 20, 50].filter { $0 != votesPerPerson }.map(people)
    }

    /// Numbers of votes from shortly before the first crossing to shortly after the last.
    private static func stretch(_ votes: ExactPower.VotesNeeded) -> [Int] {
        let margin = 4
        let (first, last) = (max(1, votes.firstCrossing - margin), votes.staysFrom + margin)
        if last - first < 30 { return Array(first...last) }
        return Array(first...votes.firstCrossing + margin) + Array(votes.staysFrom - margin...last)
    }
}
