import Analysis
import Reports
import Study
import TestKit
import Testing

@Suite("The methods paragraph")
struct MethodsParagraphTests {
    /// A study of which all is known.
    static let facts = MethodsFacts(
        people: .init(
            counted: 38, began: 42, votes: 760, days: "2026-01-02"..."2026-01-05",
            sources: [.init("prolific", 12), .init("link", 30)], languages: [.init("en", 30), .init("ja", 12)]),
        viewing: .init(
            fronts: [.init("page", 38), .init("terminal", 4)], devices: [.init("desktop", 20), .init("phone", 18)],
            screens: (1...9).map { .init("\(1000 + $0)x800", $0) }, renders: [.init("img", 700), .init("kitty", 60)],
            shownPixels: 256...512, minimumViewMilliseconds: 500),
        content: .init(
            pools: [
                .init(
                    method: "B", condition: "equal-time", generator: "DCGAN 64x64, then SRCNN to 128x128", images: 500,
                    size: "128x128", epochs: [6000, 2000], seconds: 75.2 * 3600)
            ], photographs: DatasetSettings(source: "lfw.tar", count: 4096), sharesLatents: true),
        design: .init(
            question: [.english: "Which image looks better?", .japanese: "どちらの画像がよく見えますか？"], scale: .choice, undo: true,
            consent: true, trialsPerPair: 10, pairs: 2, repeats: 3, catchTrials: 0, sides: .equal, seats: 200,
            planHash: String(repeating: "ab", count: 32)),
        screening: .init(
            exclusions: .init(incomplete: .init(), tooFast: .init(), straightLining: .init()),
            funnel: [
                FunnelRow(rule: "too_fast", people: 1, votes: 20), FunnelRow(rule: "incomplete", people: 0, votes: 0),
            ], plan: .kept),
        analysis: .init(
            level: 0.95, models: Set(MethodsFacts.Model.allCases), resampling: .init(count: 2000, seed: 1),
            stopping: .eValue(people: 200), version: "0.1.0"),
        rawVotes: "votes.csv")

    @Test("tells all that is known", arguments: [Language.english, .japanese])
    func known(language: Language) throws {
        try expectGolden(
            MethodsParagraph(Self.facts, .of(language)).text, "methods-\(language.rawValue).txt")
    }

    @Test("names what is not recorded, in brackets, and makes nothing up", arguments: [Language.english, .japanese])
    func unknown(language: Language) throws {
        let facts = MethodsFacts(
            people: .init(votes: 22), viewing: .init(), content: .init(), design: .init(), screening: .init(),
            analysis: .init(level: 0.9, version: "0.1.0"))
        try expectGolden(
            MethodsParagraph(facts, .of(language)).text, "methods-unknown-\(language.rawValue).txt")
    }

    @Test(
        "says what an odd number of trials makes of the sides",
        arguments: [(Language.english, "left once more or once less often than right"), (.japanese, "左右に現れる回数の差を1回")])
    func oddTrials(language: Language, words: String) {
        var facts = Self.facts
        for (trials, isOdd) in [(10, false), (3, true), (1, true)] {
            facts.design.sides = .init(trials: trials)
            let text = MethodsParagraph(facts, .of(language)).text
            #expect(text.contains(words) == isOdd, "\(trials) trials: \(text)")
        }
    }

