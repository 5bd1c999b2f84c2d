import Answers
import Votes
import ArgumentParser
import Foundation
import Study
import StudyStore

/// `dotchi votes export`: the votes in the forms of other programs.
struct VotesExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the votes to standard output, for other programs.",
        discussion: """
            csv, jsonl and jspsych hold all votes of all plans, also those on repeats and catch trials, and those that a \
            rule leaves out, with the rule's name in `excluded` and the beginning of the plan's hash in `plan`. Each plan is judged by itself, as `dotchi analyze` does \
            while it is in use, and the plan that was frozen first comes first. pwcmp and arena have no place for such: \
            they hold the votes of the plan in use that count. What is left out is told. People and sessions stand under \
            random pseudonyms, which are the same in all exports of a study. In csv and pwcmp a text that a spreadsheet \
            would take for a formula has an apostrophe before it, which dotchi takes off again.
            """)

    @OptionGroup var options: StudyOptions

    @Option(
        help: """
            The form: csv; jsonl (the same as JSON Lines); jspsych (rows of jsPsych, JSON); pwcmp (its table of \
            comparisons); arena (battles, JSON Lines).
            """)
    var format: VoteExport = .csv

    @Flag(help: "Name people and sessions by their ids, not by pseudonyms.")
    var identities = false

    @Option(help: ArgumentHelp("Only votes under this condition.", valueName: "name"))
    var condition: String?

    func run() throws {
        let study = try OpenStudy(options, readOnly: true)
        if let condition, study.study.condition(named: condition) == nil {
            let names = study.study.conditions.map(\.name)
            throw Failure(.usage, "study.yaml has no condition “\(condition)”; it has \(names.list).")
        }
        let rows = try plans(study).map { plan in
            let table = try study.votes(ofPlan: plan, people: identities ? .identities : .pseudonyms).table
            let exclusions = table.exclusions(study.study.analysis.exclusions)
            return (0..<table.count).lazy.map { row in
                var vote = table[row]
                vote.excluded = exclusions[row]
                return vote
            }
        }.lazy.joined().filter { condition == nil || $0.condition == condition }
        let summary = try format.write(rows) { try Console.data($0) }
        for note in notes(summary) { Console.say("note: \(note)") }
    }

    /// The plans whose votes the form holds, by their hashes, in the order in which they were frozen.
    private func plans(_ study: OpenStudy) throws -> [String] {
        if format.holdsCountedVotesOnly { return [try study.planOutline().hash] }
        return try study.store.plans().sorted { $0.frozenAt < $1.frozenAt }.map(\.hash)
    }

    /// What a reader of the file could not know from it.
    private func notes(_ summary: VoteExportSummary) -> [String] {
        var notes: [String] = []
        let left = [
            summary.ties > 0 ? summary.ties.counted("tie") : nil,
            summary.otherTrials > 0 ? "\(summary.otherTrials.counted("vote")) on repeats and catch trials" : nil,
            summary.excluded > 0 ? "\(summary.excluded.counted("vote")) that a rule leaves out" : nil,
        ].compactMap(\.self)
        if !left.isEmpty { notes.append("\(format.rawValue) has no place for \(left.list); they are not in the file.") }
        if format.holdsCountedVotesOnly, summary.conditions.count > 1 {
            notes.append(
                "a method has other images under each condition, and the votes of "
                    + "\(summary.conditions.count) conditions are here, told apart by the field "
                    + "`\(format == .pwcmp ? "scene" : "condition")`; --condition NAME writes those of one.")
        }
        if summary.namedMissing > 0, format == .csv || format == .pwcmp {
            notes.append(
                "\(summary.namedMissing.counted("vote has", "votes have")) a name that programs read as missing (NA, NaN, null, None or "
                    + "spaces); `dotchi analyze FILE` does too. jsonl has no such names.")
        }
        if summary.simulated > 0 {
            notes.append(
                "\(summary.simulated) of the \(summary.votes.counted("vote")) \(summary.simulated.word("is", "are")) simulated."
            )
        }
        return notes
    }
}

extension VoteExport: ExpressibleByArgument {}
