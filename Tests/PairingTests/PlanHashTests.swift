import Foundation
import Pairing
import Study
import TestKit
import Testing

@Suite("Plan hashes and image names")
struct PlanHashTests {
    @Test("the frozen plan's bytes are what they always were")
    func golden() throws {
        var study = study(methods: [["A", "B"]], trials: 2, repeats: 1)
        study.survey.question = [.japanese: "どちら \"の\" 画像/写真？", .english: "Which?"]
        let plan = try makePlan(
            study: study, generations: [generation("A", "c0", 5), generation("B", "c0", 5)], seats: 2, seed: 1)
        try expectGolden(String(decoding: plan.canonicalBytes, as: UTF8.self), "plan.json")
        #expect(plan.hash == "4555906f824260975229941813fb50ff982fd600e20d83e732e04807d8bb0911")
    }

    @Test("the bytes give the plan back")
    func decoding() throws {
        let plan = try plan(methods: [["A", "B"]], trials: 3, repeats: 1, seats: 2)
        #expect(try JSONDecoder().decode(SurveyPlan.self, from: Data(plan.canonicalBytes)) == plan)
    }

    @Test("an analysis plan is named by what it says, and by nothing else")
    func analysis() {
        let settings = AnalysisSettings(
            hypotheses: [Hypothesis(name: "H1", claim: .init(condition: "equal-time", method: "B", against: "A"))],
            exclusions: .init(tooFast: .init()), stopping: .fixed(people: 40))
        // SHA-256 of {"exclusions":{"tooFast":{...}},"hypotheses":[...],"level":0.95,"stopping":{...}} by sha256sum.
        #expect(settings.hash == "c2629c2329364d62d39d5d922d3dc858112c27934b27cb4e781107413b022411")
        var other = settings
        other.exclusions.tooFast?.planned = 0.04
        #expect(other.hash != settings.hash)
        #expect(AnalysisSettings().hash != settings.hash)
    }
}
