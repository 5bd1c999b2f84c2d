import Parallel
import Study
package import Votes

/// The way from votes to estimates: count by condition, pair and person, then estimate.
package enum Analysis {
    /// Votes are refused beyond this many: a count that large is mistyped. Products of two counts up to it are exact in
    /// double precision (below 2^53).
    package static let mostVotes = 90_000_000

    /// What the votes of a table say; those with a rule are left out.
    ///
    /// Rows stand in the order of the options' conditions and of their methods; conditions that only the votes know
    /// follow in the order of their names, methods that only the votes know in the order of the options' methods, then
    /// of their names. The order of the votes changes nothing but what watches a study as it runs, where the votes do
    /// not say when they were given. A condition nobody voted under keeps its rows, with the reason in place of numbers.
    ///
    /// - Throws: ``AnalysisError`` for counts that are too large to be votes.
    package static func summarise(
        _ table: VoteTable, options: AnalysisOptions = AnalysisOptions()
    ) throws(AnalysisError) -> AnalysisSummary {
        let counter = try VoteCounter(table, rules: options.rules) { _ in true }
        let samples = samples(counter, of: table, options: options)
        let isWhole = table.rules.names.allSatisfy { $0 == ExclusionRule.simulatedPeople.rawValue }
        let all = isWhole ? samples : try withoutExclusions(of: table, options: options)
        let level = options.level
        let rates = samples.flatMap { $0.rates(options) }
        // About as long each for a million votes.
        let (people, methods) = both(
            { (samples.map { AgreementSection($0, level: level) }, samples.map { ConsistencySection($0) }) },
            { MethodSections(samples, options: options) })
        return AnalysisSummary(
            votes: counter.votes, funnel: counter.funnel(planned: options.planned), conditions: samples.map(\.summary),
            rates: rates, comparisons: methods.comparisons, bradleyTerry: methods.bradleyTerry,
            davidson: methods.davidson, thurstone: methods.thurstone, sides: methods.sides, consistency: people.1,
            agreement: people.0, images: methods.images, fronts: methods.fronts, subgroups: methods.subgroups,
            withoutExclusions: all.flatMap { $0.plainRates(options) },
            hypotheses: HypothesisTest.all(options.hypotheses, by: rates), level: level,
            evidenceAlpha: options.evidenceAlpha,
            stopping: options.stopping.map { rule in
                StoppingProgress(rule, counted: counter.conditions.lazy.flatMap(\.counted), of: table)
            })
    }

    /// The sections on methods, sides, images, fronts and subgroups.
    private struct MethodSections: Sendable {
        let comparisons: [ConditionComparison]
        let bradleyTerry: [BradleyTerrySection]
        let davidson: [DavidsonSection]
        let thurstone: [ThurstoneSection]
        let sides: [SideSection]
        let images: [ImageSection]
        let fronts: [FrontRow]
        let subgroups: [SubgroupRow]

        init(_ samples: [ConditionSample], options: AnalysisOptions) {
            comparisons = ConditionComparison.all(samples, level: options.level)
            bradleyTerry = samples.map { BradleyTerrySection($0, options: options) }
            davidson = samples.map { DavidsonSection($0, options: options) }
            thurstone = samples.map { ThurstoneSection($0, options: options) }
            sides = samples.map { SideSection($0, level: options.level) }
            images = samples.map { ImageSection($0, level: options.level) }
            fronts = samples.flatMap { FrontRow.all($0, level: options.level) }
            subgroups = samples.flatMap { SubgroupRow.all($0, level: options.level) }
        }
    }

    /// The conditions with every vote that rules other than that of simulated people left out.
    private static func withoutExclusions(
        of table: VoteTable, options: AnalysisOptions
    ) throws(AnalysisError) -> [ConditionSample] {
        let counter = try VoteCounter(table, rules: []) { $0 == ExclusionRule.simulatedPeople.rawValue }
        return samples(counter, of: table, options: options)
    }

    /// The conditions of the votes, in the order of the tables.
    private static func samples(
        _ counter: VoteCounter, of table: VoteTable, options: AnalysisOptions
    ) -> [ConditionSample] {
        let people = PeopleOrder(table)
        func sample(_ name: String?, _ rows: VoteCounter.ConditionRows?, listed: [String]) -> ConditionSample {
            let methods = ConditionSample.methods(rows, of: table, listed: listed, order: options.methods)
            return ConditionSample(name: name, methods: methods, rows: rows, of: table, people: people)
        }
        let listed = Set(options.conditions.map(\.name))
        let counted = counter.conditions.map { (name: table.conditions[$0.condition], rows: $0) }
        let planned = options.conditions.map { condition in
            sample(condition.name, counted.first { $0.name == condition.name }?.rows, listed: condition.methods)
        }
        let others = counted.filter { count in !(count.name.map(listed.contains) ?? false) }
            .sorted { $0.name ?? "" < $1.name ?? "" }
        return planned + others.map { sample($0.name, $0.rows, listed: []) }
    }
}
