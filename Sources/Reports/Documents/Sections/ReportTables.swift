import Analysis
import Study

/// What a report tells as tables and sentences, in its language: what the page, the Markdown and the terminal have in
/// common.
struct ReportTables {
    /// What the votes say.
    let summary: AnalysisSummary
    /// What is known beside that.
    let contents: PageContents
    /// The words of its language.
    let words: ReportTexts
    /// Whether a terminal shows them, which has short words where a page has sentences.
    let isInTerminal: Bool

    /// Those of a report's page and Markdown.
    init(report: Report) {
        summary = report.summary
        contents = report.contents
        words = report.words
        isInTerminal = false
    }

    /// Those of a terminal, in which methods are called by `labels`.
    init(inTerminal summary: AnalysisSummary, labels: [String: String], _ words: ReportTexts) {
        self.summary = summary
        self.words = words
        contents = PageContents(labels: labels)
        isInTerminal = true
    }

    var level: String { NumberText.level(summary.level) }

    /// A method's name for people.
    func label(_ method: String) -> String { contents.labels[method] ?? method }

    /// A condition as headings call it.
    func name(_ condition: String?) -> String? {
        condition.map { words.paperName(of: $0) ?? $0 }
    }

    /// What a table or chart of a condition is called.
    func title(_ subject: String, _ condition: String?) -> String {
        name(condition).map { "\(subject)\(words[.colon])\($0)" } ?? subject
    }

    /// The row of each method against the other, or against all others.
    func rows(of condition: ConditionVotes) -> [RateRow] { summary.leadingRates(of: condition) }

    /// So many of all: `14 / 18`.
    func part(_ count: Int, of all: Int) -> String {
        isInTerminal ? words(.terminalPart, ["count": "\(count)", "all": "\(all)"]) : "\(count) / \(all)"
    }

    // The columns of several tables.

    /// Which rate a row is about: condition, method and the one it meets. A terminal has the condition as a heading.
    var nameFields: [Table.Field<RateRow>] {
        [
            conditionField(\.condition), methodField(\.method),
            .init(words[.against], .left) { .text($0.against.map(label) ?? words[.allOthers]) },
        ]
    }

    /// The condition, where there is no heading that names it.
    func conditionField<Row>(_ condition: @escaping (Row) -> String?) -> Table.Field<Row> {
        .init(words[.condition], .left, in: .page) { condition($0).map { .text($0) } ?? .none }
    }

    /// The method, by its name for people.
    func methodField<Row>(_ method: @escaping (Row) -> String) -> Table.Field<Row> {
        .init(words[.method], .left) { .text(label(method($0))) }
    }

    /// A rate in percent.
    func rateField<Row>(_ rate: @escaping (Row) -> Table.Cell) -> Table.Field<Row> {
        .init(words[.rate], unit: "[%]", brief: words[.terminalRate], what: words[.terminalRateName], cell: rate)
    }

    /// An interval with people as the unit, of a rate or of what else `unit` says.
    func intervalField<Row>(unit: String? = nil, _ interval: @escaping (Row) -> Table.Cell) -> Table.Field<Row> {
        .init(
            words(.interval, ["level": level]), unit: unit ?? words[.byPerson],
            brief: words(.terminalByPerson, ["level": level]),
            what: words[.terminalIntervalName], cell: interval)
    }

    /// A p value with people as the unit.
    func pField<Row>(_ p: @escaping (Row) -> Double?) -> Table.Field<Row> {
        .init(words[.pByPerson], brief: words[.terminalP]) { row in p(row).map { .number($0, .p) } ?? .none }
    }
}
