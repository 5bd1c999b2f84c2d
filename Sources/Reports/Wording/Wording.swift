import Analysis
import Study

/// The words of tables and reports in one language.
struct Wording: Sendable {
    // Columns of the paper's table.
    var method: String
    var rate: String
    var iterations: String
    var time: String
    /// The unit of time: the paper prints `hrs`.
    var hours: String
    var people: String
    var votes: String
    /// Heading of an interval, of its level in percent.
    var interval: @Sendable (_ level: String) -> String
    /// Unit of an interval with people as clusters.
    var byPerson: String
    /// An interval's two ends, where each is a column.
    var low: String
    var high: String

    // Around the table.
    /// The paper's names of its two conditions.
    var conditions: [String: String]
    /// The sentence under a table whose condition promises equal iterations and whose epochs differ.
    var unequalEpochs: @Sendable (_ methods: [(label: String, epochs: String)]) -> String
    /// The caption of a condition's table, of its name and what the paper calls it.
    var caption: @Sendable (_ condition: String?, _ paperName: String?) -> String
    /// The watermark where all votes are simulated.
    var allSimulated: String
    /// The watermark where some are.
    var someSimulated: @Sendable (_ votes: Int, _ total: Int) -> String
    /// The word beside an empty cell.
    var why: @Sendable (Missing) -> String
    /// The note on ties.
    var ties: @Sendable (_ ties: Int) -> String
    /// The note on matched times: the matched method with its time, then each other with its time and difference.
    var matchedTime: @Sendable (_ matched: String, _ time: String, _ others: [MatchedTime]) -> String

    // The estimates.
    var condition: String
    var against: String
    var allOthers: String
    var pByPerson: String
    var exactP: String
    var wins: String
    var losses: String
    var tiesHeading: String

    // The report.
    var rule: String
    /// What a rule leaves out, in words.
    var ruleName: @Sendable (_ rule: ExclusionRule) -> String
    var nothingLeftOut: String
    var reading: String
    /// How to read the estimates, one paragraph each.
    var readingNotes: [String]
    var study: String
    var votesFile: String
    var plan: String
    var answered: String
    var noRates: String
    /// How many votes and people there are.
    var counts: @Sendable (VoteCounts) -> String

    /// A method's time beside the matched one, as texts with units.
    struct MatchedTime {
        var label: String
        var time: String
        var difference: String
    }

    /// The words of `language`.
    static func of(_ language: Language) -> Wording {
        switch language {
        case .english: english
        case .japanese: japanese
        case .kansai: kansai
        }
    }

    /// The watermark, or nil where people gave all votes.
    func watermark(_ simulated: Simulated) -> String? {
        switch simulated {
        case .none: nil
        case .some(let votes, let total): someSimulated(votes, total)
        case .all: allSimulated
        }
    }

    /// A rule in words, or by its name where there are none.
    func name(ofRule rule: String) -> String { ExclusionRule(rawValue: rule).map(ruleName) ?? rule }

    /// An estimate as a text, or a dash and a word why.
    func text<Value>(_ estimate: Result<Value, Missing>, _ text: (Value) -> String) -> String {
        switch estimate {
        case .success(let value): text(value)
        case .failure(let missing): "\(NumberText.none) (\(why(missing)))"
        }
    }
}
