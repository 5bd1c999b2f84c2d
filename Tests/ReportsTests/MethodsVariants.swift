import Foundation
import Study
import Votes

@testable import Analysis
@testable import Reports

/// Facts that differ from others by what a sentence of the methods paragraph hangs on.
enum MethodsVariants {
    /// Each by a name.
    static let all: [(name: String, facts: MethodsFacts)] = changes.map { name, change in
        var facts = MethodsParagraphTests.facts
        change(&facts)
        return (name, facts)
    }

    private static let changes: [(String, @Sendable (inout MethodsFacts) -> Void)] =
        people + looks + design + screening + analysis

    private static let people: [(String, @Sendable (inout MethodsFacts) -> Void)] = [
        ("all simulated", { $0.people.simulation = .all }),
        ("some simulated", { $0.people.simulation = .some(votes: 20, total: 760) }),
        ("one simulated of one", { $0.people.simulation = .some(votes: 1, total: 1) }),
        ("all simulated, one person", { ($0.people.simulation, $0.people.counted) = (.all, 1) }),
        ("all began", { $0.people.began = 38 }),
        ("unknown how many began", { $0.people.began = nil }),
        ("some nameless", { $0.people.nameless = 60 }),
        ("one of one nameless", { ($0.people.nameless, $0.people.votes, $0.people.counted) = (1, 1, 0) }),
        ("one person, one vote", { ($0.people.counted, $0.people.votes, $0.people.began) = (1, 1, 1) }),
        ("nobody named", { $0.people.counted = nil }),
        ("nobody named, one vote", { ($0.people.counted, $0.people.votes) = (nil, 1) }),
        ("one day", { $0.people.days = "2026-01-02"..."2026-01-02" }),
    ]

    private static let looks: [(String, @Sendable (inout MethodsFacts) -> Void)] = [
        ("one size", { $0.viewing.shownPixels = 256...256 }),
        ("at once", { $0.viewing.minimumViewMilliseconds = 0 }),
        ("devices unknown", { $0.viewing.devices = [] }),
        ("pools of which little is known", { $0.content.pools = [.init(method: "A"), .init(method: "C", images: 1)] }),
        ("no condition", { $0.content.pools[0].condition = nil }),
    ]

    private static let design: [(String, @Sendable (inout MethodsFacts) -> Void)] = [
        ("ties", { $0.design.scale = .ties }), ("graded", { $0.design.scale = .graded }),
        ("a question with an id", { $0.design.questions = [asked("real", isPrimary: true)] }),
        ("two questions", { $0.design.questions = [asked("real"), asked("sharp", isPrimary: true)] }),
        ("no undo", { $0.design.undo = false }),
        ("no consent", { $0.design.consent = false }), ("one trial", { $0.design.trialsPerPair = 1 }),
        ("one pair", { $0.design.pairs = 1 }), ("pairs unknown", { $0.design.pairs = nil }),
        ("paired by item", { $0.design.pairing = .item }), ("paired at random", { $0.design.pairing = .random }),
        ("odd trials", { $0.design.sides = .withinOne }), ("no repeats", { $0.design.repeats = 0 }),
        ("one repeat", { $0.design.repeats = 1 }), ("catch trials", { $0.design.catchTrials = 2 }),
        ("one seat", { $0.design.seats = 1 }),
    ]

    private static func asked(_ id: String, isPrimary: Bool = false) -> MethodsFacts.Asked {
        MethodsFacts.Asked(id: id, text: [.english: "Which?", .japanese: "\(id)?"], isPrimary: isPrimary)
    }

