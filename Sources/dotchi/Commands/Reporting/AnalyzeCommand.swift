import ArgumentParser
import Reports
import StudyStore
import Workflows

/// `dotchi analyze`: what the votes say.
struct AnalyzeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze", abstract: "Estimate selection rates, from the study or from any table of votes.",
        discussion: """
            The person is the unit: where votes name their people, every rate comes with a person-clustered interval first, \
            the naive one beside it. A table of votes is a CSV file with at least the columns participant, left, right (names of methods) and choice \
            (left, right or tie). It may also have condition, item, left_image, right_image, response_ms, vote, seat, \
            session, trial (a number in its session), kind (main, catch, repeat or check), repeat_of (the number of the trial \
            that a repeat repeats), correct (of a catch trial or check: left or right), shown_at (ISO 8601), front, simulated, \
            excluded (the name of a rule, or TRUE or FALSE), count (how many votes a row stands for, 0 for none), plan \
            (that asked for the vote; those of several are taken together, which is noted), and question with primary (TRUE or \
            FALSE): votes on other questions than the primary one are left aside, which is noted; where primary says nothing \
            it is the first question of the file. In \
            every column an empty field, NA, N/A, NaN, null, NULL or None says that nothing is known, as R, pandas and \
            databases write it; a person or method of such a name needs another. A row without a choice is no vote and is \
            left out; a row with a choice needs both methods. Rows of one id in vote are one vote: alike they count once, \
            different they are an error. Names of columns are read in any case. Blanks around a field count only in \
            quotes, as with R's strip.white; names that differ by case, blanks or look-alike letters (as full-width ones) stay \
            apart; Unicode's forms of one name (NFC, NFD) are one. What could have meant something else is noted. What watches a study as it runs \
            takes people in the order of their last shown_at; without it rows stand in the order in which they were \
            given. Conditions stand in the order of study.yaml, those of a table in the order of their names.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(
        help: "A table of votes, instead of the study's; - is standard input.", completion: .file(extensions: ["csv"]))
    var votes: String?

    @Flag(help: "Leave votes of simulated people out.")
    var withoutSimulated = false

    @Flag(help: "Name people by their ids, not by pseudonyms.")
    var identities = false

    @Option(help: "The method that strengths are relative to (default: the mean of all).")
    var reference: String?

    @Option(parsing: .unconditional, help: "The seed of the resampling.")
    var seed: WholeArgument = 1

    @Option(
        parsing: .unconditional, help: "The number of bootstrap resamples, 100 to 100000.")
    var resamples: WholeArgument = 2000

    @OptionGroup var language: LanguageOption

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        // What JSON's readers tell apart.
        try check("--seed", seed.value, from: 0, to: 1 << 53)
        try check("--resamples", resamples.value, from: 100, to: 100_000)
    }

    func run() throws {
        let names: PeopleNames = identities ? .identities : .pseudonyms
        let source =
            try votes.map {
                try VoteSource(
                    votes: $0, runs: nil, withoutSimulated: withoutSimulated, people: names,
                    reporter: ConsoleReporter())
            } ?? VoteSource(OpenStudy(options, readOnly: true), withoutSimulated: withoutSimulated, people: names)
        let summary = try source.summary(reference: reference, seed: UInt64(seed.value), resamples: resamples.value)
        if json { return try Console.data(summary.json.document.trimmedEnd) }
        try Console.result(summary.terminalText(language.words, labels: source.labels).trimmedEnd)
    }
}
