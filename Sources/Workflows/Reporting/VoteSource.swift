package import Analysis
import Answers
import Foundation
import Logging
import Reports
import Study
package import StudyStore
import Text
import Votes

/// The votes that an analysis is made of, and what is known about them: from a study, or from a table of votes.
package struct VoteSource {
    /// The votes, those that rules leave out among them.
    let votes: VoteTable
    /// The rules that were applied to the votes here, with what each was planned to leave out.
    let exclusions: Exclusions
    /// The conditions, in the order of the tables; empty where only the votes tell.
    let conditions: [Condition]
    /// The methods, in the order of the tables; empty where only the votes tell.
    let methods: [Method]
    /// Rules, stopping rule and level.
    let settings: AnalysisSettings
    /// Epochs and hours behind the images.
    let runs: [RunFacts]
    /// Where the votes come from.
    let provenance: Provenance
    /// The file of votes, which can be read again; nil for those of a study and of standard input.
    let file: String?
    /// The title of a report.
    let title: String
    /// How today's analysis plan compares with the frozen one; nil for a table of votes.
    let drift: AnalysisDrift?
    /// How the images were shown.
    let shown: ShownVotes
    /// What people are called in what is shown, by their names in the votes, where that is something else.
    private let shownNames: [String: String]
    /// The sessions of the votes; none of a table.
    let sessions: [SessionRecord]
    /// Sessions that are left out because what the study has of them cannot be read.
    let unreadable: Int
    /// Votes of the study under other plans; none of a table.
    let otherPlans: Int
    /// The least share of its trials that a complete session has votes on; nil where all are needed, or nothing is known of it.
    let completeShare: Double?
    /// The images that people reported; nil where nobody could.
    private let reportedImages: [ReportedImageRow]?
    /// The table of votes, as messages name it; nil for those of a study.
    let table: String?
    /// The rules that a study's store applies; reports name them also where they leave nothing out. None of a table.
    private let rulesOfStore: [ExclusionRule]
    /// Who hears what is worth knowing of the votes.
    private let reporter: any Reporter

    /// The votes of a study's frozen plan.
    ///
    /// - Parameters:
    ///   - withoutSimulated: whether simulated votes are left out, as a rule of the funnel.
    ///   - people: how people are named in what is shown.
    package init(_ study: OpenStudy, withoutSimulated: Bool, people names: PeopleNames) throws {
        reporter = study.reporter
        let plan = try study.planOutline()
        var votes: VoteTable
        (votes, sessions, unreadable) = try study.votes(ofPlan: plan.hash)
        Self.takePrimaryQuestion(from: &votes, reporter)
        let others = try study.store.votesByPlan(but: plan.hash)
        otherPlans = others.values.reduce(0, +)
        if otherPlans > 0 {
            reporter.note(
                "\(otherPlans.counted("vote")) under other plans \(otherPlans.word("is", "are")) left out; `dotchi votes export` has \(otherPlans.word("it", "them")), and "
                    + "`dotchi survey plan --again HASH` goes back to a plan: \(others.keys.sorted().map { String($0.prefix(12)) }.list)."
            )
        }
        try study.sayConflicts(ofPlans: [plan.hash])
        try study.sayUnagreed(sessions, ofPlan: plan.hash)
        drift = try study.analysisDrift(ofPlan: plan.hash)
        if let drift, drift.needsNotice {
            reporter.note(drift.description)
        } else if let drift, drift.frozenAt == nil {
            reporter.note("no person has voted yet. \(drift)")
        }
        if let note = try study.surveyDriftNote(of: plan, withPools: false) { reporter.note(note) }
        settings = study.study.analysis
        completeShare = plan.survey.partlyComplete
        rulesOfStore = (plan.survey.admit == AdmitSettings() ? [] : [.notAdmitted]) + [.repeatedSession]
        reportedImages = try plan.survey.besides.reportsImages ? study.reportedImages(ofPlan: plan.hash) : nil
        shown = ShownVotes(votes)
        exclusions = Self.exclude(from: &votes, settings.exclusions, withoutSimulated: withoutSimulated, reporter)
        self.votes = votes
        conditions = study.study.conditions
        methods = study.study.methods
        runs = try study.comparedGenerations(ofPlan: plan.hash).map { record in
            let pool = record.generation.pool
            return RunFacts(
                condition: pool.condition, method: pool.method, epochs: record.epochs, seconds: record.trainingSeconds,
                matchTimeOf: study.study.condition(named: pool.condition)?.matchTimeOf)
        }
        shownNames = names == .identities ? try study.store.identities() : [:]
        let times = votes.timesCounted
        provenance = Provenance(
            study: study.study.identity.id, planHash: plan.hash,
            firstAnswer: (times?.lowerBound).map(Timestamp.text), lastAnswer: (times?.upperBound).map(Timestamp.text))
        file = nil
        title = study.study.identity.title
        table = nil
    }

    /// The votes of a CSV file (`-`: standard input), with the epochs and hours of another where one is given.
    ///
    /// - Parameters:
    ///   - withoutSimulated: whether simulated votes are left out, as a rule of the funnel.
    ///   - people: how people are named in what is shown.
    ///   - reporter: who hears what is worth knowing of the votes.
    package init(
        votes file: String, runs: String?, withoutSimulated: Bool, people names: PeopleNames, reporter: any Reporter
    ) throws {
        self.reporter = reporter
        let input = InputFile(file)
        let name = file == "-" ? input.name : file
        var votes: VoteTable
        do {
            votes = try VoteTable(csv: try input.bytes(.votes), columns: Self.columns)
        } catch let error as VoteTableError {
            throw Failure(.badData, error.description(of: name))
        }
        table = name
        otherPlans = 0
        completeShare = nil
        rulesOfStore = []
        reportedImages = nil
        for reading in votes.readings { reporter.note("\(name.visibleLine): \(reading).") }
        let rows = votes.count
        Self.takePrimaryQuestion(from: &votes, reporter)
        sessions = []
        unreadable = 0
        drift = nil
        settings = AnalysisSettings()
        shown = ShownVotes(votes)
        exclusions = Self.exclude(from: &votes, settings.exclusions, withoutSimulated: withoutSimulated, reporter)
        shownNames = names == .identities ? [:] : votes.pseudonyms
        guard zip(votes.kind, votes.votes).contains(where: { $0 == .main && $1 > 0 }) else {
            throw Failure(.badData, "\(name) holds no votes: \(Self.whyNone(votes, ofRows: rows)).")
        }
        self.votes = votes
        self.runs =
            try runs.map {
                try RunsTable.read(Array(InputFile($0).bytes(.runs)), file: $0)
            } ?? []
        conditions = []
        methods = []
        provenance = Provenance(votesFile: input.name)
        self.file = file == "-" ? nil : input.name
        title = URL(filePath: input.name).deletingPathExtension().lastPathComponent
    }

    /// Names of methods for people.
    package var labels: [String: String] { methods.labels }

    /// The columns of a table that an analysis needs: all but the ids of votes and the seats.
    private static let columns = Set(VoteColumn.allCases).subtracting([.vote, .seat] + ViewColumns.all)

    /// Why a table of so many rows has no votes that count.
    private static func whyNone(_ votes: VoteTable, ofRows rows: Int) -> String {
        if votes.kind.contains(.main) { return "its counts are all 0" }
        if votes.count > 0 { return "no trial of its \(votes.count) is a main one" }
        if rows > 0 {
            return
                "all of its votes are on other questions than the primary one. Without the columns question and primary they "
                + "are read as votes on the only question"
        }
        return votes.readings.contains { $0.kind == .withoutChoice }
            ? "none of its rows has a choice" : "no line follows its header"
    }

    /// Leaves the votes on other questions than the primary one aside, and says how many these are.
    private static func takePrimaryQuestion(from votes: inout VoteTable, _ reporter: any Reporter) {
        let primary = zip(votes.primary, votes.question).first { $0.0 == true && $0.1 >= 0 }?.1
        votes.takePrimaryQuestion()
        guard !votes.otherQuestions.isEmpty else { return }
        let others = votes.otherQuestions.sorted { $0.key < $1.key }.map { question, count in
            "\(count.counted("vote")) on question \(quoted(question))"
        }
        let taken = primary.flatMap { votes.questions[$0] }.map { "the primary question \(quoted($0))" }
        reporter.note(
            "what follows is of \(taken ?? "the primary question") alone; \(others.list) are in the exports, and not in these figures."
        )
    }

    /// Applies the rules that leave votes out, and says what is to be known of it.
    private static func exclude(
        from votes: inout VoteTable, _ settings: ExclusionSettings, withoutSimulated: Bool, _ reporter: any Reporter
    ) -> Exclusions {
        let exclusions = votes.exclude(settings, withoutSimulated: withoutSimulated)
        for rule in exclusions.rules {
            if let note = rule.note { reporter.note("rule \(rule.name): \(note).") }
        }
        return exclusions
    }

    /// Whether there is any vote but simulated ones that are left out.
    var hasVotes: Bool {
        zip(votes.kind, votes.rule).contains {
            $0 == .main && votes.rules[$1] != ExclusionRule.simulatedPeople.rawValue
        }
    }

    /// What the votes say; notes that some are simulated.
    ///
    /// - Parameters:
    ///   - reference: The method that strengths are relative to; nil for the mean of all.
    ///   - seed: Seed of the resampling.
    ///   - resamples: The number of bootstrap resamples.
    package func summary(reference: String? = nil, seed: UInt64 = 1, resamples: Int = 2000) throws -> AnalysisSummary {
        var summary: AnalysisSummary
        do {
            summary = try log.timed("\(votes.count.counted("row")) analysed") {
                try Analysis.summarise(
                    votes, options: options(reference: reference, seed: seed, resamples: resamples))
            }
        } catch {
            throw Failure(.badData, "\(table.map { "\($0): " } ?? "")\(error)")
        }
        for place in summary.sides.indices {
            summary.sides[place].people = summary.sides[place].people.map { shownNames[$0] ?? $0 }
        }
        for place in summary.funnel.indices where summary.funnel[place].rule == ExclusionRule.incomplete.rawValue {
            summary.funnel[place].completeShare = completeShare
        }
        let failed = exclusions.rules.first { $0.failed != nil }?.failed
        for place in summary.funnel.indices where summary.funnel[place].rule == ExclusionRule.failedCatch.rawValue {
            summary.funnel[place].failed = failed
        }
        summary.reportedImages = reportedImages
        summary.votes.otherPlans = otherPlans
        summary.votes.unreadableSessions = unreadable
        if let reference {
            let known = Set(summary.conditions.flatMap(\.methods))
            guard known.contains(reference) else {
                throw Failure(
                    .usage, "--reference: no vote is on a method “\(reference)”; there are \(known.sorted().list).")
            }
        }
        if case .some(let votes, let total) = summary.simulation {
            reporter.note(
                "\(votes) of the \(total.counted("vote")) \(votes.word("is", "are")) simulated; --without-simulated leaves "
                    + "\(votes.word("it", "them")) out.")
        }
        return summary
    }

    private func options(reference: String?, seed: UInt64, resamples: Int) -> AnalysisOptions {
        var rules = exclusions.rules.map(\.name)
        if !rulesOfStore.isEmpty {
            rules = ExclusionRule.allCases.filter { rulesOfStore.contains($0) || rules.contains($0.rawValue) }.map(
                \.rawValue)
        }
        return AnalysisOptions(
            conditions: conditions, methods: methods.map(\.name), hypotheses: settings.hypotheses, rules: rules,
            planned: exclusions.planned,
            level: settings.level, reference: reference, seed: seed,
            resamples: resamples, stopping: settings.stopping)
    }
}
