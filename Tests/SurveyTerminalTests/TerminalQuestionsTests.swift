import Answers
import Study
import SurveyTerminal
import Testing

@Suite("Questionnaires in the terminal, as a state machine")
struct TerminalQuestionsTests {
    private static var settings: SurveySettings {
        var settings = SurveySettings(consent: true)
        settings.before = [
            QuestionnaireItem(id: "age", isRequired: true, kind: .number, least: 0, most: 120),
            QuestionnaireItem(
                id: "display", kind: .choice, options: ["laptop", "monitor"].map { QuestionnaireItem.Option(id: $0) }),
        ]
        settings.after = [
            QuestionnaireItem(
                id: "saw", kind: .choices, options: ["a", "b", "c"].map { QuestionnaireItem.Option(id: $0) }),
            QuestionnaireItem(id: "why", kind: .text, characters: 10),
            QuestionnaireItem(id: "sure", isRequired: true, kind: .scale, points: 5),
        ]
        return settings
    }

    private func answers(_ player: SurveyPlayer) -> [String: AnswerValue] {
        SessionState(player.stored, trials: [1, 2, 3], rules: SessionRules(Self.settings)).answers
    }

    @Test("questions are asked one by one before the first pair and after the last, and their answers stored")
    func asked() throws {
        var player = try SurveyPlayer(settings: Self.settings)
        try player.press(.character("y"), .character("3"), .character("x"), .character("4"), .enter)
        #expect(answers(player) == ["age": .number(34)])
        try player.press(.down, .down, .enter, .enter, .left, .left, .left)
        #expect(answers(player)["display"] == .text("monitor"))
        try player.press(.character("3"), .up, .character(" "), .up, .up, .character(" "), .character(" "), .enter)
        #expect(answers(player)["saw"] == .choices(["b", "c"]))
        try player.press(.character("q"), .character(" "), .character("é"), .enter)
        #expect(player.ending == nil, "q is a letter of a text")
        #expect(answers(player)["why"] == .text("q é"))
        try player.press(.character("4"), .enter)
        #expect(answers(player)["sure"] == .number(4))
        #expect(player.survey.page == .thanks)
        try player.press(.enter)
        #expect(player.ending == .finished && player.kinds.last == .finish)
    }

    @Test("what is required is asked until it is answered, what is not may be skipped, and an answer can be changed")
    func required() throws {
        var player = try SurveyPlayer(settings: Self.settings)
        try player.press(.character("y"), .enter)
        guard case .question(let page) = player.survey.page else { throw SurveyPlayer.Refused() }
        #expect(page.item.id == "age" && page.fault == .missing)
        try player.press(.character("1"), .character("2"), .character("1"), .enter)
        guard case .question(let again) = player.survey.page else { throw SurveyPlayer.Refused() }
        #expect(again.fault == .number && player.kinds == [.consent])
        try player.press(.backspace, .enter, .left, .backspace, .character("9"), .enter, .enter)
        #expect(answers(player) == ["age": .number(19)])
        #expect(player.survey.page == .instructions)
    }

    @Test("digits of other scripts are digits")
    func digits() throws {
        var player = try SurveyPlayer(settings: Self.settings)
        try player.press(.character("y"), .character("\u{0663}"), .character("\u{FF14}"), .enter)
        #expect(answers(player) == ["age": .number(34)])
    }

    @Test("who comes back goes on at the first question without an answer")
    func resumed() throws {
        var player = try SurveyPlayer(settings: Self.settings)
        try player.press(.character("y"), .character("3"), .enter)
        let again = try SurveyPlayer(settings: Self.settings, events: player.stored)
        guard case .question(let page) = again.survey.page else { throw SurveyPlayer.Refused() }
        #expect(page.item.id == "display")
    }

    @Test("where answers screen people out, nothing is stored before it is known that they can take part")
    func screened() throws {
        var settings = Self.settings
        settings.admit.answers = ["age": .numbers(least: 18, most: nil)]
        var young = try SurveyPlayer(settings: settings)
        try young.press(.character("y"), .character("9"), .enter, .enter)
        #expect(young.ending == .screenedOut && young.stored.isEmpty)
        #expect(young.counted.map(\.value) == [.text("age")])
        var player = try SurveyPlayer(settings: settings)
        try player.press(.character("y"), .character("1"), .character("9"), .enter)
        #expect(player.stored.isEmpty)
        try player.press(.enter)
        #expect(player.kinds == [.consent, .answer] && player.survey.page == .instructions)
        try player.press(.enter, .left)
        #expect(player.votes.count == 1)
        // Stopped before that, nobody has begun.
        var stopped = try SurveyPlayer(settings: settings)
        try stopped.press(.character("y"), .character("9"), .interrupt)
        #expect(stopped.ending == .declined && stopped.stored.isEmpty)
    }

    @Test("who declines is counted, and nothing is stored")
    func declined() throws {
        var player = try SurveyPlayer(settings: Self.settings)
        try player.press(.character("n"))
        #expect(player.ending == .declined && player.stored.isEmpty)
        #expect(player.counted.map(\.value) == [.text("consent.declined")])
    }
}
