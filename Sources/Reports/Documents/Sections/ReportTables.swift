import Analysis
import Study

/// What a report tells as tables and sentences, in its language: what the page, the Markdown and the terminal have in
/// common.
struct ReportTables {
    /// What the votes say.
    let summary: AnalysisSummary
    /// What is known beside that.
    let contents: PageContents
    /// The language.
    let language: Language
    /// Whether a terminal shows them, which has short words where a page has sentences.
    let isInTerminal: Bool

    /// Those of a report's page and Markdown.
    init(report: Report) {
        summary = report.summary
        contents = report.contents
        language = report.language
        isInTerminal = false
    }

    /// Those of a terminal.
    init(inTerminal summary: AnalysisSummary) {
        self.summary = summary
        contents = PageContents()
        language = .english
        isInTerminal = true
    }

    var words: PageWords { PageWords(language: language) }
    var tableWords: Wording { Wording.of(language) }
    var chartWords: ChartWords { ChartWords.of(language) }
    var brief: BriefWords { BriefWords() }
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

    /// So many of all: `14 / 18`.
    func part(_ count: Int, of all: Int) -> String {
        isInTerminal ? brief.part(count, of: all) : "\(count) / \(all)"
    }

    // The columns of several tables.

    /// Which rate a row is about: condition, method and the one it meets. A terminal has the condition as a heading.
    var nameFields: [Table.Field<RateRow>] {
        [
            conditionField(\.condition), methodField(\.method),
            .init(tableWords.against, .left) { .text($0.against.map(label) ?? tableWords.allOthers) },
        ]
    }

    /// The condition, where there is no heading that names it.
    func conditionField<Row>(_ condition: @escaping (Row) -> String?) -> Table.Field<Row> {
        .init(tableWords.condition, .left, in: .page) { condition($0).map { .text($0) } ?? .none }
    }

    /// The method, by its name for people.
    func methodField<Row>(_ method: @escaping (Row) -> String) -> Table.Field<Row> {
        .init(tableWords.method, .left) { .text(label(method($0))) }
    }

    /// A rate in percent.
    func rateField<Row>(_ rate: @escaping (Row) -> Table.Cell) -> Table.Field<Row> {
        .init(tableWords.rate, unit: "[%]", brief: brief.rate, what: brief.rateName, cell: rate)
    }

    /// An interval with people as the unit, of a rate or of what else `unit` says.
    func intervalField<Row>(unit: String? = nil, _ interval: @escaping (Row) -> Table.Cell) -> Table.Field<Row> {
        .init(
            tableWords.interval(level), unit: unit ?? tableWords.byPerson, brief: brief.byPerson(level),
            what: brief.intervalByPerson, cell: interval)
    }

    /// A p value with people as the unit.
    func pField<Row>(_ p: @escaping (Row) -> Double?) -> Table.Field<Row> {
        .init(tableWords.pByPerson, brief: brief.p) { row in p(row).map { .number($0, .p) } ?? .none }
    }
}

extension Wording {
    /// A cell for an estimate: what is made of its value, or why there is none.
    func cell<Value>(
        _ estimate: Result<Value, Missing>, _ make: (Value) -> Table.Cell
    ) -> Table.Cell {
        switch estimate {
        case .success(let value): make(value)
        case .failure(let missing): .missing(.init(why(missing)))
        }
    }
}
