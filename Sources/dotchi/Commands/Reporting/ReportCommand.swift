import ArgumentParser
import Foundation
import Reports
import Study
import StudyStore
import Text
import Workflows

/// `dotchi report`: the paper's tables and all the rest, as files.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write the paper's tables, all estimates and one page to read, as files.",
        discussion: """
            RUNS.csv, for votes from elsewhere, has the columns condition, method, epochs and hours.

            A report takes the place of an earlier one in the same folder: of the formats that are written, files of the \
            earlier one that this one lacks, as tables of conditions that are gone, are removed, and nothing else is. While \
            it is written, REPORT-INCOMPLETE.txt stands beside it; a command that was killed leaves that, and the next one \
            takes it away. .dotchi-report lists the files that are dotchi's, with their SHA-256: where a file that dotchi did \
            not write, one that was changed since, or a symbolic link has the name of a file of the report, nothing is written.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(
        help: "A table of votes, instead of the study's; - is standard input.", completion: .file(extensions: ["csv"]))
    var votes: String?

    @Option(help: "The epochs and hours behind a table of votes.", completion: .file(extensions: ["csv"]))
    var runs: String?

    @Flag(help: "Leave votes of simulated people out.")
    var withoutSimulated = false

    @Flag(help: "Name people by their ids, not by pseudonyms.")
    var identities = false

    @Option(
        help: "The folder to write to (default: report in the study folder; of a table of votes it must be given).",
        completion: .directory)
    var out: String?

    @Option(
        help: "The formats, with commas between: md, csv, tex, html, json (default: all).",
        transform: ReportFormats.init)
    var format: ReportFormats = .all

    @Option(help: "The language of its files: en, ja or ja-kansai; messages are English.")
    var language: Language = .english

    func validate() throws {
        if runs != nil, votes == nil { throw ValidationError("--runs goes with a table of votes") }
        if votes != nil, out == nil { throw ValidationError("a report of a table of votes needs --out DIR") }
    }

    func run() throws {
        let study = votes == nil ? try OpenStudy(options, readOnly: true) : nil
        var order = ReportOrder()
        order.votes = votes
        order.runs = runs
        order.withoutSimulated = withoutSimulated
        order.people = identities ? .identities : .pseudonyms
        order.formats = format.formats
        order.language = language
        try order.write(of: study, to: out.map { URL(filePath: $0) }, reporter: ConsoleReporter()) { file in
            // A line a file, whatever the folder is called.
            try Console.result(file.path.visibleLine)
        }
    }
}

/// Formats of a report, as `md,csv`.
struct ReportFormats {
    /// The formats.
    let formats: Set<ReportFormat>

    /// All formats.
    static let all = ReportFormats(formats: Set(ReportFormat.allCases))

    private init(formats: Set<ReportFormat>) {
        self.formats = formats
    }

    /// The formats that `argument` names.
    init(_ argument: String) throws {
        formats = Set(
            try argument.split(separator: ",", omittingEmptySubsequences: false).map { name in
                guard let format = ReportFormat(rawValue: String(name)) else {
                    let known = ReportFormat.allCases.map(\.rawValue).list
                    throw ValidationError("“\(name)” is no format of a report; there are \(known)")
                }
                return format
            })
    }
}
