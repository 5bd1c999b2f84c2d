import Answers
import Foundation
import Reports
import Study
import StudyStore

/// The votes that an analysis is made of, and what is known about them: from a study, or from a table of votes.
struct VoteSource {
    /// The votes.
    let judgements: JudgementTable
    /// The rules that were applied to the votes here.
    let rules: [String]
    /// The conditions, in the order of the tables; empty where only the votes tell.
    let conditions: [Condition]
    /// The methods, in the order of the tables; empty where only the votes tell.
    let methods: [Method]
    /// Level of the intervals.
    let level: Double
    /// Epochs and hours behind the images.
    let runs: [RunFacts]
    /// Where the votes come from.
    let provenance: Provenance
    /// The title of a report.
    let title: String
    /// The table of votes, as messages name it; nil for those of a study.
    private let table: String?

    /// The votes of a study's frozen plan.
    ///
    /// - Parameter withoutSimulated: whether simulated votes are left out, as a rule of the funnel.
    init(_ study: OpenStudy, withoutSimulated: Bool) throws {
        let plan = try study.plan()
        let votes = try study.store.votes(ofPlan: plan.hash)
        let others = try study.store.votes().count - votes.count
        if others > 0 {
            let plans = Set(try study.store.sessions().map(\.header.planHash)).subtracting([plan.hash]).sorted()
            Console.say(
                "note: \(others) votes of earlier plans are left out; `dotchi votes export` has them, and "
                    + "`dotchi survey plan --again HASH` goes back to a plan: \(plans.list).")
        }
        judgements = Self.judgements(VoteTable(rows: votes), withoutSimulated: withoutSimulated)
        rules = [Analysis.repeatedSession] + (withoutSimulated ? [Analysis.simulatedPeople] : [])
        conditions = study.study.conditions
        methods = study.study.methods
        level = study.study.analysis.level
        runs = try study.store.generations(ofPlan: plan.hash).map { record in
            let pool = record.generation.pool
            return RunFacts(
                condition: pool.condition, method: pool.method, epochs: record.epochs, seconds: record.trainingSeconds,
                matchTimeOf: study.study.condition(named: pool.condition)?.matchTimeOf)
        }
        let times = votes.filter { !(withoutSimulated && $0.simulated) }.compactMap(\.shownAt).sorted()
        provenance = Provenance(
            study: study.study.identity.id, planHash: plan.hash, firstAnswer: times.first, lastAnswer: times.last)
        title = study.study.identity.title
        table = nil
    }

    /// The votes of a CSV file (`-`: standard input), with the epochs and hours of another where one is given.
    ///
    /// - Parameter withoutSimulated: whether simulated votes are left out, as a rule of the funnel.
    init(votes file: String, runs: String?, withoutSimulated: Bool) throws {
        let votes = InputFile(file)
        let name = file == "-" ? votes.name : file
        let rows: VoteTable
        do {
            rows = try VoteTable(csv: try votes.bytes(), columns: JudgementTable.columns)
        } catch let error as VoteTableError {
            throw Failure(.badData, error.description(of: name))
        }
        table = name
        judgements = Self.judgements(rows, withoutSimulated: withoutSimulated)
        guard rows.kinds.contains(.main) else {
            let reason =
                rows.count == 0 ? "no line follows its header" : "no trial of its \(rows.count) is a main one"
            throw Failure(.badData, "\(name) holds no votes: \(reason).")
        }
        self.runs =
            try runs.map {
                try RunsTable.read(String(decoding: try InputFile($0).bytes(), as: UTF8.self), file: $0)
            } ?? []
        rules = withoutSimulated ? [Analysis.simulatedPeople] : []
        conditions = []
        methods = []
        level = 0.95
        provenance = Provenance(votesFile: votes.name)
        title = URL(filePath: votes.name).deletingPathExtension().lastPathComponent
    }

    /// The votes of a table; simulated ones are left out as a rule of the funnel where that is asked for.
    private static func judgements(_ votes: VoteTable, withoutSimulated: Bool) -> JudgementTable {
        let excluded = votes.texts(.excluded)
        return JudgementTable(votes) { row in
            withoutSimulated && votes.simulated[row] ? Analysis.simulatedPeople : excluded?[row]
        }
    }

    /// Whether there is any vote but simulated ones that are left out.
    var hasVotes: Bool {
        judgements.rows.contains { $0.kind == .main && judgements.rules[$0.rule] != Analysis.simulatedPeople }
    }

    /// What the votes say; that some are simulated is told aloud too.
    func summary() throws -> AnalysisSummary {
        let summary: AnalysisSummary
        do {
            summary = try Analysis.summarise(
                judgements,
                options: AnalysisOptions(
                    conditions: conditions, methods: methods.map(\.name), rules: rules, level: level))
        } catch {
            throw Failure(.badData, "\(table.map { "\($0): " } ?? "")\(error)")
        }
        if case .some(let votes, let total) = summary.simulation {
            Console.say("note: \(votes) of the \(total) votes are simulated; --without-simulated leaves them out.")
        }
        return summary
    }
}
