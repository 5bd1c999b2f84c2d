import ArgumentParser
import StudyStore
import Votes
import Workflows

/// `dotchi votes export`: the votes in the forms of other programs.
struct VotesExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the votes to standard output, for other programs.",
        discussion: """
            csv, jsonl and jspsych hold all votes of all plans, also those on repeats, catch trials and checks, and those that a \
            rule leaves out, with the rule's name in `excluded` and the beginning of the plan's hash in `plan`. Each plan is judged by itself, as `dotchi analyze` does \
            while it is in use, and the plan that was frozen first comes first. pwcmp and arena have no place for such: \
            they hold the votes of the plan in use that count. What is left out is counted. People and sessions stand under \
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
        try OpenStudy(options, readOnly: true).exportVotes(
            as: format, people: identities ? .identities : .pseudonyms, condition: condition
        ) { try Console.data($0) }
    }
}

extension VoteExport: ExpressibleByArgument {}
