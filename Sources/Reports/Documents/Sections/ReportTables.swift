import Analysis
import Study

/// What a report tells as tables and sentences, in its language: what the page and the Markdown have in common.
struct ReportTables {
    /// The report.
    let report: Report

    var summary: AnalysisSummary { report.summary }
    var contents: PageContents { report.contents }
    var words: PageWords { PageWords(language: report.language) }
    var tableWords: Wording { Wording.of(report.language) }
    var chartWords: ChartWords { ChartWords.of(report.language) }
    var level: String { NumberText.level(summary.level) }

    /// A method's name for people.
    func label(_ method: String) -> String { contents.labels[method] ?? method }

    /// A condition as headings call it.
    func name(_ condition: String?) -> String? {
        condition.map { tableWords.conditions[$0] ?? $0 }
    }

    /// What a table or chart of a condition is called.
    func title(_ subject: String, _ condition: String?) -> String {
        name(condition).map { "\(subject)\(words.colon)\($0)" } ?? subject
    }

    /// The row of each method against the other, or against all others.
    func rows(of condition: ConditionVotes) -> [RateRow] { summary.leadingRates(of: condition) }

    /// Which rate a row is about: condition, method and the one it meets.
    func names(_ row: RateRow) -> [String] {
        [row.condition ?? NumberText.none, label(row.method), row.against.map(label) ?? tableWords.allOthers]
    }

    /// The columns of ``names(_:)``.
    var nameColumns: [TextTable.Column] {
        [
            .init(heading: tableWords.condition, isNumber: false), .init(heading: tableWords.method, isNumber: false),
            .init(heading: tableWords.against, isNumber: false),
        ]
    }

    /// The column of an interval with people as the unit.
    var intervalColumn: TextTable.Column { .init(heading: tableWords.interval(level), unit: tableWords.byPerson) }
}
