import Preference

/// The words of a terminal, which has less room than a page: short headings, and what sentences call a missing number.
struct BriefWords {
    // Headings.
    var rate: String { "rate %" }
    func byPerson(_ level: String) -> String { "\(level) % by person" }
    var p: String { "p" }
    func naive(_ level: String) -> String { "naive \(level) %" }
    var exactP: String { "exact p" }
    var wins: String { "won" }
    var losses: String { "lost" }
    var ties: String { "tied" }
    var leftShare: String { "left %" }
    var biasedPeople: String { "people biased" }
    var orderEffect: String { "order effect" }
    var lessOthers: String { "less the others" }
    func atAnyTime(_ level: String) -> String { "\(level) % at any time" }

    // What is missing.
    var rateName: String { "rate" }
    var intervalByPerson: String { "interval by person" }
    var orderEffectP: String { "p of the order effect" }
    var alikeMethods: String { "methods that are alike" }
    func moreGaps(_ count: Int) -> String { "and \(count) more, each with its reason in --json" }
    func notEstimated(_ gaps: [String]) -> String { "Not estimated: \(gaps.joined(separator: "; "))." }

    // Cells and rows.
    func part(_ count: Int, of all: Int) -> String { "\(count) of \(all)" }
    var transitivity: String { "triples against weak, moderate, strong transitivity" }
    func alphaInterval(_ level: String) -> String { "its \(level) % interval" }
    func advice(_ advice: StoppingAdvice) -> String {
        switch advice {
        case .stopAhead: "stop: chosen more"
        case .stopBehind: "stop: chosen less"
        case .stopAtPlan: "stop: as planned"
        case .stopOutOfReach: "stop: out of reach"
        case .goOn: "go on"
        }
    }
    var noCondition: String { "no condition" }
    func more(_ rows: Int) -> String { "\(rows) more in --json" }
    func moreComparisons(_ count: Int) -> String {
        "Those of the smallest p are shown; \(count) more are in --json."
    }
    func pairsElsewhere(_ rows: Int) -> String { "\(rows) rates of one method against another are in --json." }

    // Over the parts.
    func less(_ first: String, _ second: String) -> String { "\(first) less \(second)" }
    var comparisons: String { "The conditions compared, in percentage points; p is not adjusted" }
    var strengths: String { "The methods on one scale: Bradley-Terry's model, JOD by Thurstone's case V" }
    var alikeNote: String {
        "Methods that share a letter under “alike” cannot be told apart (Holm's adjustment over all pairs)."
    }
    func noScale(under condition: String?, _ reason: String) -> String {
        "No common scale\(condition.map { " under \($0)" } ?? ""): \(reason)."
    }
    var sides: String { "Left or right; the order effect is the log-odds for the left image" }
    func evidence(_ enough: String) -> String {
        "Evidence that may be looked at after every person (enough: \(enough)), and what would flip the lead"
    }
    var fronts: String { "The fronts, each less all others, in percentage points; p is not adjusted" }
}
