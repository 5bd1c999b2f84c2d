import StudyFiles
import ArgumentParser
import Files
import Foundation
import Reports
import Analysis
import Study
import StudyStore
import Text

/// `dotchi report`: the paper's tables and all the rest, as files.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write the paper's tables, all estimates and one page to read, as files.",
        discussion: "RUNS.csv, for votes from elsewhere, has the columns condition, method, epochs and hours.")

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

    @Option(help: "The language: en, ja or ja-kansai.")
    var language: Language = .english

    func validate() throws {
        if runs != nil, votes == nil { throw ValidationError("--runs goes with a table of votes") }
        if votes != nil, out == nil { throw ValidationError("a report of a table of votes needs --out DIR") }
    }

    func run() throws {
        let study = votes == nil ? try OpenStudy(options, readOnly: true) : nil
        let names: PeopleNames = identities ? .identities : .pseudonyms
        let source =
            try study.map { try VoteSource($0, withoutSimulated: withoutSimulated, people: names) }
            ?? VoteSource(votes: votes ?? "", runs: runs, withoutSimulated: withoutSimulated, people: names)
        guard source.hasVotes else {
            throw Failure(
                .noInput,
                "there are no votes\(withoutSimulated ? " but simulated ones" : "") \(votes.map { "in \($0)" } ?? "under the plan in use"), "
                    + "so no report was written, and an earlier one is as it was."
                    + (votes == nil ? " Take answers in with `dotchi votes import` or `dotchi survey take`." : ""))
        }
        let summary = try source.summary()
        if let runs { try check(source.runs, of: runs, against: summary) }
        let report = Report(
            title: source.title, provenance: source.provenance, summary: summary,
            tables: ConditionTable.tables(of: summary, runs: source.runs, labels: source.labels), language: language,
            contents: try ReportContents(source: source, study: study, summary: summary, language: language)
                .contents(for: format.formats))
        let folder = out.map { URL(filePath: $0) } ?? study?.folder.root.appending(path: "report")
        guard let folder else { return }
        let output = try OutputFolder(folder)
        defer { withExtendedLifetime(output) {} }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let files = report.files(format.formats)
            for file in files {
                let target = folder.appending(path: file.name)
                try WholeFile.write(Data(file.text.utf8), to: target)
                try Console.data(target.path)
            }
            // A table of votes may hold those of people who were erased from the study.
            let older = study == nil ? [] : StaleReports.unmark(folder, made: Set(files.map(\.name)))
            if !older.isEmpty {
                Console.say(
                    "note: made before a person was erased, and still with their votes: \(older.map(\.visibleLine).list). `dotchi report` "
                        + "makes all formats again; delete what is no longer of this study.")
            }
        } catch  where error is CocoaError || error is FileFault {
            let fault = error as? FileFault ?? FileFault(error)
            throw Failure(.cannotCreate, "cannot write to \(folder.path): \(fault).\(fault.elsewhere)")
        }
    }
}

extension ReportCommand {
    /// That every row of a runs file speaks of a condition and a method that votes were cast on.
    private func check(_ runs: [RunFacts], of file: String, against summary: AnalysisSummary) throws {
        let known = summary.rates.map { ($0.condition, $0.method) }
        for row in runs where !known.contains(where: { $0 == (row.condition, row.method) }) {
            let name = { (condition: String?, method: String) in "\(method) under \(condition ?? "no condition")" }
            throw Failure(
                .badData,
                """
                \(file) has a row of \(name(row.condition, row.method)), which no vote speaks of; the votes are of \
                \(Set(known.map(name)).sorted().list). A row without a condition has that field empty.
                """)
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
