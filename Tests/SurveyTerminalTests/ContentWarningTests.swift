import Study
import SurveyTerminal
import Testing

struct ContentWarningTests {
    @Test("what may disturb is said before the consent and again at the start, where the study says it")
    func contentWarning() throws {
        let settings = SurveySettings()
        let texts = try SurveyFixture.texts().reworded([.contentWarning: "Some images show *injuries*."])
        let pages = SurveyPages(texts: texts, settings: settings, language: .english, mode: .blocks)
        var player = try SurveyPlayer(settings: settings)
        for page in [TerminalSurvey.Page.consent, .instructions] {
            #expect(player.survey.page == page)
            let shown = pages.layout(player.survey, size: TerminalSize(columns: 100, rows: 60), images: []).frame.texts
            let warning = shown.filter { $0.text == "Some images show injuries." }
            #expect(warning.map(\.style) == [.bold])
            try player.press(.character("y"))
        }
        #expect(texts.consent(on: .terminal, of: settings).contains("*injuries*"))
        let without = try SurveyFixture.texts().consent(on: .terminal, of: settings)
        #expect(
            try without == SurveyFixture.texts().reworded([.contentWarning: ""]).consent(on: .terminal, of: settings))
    }
}