    private static let screening: [(String, @Sendable (inout MethodsFacts) -> Void)] = [
        ("plan changed", { $0.screening.plan = .changed }), ("plan frozen late", { $0.screening.plan = .frozenLate }),
        ("plan not frozen", { $0.screening.plan = .notFrozen }),
        ("no rules", { $0.screening.exclusions = .init() }),
        ("catch rule", { $0.screening.exclusions = .init(failedCatch: .init(maxFailed: 1)) }),
        ("catch rule of more", { $0.screening.exclusions = .init(failedCatch: .init(maxFailed: 3)) }),
        ("nothing left out", { $0.screening.funnel = [] }),
        (
            "much left out",
            {
                $0.screening.funnel = [
                    .init(rule: "incomplete", people: 2, votes: 1), .init(rule: "x", people: 1, votes: 9),
                ]
            }
        ),
        ("other plans", { $0.screening.otherPlans = 9 }), ("a vote of another plan", { $0.screening.otherPlans = 1 }),
    ]

    private static let analysis: [(String, @Sendable (inout MethodsFacts) -> Void)] = [
        ("unit: vote", { $0.analysis.unit = .vote }),
        ("unit: person where named", { $0.analysis.unit = .personWhereNamed }),
        ("unit: not estimated", { $0.analysis.unit = .personNotEstimated }),
        ("unit: no rate", { $0.analysis.unit = .noRate }),
        ("no models", { $0.analysis.models = [] }),
        ("no resampling", { $0.analysis.resampling = nil }),
        ("fixed", { $0.analysis.stopping = .fixed(people: 38) }),
        ("fixed at one", { $0.analysis.stopping = .fixed(people: 1) }),
        ("interim", { interim(&$0, people: 38) }),
        ("interim of one", { interim(&$0, people: 1) }),
        ("e-value without a last", { $0.analysis.stopping = .eValue(people: nil) }),
        ("e-value of one", { $0.analysis.stopping = .eValue(people: 1) }),
    ]

    private static func interim(_ facts: inout MethodsFacts, people: Int) {
        facts.analysis.stopping = .fixed(people: people)
        facts.analysis.progress = .init(.fixed(people: people), counted: [], of: VoteTable())
    }

    /// Analysis plans that became something else, each by a name.
    static let drifts: [(name: String, drift: AnalysisDrift)] = [
        ("unchanged", drift(frozen: [lax])), ("changed, no vote", drift([change], frozen: [strict], firstVote: nil)),
        ("changed", drift([change, gone, new], frozen: [strict])), ("order changed", drift([], frozen: [strict])),
        ("changed and frozen", drift([change], frozen: [strict, late])),
        ("frozen late", drift([change], frozen: [lateStrict])),
        ("frozen late, unchanged", drift(frozen: [late])), ("never frozen", drift(frozen: [])),
        ("never frozen, no vote", drift(frozen: [], firstVote: nil)),
        ("damaged", drift(frozen: [lax], damaged: strict)),
        ("damaged, no vote", drift(frozen: [lax], damaged: strict, firstVote: nil)),
    ]

    private static let change = SettingChange(key: "analysis.level", before: "0.99", after: "0.95")
    private static let gone = SettingChange(key: "analysis.stopping.people", before: "9", after: nil)
    private static let new = SettingChange(key: "analysis.exclusions.too_fast.ms", before: nil, after: "300")
    private static let lax = frozen(.init(), "a", day: 1)
    private static let strict = frozen(.init(level: 0.99), "b", day: 1)
    private static let late = frozen(.init(), "c", day: 3, votes: 4)
    private static let lateStrict = frozen(.init(level: 0.99), "d", day: 3, votes: 4)

    private static func frozen(
        _ settings: AnalysisSettings, _ digit: Character, day: Double, votes: Int = 0
    ) -> FrozenAnalysis {
        let hash = String(repeating: digit, count: 64)
        return .init(settings: settings, hash: hash, frozenAt: Date(timeIntervalSince1970: day * 86400), votes: votes)
    }

    private static func drift(
        _ changes: [SettingChange] = [], frozen: [FrozenAnalysis], damaged: FrozenAnalysis? = nil,
        firstVote: Date? = Date(timeIntervalSince1970: 2 * 86400)
    ) -> AnalysisDrift {
        AnalysisDrift(
            of: .init(), hash: String(repeating: "e", count: 64), plan: String(repeating: "f", count: 64),
            frozen: frozen,
            damaged: damaged, firstVote: firstVote, naming: { _, _ in changes })
    }
}
