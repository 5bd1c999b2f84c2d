import Crypto
import Foundation
import Pairing
import Study
import TestKit
import Testing

@Suite("Plan hashes")
struct PlanHashTests {
    /// A plan of two seats with a repeat and questions of its own.
    private func plan() throws -> SurveyPlan {
        var study = study(methods: [["A", "B"]], trials: 2, repeats: 1)
        study.survey.question = [.japanese: "どちら \"の\" 画像/写真？", .english: "Which?"]
        return try makePlan(
            study: study, generations: [generation("A", "c0", 5), generation("B", "c0", 5)], seats: 2, seed: 1,
            texts: [.english: String(repeating: "e", count: 64), .japanese: String(repeating: "a", count: 64)])
    }

    @Test("the texts that a plan's hash is taken of are what they always were")
    func golden() throws {
        let plan = try plan()
        var writer = SeatText(pools: plan.generations)
        let seats = plan.seats.map { String(decoding: writer.bytes(of: $0), as: UTF8.self) }
        let frozen = FrozenPlan(plan)
        guard case .head(let head) = frozen.hashed else {
            Issue.record("the plan has no head")
            return
        }
        try expectGolden(([head] + seats).map { $0 + "\n" }.joined(), "plan-2.txt")
        func hash(_ text: String) -> String { hexadecimal(SHA256.hash(data: Data(text.utf8))) }
        #expect(frozen.hash == hash(head) && frozen.hasItsHash)
        // As `sha256sum` of a file with the hash of each seat on a line.
        let list = hash(seats.map { hash($0) + "\n" }.joined())
        #expect(PlanHead(text: head)?.seats.count == 2 && PlanHead(text: head)?.seats.sha256 == list)
        #expect(FrozenPlan(hash: frozen.hash, plan: plan, hashed: .head(head + " ")).hasItsHash == false)
    }

    @Test("head and seats give the plan back")
    func decoding() throws {
        let plan = try plan()
        guard case .head(let text) = FrozenPlan(plan).hashed else { return }
        let head = try #require(PlanHead(text: text))
        var writer = SeatText(pools: plan.generations)
        let seats = try plan.seats.map { seat in
            try #require(read(writer.bytes(of: seat), head.pools))
        }
        #expect(head.plan(seats: seats) == plan)
        #expect(PlanHead(text: text.replacing("dotchi-plan-2", with: "dotchi-plan-3")) == nil)
    }

    /// The seat of a text.
    private func read(_ text: [UInt8], _ pools: [PoolGeneration]) -> Seat? {
        text.withUnsafeBufferPointer { text in
            Seat(text: text) { place, index in
                pools.indices.contains(place)
                    ? PoolEntry(pool: pools[place].pool, generation: pools[place].number, index: index) : nil
            }
        }
    }

    @Test("a condition of any name is written and read, and nothing but what would be written is read as a seat")
    func seats() throws {
        let pools = [generation("A", "c0", 5), generation("B", "c0", 5)]
        func entry(_ pool: Int, _ index: Int) -> PoolEntry {
            PoolEntry(pool: pools[pool].pool, generation: pools[pool].number, index: index)
        }
        let names = ["c0", "", "a \"b\" \\ c/d", "条件\n\u{1}"]
        var trials = names.enumerated().map { place, name in
            Trial(number: place + 1, condition: name, left: entry(0, place), right: entry(1, 4))
        }
        trials.append(
            Trial(number: 5, kind: .repeat, condition: "c0", left: entry(1, 4), right: entry(0, 0), repeatOf: 1))
        let seat = Seat(number: 7, trials: trials)
        var writer = SeatText(pools: pools)
        let text = writer.bytes(of: seat)
        #expect(read(text, pools) == seat)
        // It is JSON.
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text)) as? [String: Any])
        #expect((json["items"] as? [Any])?.count == 5 && json["number"] as? Int == 7)
        for end in 0..<text.count { #expect(read(Array(text[..<end]), pools) == nil) }
        for part in ["01", "-1", " 1", "1 ", "1.0", "9999999999999999999"] {
            let other = String(decoding: text, as: UTF8.self).replacing("[1,4]", with: "[1,\(part)]")
            #expect(read(Array(other.utf8), pools) == nil, "\(part)")
        }
        #expect(read(text + [32], pools) == nil)
        #expect(read(text, [pools[0]]) == nil)
    }

    @Test(
        "a plan of before there were heads has the hash that it always had, also where settings have more keys by now")
    func whole() throws {
        let golden = try String(
            contentsOf: Project.root.appending(path: "Tests/PairingTests/Goldens/plan.json"), encoding: .utf8)
        let survey = try #require(golden.split(separator: #","survey":"#).last?.dropLast())
        var plan = try plan()
        plan.texts = [:]
        plan.survey.completeShare = 0
        let name = "4555906f824260975229941813fb50ff982fd600e20d83e732e04807d8bb0911"
        let frozen = FrozenPlan(hash: name, plan: plan, hashed: .whole(survey: String(survey)))
        #expect(frozen.hasItsHash)
        #expect(!survey.contains("catchTrials"))
        #expect(try JSONDecoder().decode(SurveySettings.self, from: Data(survey.utf8)) == plan.survey)
        plan.seats[1].items.removeLast()
        #expect(!FrozenPlan(hash: name, plan: plan, hashed: .whole(survey: String(survey))).hasItsHash)
    }

    @Test("settings that were frozen without a key have its default, and keys of later versions are passed over")
    func settings() throws {
        let json = #"{"consent":false,"later":{"a":[1]},"question":{},"trials":4}"#
        let settings = try JSONDecoder().decode(SurveySettings.self, from: Data(json.utf8))
        // But sessions of a plan that knew no share keep the rules of its time.
        #expect(settings == SurveySettings(trials: 4, completeShare: 0, consent: false))
    }

    @Test("every setting is read from what was frozen")
    func everySetting() throws {
        let changed = SurveySettings(
            question: [.english: "Which?"],
            questions: [SurveyQuestion(id: "real", text: [.japanese: "どちら？"], isPrimary: true)], languages: [.japanese],
            trials: 7, repeats: 2, catchTrials: 3,
            pairing: .item, ties: true, answers: .graded,
            undo: false, minimumViewMilliseconds: 50, minimumResponseMilliseconds: 60, completeShare: 0.5,
            consent: ConsentSettings(version: "7"), texts: [.thanks: [.japanese: "どうも"]],
            entry: EntrySettings(participant: ["id"], keep: ["STUDY_ID"]), exit: [.finished: "https://example.org/"])
        func keys(_ settings: SurveySettings) throws -> [String: NSObject] {
            let json = try JSONEncoder().encode(settings)
            return try #require(try JSONSerialization.jsonObject(with: json) as? [String: NSObject])
        }
        let (usual, other) = (try keys(SurveySettings()), try keys(changed))
        // A new setting has to be changed here too.
        for (key, value) in usual { #expect(other[key] != value, "\(key)") }
        #expect(try JSONDecoder().decode(SurveySettings.self, from: JSONEncoder().encode(changed)) == changed)
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
