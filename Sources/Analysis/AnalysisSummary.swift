/// What `dotchi analyze` says of the votes: how many count and what rules left out, the selection rates, what else is
/// estimated by condition (strengths, sides, consistency, agreement, images, fronts), and what became of hypotheses.
package struct AnalysisSummary: Sendable, Hashable {
    /// How many votes and people.
    package var votes: VoteCounts
    /// What each rule left out; `votes.total` is `votes.counted` and the votes of all rules.
    package var funnel: [FunnelRow]
    /// The conditions, in the order of the tables.
    package var conditions: [ConditionVotes]
    /// One row per condition and ordered pair of methods, and with more than two methods one against all others after
    /// those of each method.
    package var rates: [RateRow]
    /// For any two conditions, in their order, one row for each method that stands in both.
    package var comparisons: [ConditionComparison]
    /// The strengths of methods by Bradley and Terry's model, by condition.
    package var bradleyTerry: [BradleyTerrySection]
    /// The same by Davidson's model, in which ties count, by condition.
    package var davidson: [DavidsonSection]
    /// The places of methods by Thurstone's case V, by condition.
    package var thurstone: [ThurstoneSection]
    /// Whether people favour a side, by condition.
    package var sides: [SideSection]
    /// How consistent people are, by condition.
    package var consistency: [ConsistencySection]
    /// How far people agree, by condition.
    package var agreement: [AgreementSection]
    /// How often each image was shown and chosen, by condition; without images where votes name none.
    package var images: [ImageSection]
    /// The rates by front, by condition and method; none where votes name no front.
    package var fronts: [FrontRow]
    /// The rates among people by what they answered about themselves; none where that divides nobody.
    package var subgroups: [SubgroupRow]
    /// The rates with no vote left out but those that nothing can be told of, and those of simulated people where that is
    /// asked for; without what is resampled or modelled.
    package var withoutExclusions: [RateRow]
    /// What the votes say of what was expected.
    package var hypotheses: [HypothesisTest]
    /// Confidence level of all intervals, in 0.5 ..< 1.
    package var level: Double
    /// An e-value of 1/`evidenceAlpha` is enough to stop at; above 0, at most 0.5.
    package var evidenceAlpha: Double
    /// How far the study is from its planned end; nil where none was planned.
    package var stopping: StoppingProgress?
    /// The images that people reported; nil where nobody could.
    package var reportedImages: [ReportedImageRow]?

    /// Whether no person gave any of the votes that count, or some of them.
    package var simulation: Simulated {
        Simulated(votes: conditions.reduce(0) { $0 + $1.simulated }, of: conditions.reduce(0) { $0 + $1.votes })
    }
}