    @Test(
        "says which share of the trials makes a session complete, where that is not all of them",
        arguments: [
            (Language.english, "votes on at least 90 % of its trials", "answered less than 90 % of their trials"),
            (.japanese, "試行の90 %以上に回答があれば", "回答した試行が90 %未満の人"),
        ])
    func share(language: Language, design: String, rule: String) {
        var facts = Self.facts
        var text: String { MethodsParagraph(facts, .of(language)).text }
        #expect(!text.contains(design) && !text.contains(rule))
        facts.design.completeShare = 0.9
        #expect(text.contains(design) && text.contains(rule), "\(text)")
        facts.screening.funnel[1].votes = 3
        facts.screening.funnel[1].completeShare = 0.9
        #expect(
            text.contains(language == .english ? "less than 90 % of the trials, 0 people" : "回答した試行が90 %未満（"), "\(text)"
        )
    }

    @Test("says how large images were shown, how they stood, and what was around them")
    func view() {
        var facts = Self.facts
        var text: String { MethodsParagraph(facts, .of(.english)).text }
        #expect(!text.contains("CSS pixels") && !text.contains("grey"))
        facts.viewing.settings = ViewSettings(minimum: 256)
        facts.viewing.layouts = [.init("side-by-side", 30), .init("stacked", 8)]
        facts.viewing.surrounds = [.init("230", 30), .init("31", 8)]
        #expect(text.contains("as large as the window allowed and at most 4 CSS pixels for each of their own"))
        #expect(text.contains("Where a side would have had less than 256 device pixels, no answers were taken."))
        #expect(text.contains("How the images stood (sessions): side by side (30), one above the other (8)."))
        #expect(text.contains("from 0 (black) to 255 (white) (sessions): 230 (30), 31 (8)."))
        facts.viewing.settings = ViewSettings(size: .pixels(300), surround: 128)
        #expect(text.contains("one size, 300 CSS pixels on the larger side") && text.contains("a grey of 128"))
        #expect(!text.contains("230 (30)"))
        var settings = ViewSettings(size: .native)
        facts.viewing.settings = settings
        #expect(text.contains("one device pixel for each of their own"))
        #expect(!text.contains("in one place") && !text.contains("enlarge") && !text.contains(" s;"))
        (settings.mode, settings.enlarges, settings.limitMilliseconds) = (.flip, true, 7500)
        facts.viewing.settings = settings
        facts.viewing.layouts = [.init("flip", 12)]
        #expect(text.contains("How the images stood (sessions): in one place (12)."))
        #expect(text.contains("exchanged them as often as they liked, at most three times a second"))
        #expect(text.contains("could enlarge both images together") && text.contains("within 7.5 s"))
        settings.size = .degrees(6.5)
        facts.viewing.settings = settings
        #expect(text.contains("6.5 degrees of visual angle on the larger side at a distance of 60 cm"))
        (settings.mode, settings.enlarges, settings.exposureMilliseconds) = (.sideBySide, false, 500)
        facts.viewing.settings = settings
        #expect(text.contains("The images were in view for 0.5 s"))
    }

    @Test("says what was shown of each pair's item", arguments: [Language.english, .japanese])
    func context(language: Language) {
        var facts = Self.facts
        var texts: Set<String> = []
        for context in [nil, .text, .reference] as [SurveySettings.Context?] {
            facts.design.context = context
            texts.insert(MethodsParagraph(facts, .of(language)).text)
        }
        #expect(texts.count == 3)
    }

    @Test(
        "says that people were the unit only where the votes name them, and clusters errors only there",
        arguments: [
            (Language.english, "takes the person as the unit", "errors clustered by person"),
            (.japanese, "信頼区間は人を単位とし", "人をクラスターとする標準誤差"),
        ])
    func unit(language: Language, person: String, clustered: String) {
        var facts = Self.facts
        var text: String { MethodsParagraph(facts, .of(language)).text }
        #expect(text.contains(person) && text.contains(clustered))
        facts.analysis.unit = .vote
        #expect(!text.contains(person) && !text.contains(clustered) && !text.contains("CR2"))
        facts.analysis.unit = .personWhereNamed
        facts.people.nameless = 60
        #expect(text.contains("CR2") && text.contains(clustered))
        #expect(text.contains(language == .english ? "700 of the 760 votes" : "760票のうち700票"))
        #expect(text.contains(language == .english ? "Where all votes name their persons" : "すべての票に個人の記録がある選択率"))
        // Davidson's errors are never clustered.
        #expect(
            text.contains(
                language == .english ? "Davidson’s model, with errors that take every vote" : "Davidsonのモデル（すべての票を独立"))
    }

    @Test("says what the votes do not allow", arguments: [Language.english, .japanese])
    func notEstimated(language: Language) {
        var facts = Self.facts
        var text: String { MethodsParagraph(facts, .of(language)).text }
        let (wilson, nobody) = language == .english ? ("Wilson’s", "name no persons") : ("Wilsonの", "票に個人の記録がない")
        for unit in [MethodsFacts.Unit.personNotEstimated, .vote] {
            facts.analysis.unit = unit
            // People are named, so none of these says that the votes name nobody.
            #expect(text.contains(wilson) && !text.contains("CR2") && !text.contains(nobody), "\(unit): \(text)")
        }
        facts.people.counted = nil
        #expect(text.contains(nobody))
        for counted in [0, nil] {
            facts.people.counted = counted
            facts.analysis.unit = .noRate
            #expect(!text.contains(wilson) && !text.contains("CR2"), "\(text)")
        }
    }

    @Test("the Kansai dialect has the Japanese one")
    func kansai() {
        #expect(
            MethodsParagraph(Self.facts, .of(.kansai)) == MethodsParagraph(Self.facts, .of(.japanese)))
    }

    @Test("says that votes are simulated before anything else", arguments: Language.standard)
    func simulated(language: Language) {
        var facts = Self.facts
        facts.people.simulation = .all
        let first = MethodsParagraph(facts, .of(language)).parts[0].sentences[0]
        #expect(first.contains(language == .english ? "All votes were simulated" : "すべての票はシミュレーション"))
        facts.people.simulation = .some(votes: 20, total: 760)
        let some = MethodsParagraph(facts, .of(language)).parts[0].sentences[0]
        #expect(some.contains("20") && some.contains("760"))
    }
}
