import Foundation
import Study
import StudyFiles
import Testing

@Suite("Questionnaires in study.yaml")
struct QuestionnaireTests {
    private static let yaml = """
        study: {id: s}
        survey:
          languages: [en, de]
          before:
            - id: age
              kind: number
              text: {en: How old are you?, de: Wie alt sind Sie?}
              required: true
              min: 0
              max: 120
            - id: display
              kind: choice
              text: {en: Which display?, de: Welcher Bildschirm?}
              required: true
              choices:
                laptop: {en: Laptop, de: Laptop}
                monitor: {en: Monitor, de: Monitor}
                other: {en: Other, de: Anderer}
          after:
            - {id: sure, kind: scale, text: {en: How sure?, de: Wie sicher?}, points: 5, low: {en: not, de: nicht}}
            - {id: why, kind: text, text: {en: Why?, de: Warum?}, max_characters: 80}
          admit:
            devices: [desktop, tablet]
            min_window: 1024x700
            answers:
              age: {min: 18}
              display: [laptop, monitor]
        """

    @Test("questions and who is admitted are read, kept by a plan's head and listed by their keys")
    func reading() throws {
        let survey = try StudyFile.parse(Self.yaml).survey
        #expect(survey.before.map(\.id) == ["age", "display"] && survey.after.map(\.id) == ["sure", "why"])
        #expect(survey.before[0].least == 0 && survey.before[0].most == 120 && survey.before[0].isWhole)
        #expect(survey.before[1].options.map(\.id) == ["laptop", "monitor", "other"])
        #expect(survey.after[0].points == 5 && survey.after[0].low[.english] == "not" && survey.after[0].high.isEmpty)
        #expect(survey.admit.devices == [.desktop, .tablet])
        #expect(survey.admit.leastWindow == WindowSize(width: 1024, height: 700))
        #expect(survey.admit.answers["age"] == .numbers(least: 18, most: nil))
        #expect(survey.admit.answers["display"] == .options(["laptop", "monitor"]))
        let frozen = try JSONEncoder().encode(survey)
        #expect(try JSONDecoder().decode(SurveySettings.self, from: frozen) == survey)
        let listing = Dictionary(uniqueKeysWithValues: survey.listing.map { ($0.key, $0.value) })
        #expect(listing["before.age.max"] == "120" && listing["before.display.choices.monitor.de"] == "“Monitor”")
        #expect(listing["admit.answers.age.min"] == "18" && listing["admit.answers.display"] == "[laptop, monitor]")
        #expect(listing["admit.min_window"] == "1024x700" && listing["after.why.max_characters"] == "80")
    }

    @Test(
        "drift names a question that is new by the list alone, one that is worded otherwise by its key, and another order"
    )
    func drift() throws {
        let study = try StudyFile.parse(Self.yaml)
        func changes(_ change: (inout SurveySettings) -> Void) -> [String] {
            var planned = study.survey
            change(&planned)
            return SurveyDrift(of: study, planned: ("s", planned), generations: [], current: []).changes.map(\.key)
        }
        #expect(changes { $0.before.removeFirst() } == ["survey.before"])
        #expect(changes { $0.before.swapAt(0, 1) } == ["survey.before"])
        #expect(changes { $0.before[0].text[.english] = "Age?" } == ["survey.before.age.text.en"])
        #expect(changes { $0.before[1].options.swapAt(0, 1) } == ["survey.before.display.choices"])
        #expect(changes { $0.admit.leastWindow = nil } == ["survey.admit.min_window"])
    }

    @Test("a study without them freezes no word of them")
    func defaults() throws {
        let frozen = String(decoding: try JSONEncoder().encode(SurveySettings()), as: UTF8.self)
        #expect(!frozen.contains("before") && !frozen.contains("after") && !frozen.contains("admit"))
    }
}
