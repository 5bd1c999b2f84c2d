import Foundation
import Study
import StudyFiles
import StudyStore
import Testing

@Suite("frozen analysis plans")
struct AnalysisPlanTests {
    private static let strict = AnalysisSettings(level: 0.99)

    @Test("an analysis plan is frozen once, comes back as it was, and is kept when another follows")
    func freezing() throws {
        try Fixture.withPlan { fixture in
            let (store, plan) = (fixture.store, Fixture.planHash)
            let settings = AnalysisSettings(
                hypotheses: [Hypothesis(name: "H1", statement: "あ \"b\"")],
                exclusions: .init(incomplete: .init(), tooFast: .init(share: 0.3)), stopping: .eValue(people: 9))
            #expect(try store.freezeAnalysis(settings, hash: Fixture.hash("a"), ofPlan: plan, at: Fixture.time))
            #expect(try !store.freezeAnalysis(settings, hash: Fixture.hash("a"), ofPlan: plan))
            _ = try store.accept(Fixture.header(source: "simulated"), Fixture.events(), simulated: true)
            #expect(try store.firstVote(onPlan: plan) == nil)
            _ = try store.accept(Fixture.header(session: 2, participant: "p2"), Fixture.events(session: 2))
            let later = Fixture.time.addingTimeInterval(60)
            #expect(try store.freezeAnalysis(Self.strict, hash: Fixture.hash("b"), ofPlan: plan, at: later))
            #expect(try store.freezeAnalysis(settings, hash: Fixture.hash("a"), ofPlan: plan, at: later))
            let first = FrozenAnalysis(
                settings: settings, hash: Fixture.hash("a"), frozenAt: Fixture.time, votes: 0)
            #expect(
                try store.analysisPlans(ofPlan: plan) == [
                    first, FrozenAnalysis(settings: Self.strict, hash: Fixture.hash("b"), frozenAt: later, votes: 4),
                    FrozenAnalysis(settings: settings, hash: Fixture.hash("a"), frozenAt: later, votes: 4),
                ])
            #expect(try store.analysisPlans(ofPlan: Fixture.hash("other")) == [])
            #expect(throws: StudyStoreError.self) {
                try store.freezeAnalysis(settings, hash: Fixture.hash("a"), ofPlan: Fixture.hash("other"))
            }
        }
    }

    @Test("the first vote is a person's, by the clock it was given on, but never before what was frozen without votes")
    func firstVote() throws {
        try Fixture.withPlan { fixture in
            let (store, plan) = (fixture.store, Fixture.planHash)
            #expect(try store.firstVote(onPlan: plan) == nil)
            // 03:04:05 in Japan and 1.7 s.
            _ = try store.accept(Fixture.header(), Fixture.events())
            let expected = Date(timeIntervalSince1970: 1_735_754_645 + 1.7)
            let first = try #require(try store.firstVote(onPlan: plan))
            #expect(abs(first.timeIntervalSince(expected)) < 0.002)
            _ = try store.accept(
                Fixture.header(session: 2, startedAt: "1999-01-01T00:00:00Z"), Fixture.events(session: 2))
            #expect(try store.firstVote(onPlan: plan) == Fixture.time)
        }
        try Fixture.withPlan { fixture in
            let (store, plan, later) = (fixture.store, Fixture.planHash, Fixture.time.addingTimeInterval(9))
            try store.freezeAnalysis(Self.strict, hash: Fixture.hash("b"), ofPlan: plan, at: later)
            _ = try store.accept(Fixture.header(startedAt: "1999-01-01T00:00:00Z"), Fixture.events())
            #expect(try store.firstVote(onPlan: plan) == later)
            let drift = AnalysisDrift(
                of: Self.strict, hash: "", plan: plan, frozen: try store.analysisPlans(ofPlan: plan),
                firstVote: try store.firstVote(onPlan: plan), naming: SettingChange.all)
            #expect(drift.kind == .unchanged)
        }
    }

    /// What was frozen, a minute apart: levels, and the votes that were there.
    private static func frozen(_ plans: (level: Double, votes: Int)...) -> [FrozenAnalysis] {
        plans.enumerated().map { place, plan in
            FrozenAnalysis(
                settings: AnalysisSettings(level: plan.level), hash: Fixture.hash("\(plan.level)"),
                frozenAt: Fixture.time.addingTimeInterval(60 * Double(place)), votes: plan.votes)
        }
    }

    private static func drift(_ level: Double, _ frozen: [FrozenAnalysis], vote: Double? = nil) -> AnalysisDrift {
        AnalysisDrift(
            of: AnalysisSettings(level: level), hash: Fixture.hash("today"), plan: Fixture.hash("plan"), frozen: frozen,
            firstVote: vote.map { Fixture.time.addingTimeInterval(60 * $0) }, naming: SettingChange.all)
    }

    @Test("what is as it was frozen is unchanged, with votes or without")
    func unchanged() {
        for vote in [nil, 0.0, 5] {
            let drift = Self.drift(0.9, Self.frozen((0.9, 0)), vote: vote)
            #expect(drift.kind == .unchanged && drift.changes == [] && drift.hash == Fixture.hash("0.9"))
        }
        #expect(Self.drift(0.9, Self.frozen((0.9, 0), (0.8, 0), (0.9, 0)), vote: 9).kind == .unchanged)
    }

    @Test("a change before the first vote is told as one, frozen again or not")
    func before() {
        let again = Self.drift(0.8, Self.frozen((0.9, 0), (0.8, 0)), vote: 1.5)
        #expect(again.kind == .changedBeforeFirstVote)
        #expect(again.earlier?.hash == Fixture.hash("0.9") && again.hash == Fixture.hash("0.8"))
        #expect(again.frozenAt == Fixture.time.addingTimeInterval(60))
        #expect(again.changes.map(\.description) == ["level: 0.9 -> 0.8"])
        let open = Self.drift(0.8, Self.frozen((0.9, 0)))
        #expect(open.kind == .changedBeforeFirstVote && open.frozenAt == nil && open.hash == Fixture.hash("today"))
        #expect(
            open.description.contains("(not frozen)")
                && open.description.contains("`dotchi survey plan --again \(open.plan.prefix(12))` freezes it"))
    }

    @Test("a change after the first vote is told as one, however it came about")
    func after() {
        // Frozen again later; not frozen; frozen while the store had votes whose clock was fast; changed back halfway.
        let cases = [
            Self.drift(0.8, Self.frozen((0.9, 0), (0.8, 4)), vote: 0.5),
            Self.drift(0.8, Self.frozen((0.9, 0)), vote: 0.5),
            Self.drift(0.8, Self.frozen((0.9, 0), (0.8, 4)), vote: 7),
            Self.drift(0.7, Self.frozen((0.7, 0), (0.9, 0), (0.8, 2), (0.7, 5)), vote: 1.5),
        ]
        for drift in cases {
            #expect(drift.kind == .changedAfterFirstVote && drift.earlier?.hash == Fixture.hash("0.9"))
            #expect(drift.changes.count == 1 && drift.changes[0].before == "0.9")
            #expect(drift.description.contains("is not the one that was frozen before the first vote (2023-11-14T22:"))
        }
        #expect(cases[1].frozenAt == nil)
    }

    @Test("what was frozen late or never is no plan made ahead")
    func late() {
        let late = Self.drift(0.9, Self.frozen((0.9, 3)), vote: -2)
        #expect(late.kind == .frozenAfterFirstVote && late.changes == [])
        #expect(Self.drift(0.8, Self.frozen((0.9, 0)), vote: -2).changes.count == 1)
        #expect(Self.drift(0.9, [], vote: 1).kind == .neverFrozen)
        #expect(Self.drift(0.9, []).description.contains("never frozen"))
    }

    @Test("what changed is named by its keys, with both values")
    func changes() {
        let before = AnalysisSettings(
            hypotheses: [Hypothesis(name: "H1", claim: .init(condition: "c", method: "A"))],
            exclusions: .init(tooFast: .init(), straightLining: .init()), stopping: .fixed(people: 40))
        var after = before
        after.hypotheses[0].claim?.direction = .greater
        after.exclusions.tooFast?.milliseconds = 500
        after.exclusions.straightLining = nil
        after.exclusions.incomplete = .init()
        after.stopping = .eValue(people: 40)
        #expect(
            SettingChange.all(from: before, to: after).map(\.description) == [
                "hypotheses.H1.direction: two-sided -> greater", "exclusions.too_fast.ms: 300 -> 500",
                "exclusions.straight_lining.share: 0.95 -> not there",
                "exclusions.straight_lining.min_votes: 10 -> not there",
                "exclusions.straight_lining.planned: 0.05 -> not there", "stopping.rule: fixed -> e-value",
                "exclusions.incomplete.planned: not there -> 0.1", "stopping.alpha: not there -> 0.05",
            ])
        #expect(SettingChange.all(from: after, to: after) == [])
    }
}
