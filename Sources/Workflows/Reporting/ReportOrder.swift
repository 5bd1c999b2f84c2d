import Analysis
import Files
package import Foundation
package import Reports
package import Study
import StudyFiles
package import StudyStore
import Text

/// A report that is to be written: of which votes, in which formats and language.
package struct ReportOrder {
    /// A table of votes; nil for those of the study.
    package var votes: String?
    /// The epochs and hours behind a table of votes.
    package var runs: String?
    /// Whether votes of simulated people are left out.
    package var withoutSimulated = false
    /// How people are named.
    package var people = PeopleNames.pseudonyms
    /// The formats.
    package var formats = Set(ReportFormat.allCases)
    /// The language.
    package var language = Language.english

    /// A report of a study's votes in all formats.
    package init() {}

    /// Writes the report.
    ///
    /// - Parameters:
    ///   - study: the study whose votes it is of; nil for a table of votes.
    ///   - folder: where to write; nil for report/ in the study's folder.
    ///   - reporter: who hears what is worth knowing of the votes.
    ///   - written: called with each file once it is written.
    /// - Throws: ``Failure`` where there are no votes, or a file cannot be written; errors of the rooms that read.
    package func write(
        of study: OpenStudy?, to folder: URL?, reporter: any Reporter, written: (URL) throws -> Void
    ) throws {
        let source =
            try study.map { try VoteSource($0, withoutSimulated: withoutSimulated, people: people) }
            ?? VoteSource(
                votes: votes ?? "", runs: runs, withoutSimulated: withoutSimulated, people: people, reporter: reporter)
        guard source.hasVotes else {
            throw Failure(
                .noInput,
                "there are no votes\(withoutSimulated ? " but simulated ones" : "") \(votes.map { "in \($0)" } ?? "under the plan in use"), "
                    + "so no report was written, and an earlier one is as it was."
                    + (source.unreadable > 0
                        ? " Left out, as said above, \(source.unreadable.word("is", "are")) \(source.unreadable.counted("session")); "
                            + "`dotchi doctor` says what to do."
                        : votes == nil ? " Take answers in with `dotchi votes import` or `dotchi survey take`." : ""))
        }
        let words = try Templates.reportTexts(language)
        let summary = try source.summary()
        if let runs { try check(source.runs, of: runs, against: summary) }
        let report = Report(
            title: source.title, provenance: source.provenance, summary: summary,
            tables: ConditionTable.tables(of: summary, runs: source.runs, labels: source.labels), words: words,
            contents: try ReportContents(source: source, study: study, summary: summary, words: words)
                .contents(for: formats))
        guard let folder = folder ?? study?.folder.root.appending(path: "report") else { return }
        let output = try OutputFolder(folder)
        defer { withExtendedLifetime(output) {} }
        do {
            let files = report.files(formats)
            // A table of votes may hold those of people who were erased from the study.
            let stale = study == nil ? nil : StaleReports(in: folder)
            let others = try ReportFolder(place: folder).write(files, of: formats)
            let left = stale?.renew(made: Set(files.map(\.name))) ?? StaleReports.Left()
            if !left.elsewhere.isEmpty {
                reporter.note(
                    "made before a person was erased, and not in \(folder.path) any more: \(left.elsewhere.list). Where they, or "
                        + "copies of them, lie elsewhere, they still have the person's votes.")
            }
            if !left.here.isEmpty {
                reporter.note(
                    "made before a person was erased, and still with their votes: \(left.here.list). `dotchi report` makes all "
                        + "formats again; delete what has another name, or is no longer of this study.")
            } else if !others.isEmpty {
                reporter.note(
                    "of an earlier report, and not of this one: \(others.map(\.visibleLine).list) in \(folder.path). `dotchi "
                        + "report` makes all formats again; delete what is no longer needed.")
            }
            for file in files { try written(folder.appending(path: file.name)) }
        } catch  where error is CocoaError || error is FileFault {
            let fault = error as? FileFault ?? FileFault(error)
            throw Failure(.cannotCreate, "cannot write to \(folder.path): \(fault).\(fault.elsewhere)")
        }
    }

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
