import Answers
import Study
import SurveyTerminal
import Testing

@Suite("Several questions about a pair in a terminal")
struct QuestionTests {
    private static let questions = [
        SurveyQuestion(id: "real", text: [.english: "Which looks more real?"]),
        SurveyQuestion(
            id: "sharp", text: [.english: String(repeating: "Which of the two is sharper? ", count: 4)], isPrimary: true
        ),
    ]

    private static func settings(_ answers: AnswerScale = .choice) -> SurveySettings {
        var settings = SurveySettings(questions: questions, languages: [.english], consent: false)
        settings.scale = answers
        return settings
    }

    @Test("the pair stays in view from question to question, and each answer is a vote that names its question")
    func order() throws {
        var player = try SurveyPlayer(settings: Self.settings())
        try player.press(.enter, .left, .right, .character("f"))
        #expect(player.votes.map(\.trial) == [1, 1, 2] && player.votes.map(\.question) == ["real", "sharp", "real"])
        #expect(player.votes.map(\.choice) == [.left, .right, .left] && player.votes.allSatisfy { $0.grade == nil })
        #expect(player.survey.asked == "sharp" && player.survey.state.answered == 1)
        // Drawn once a pair; only texts change between its questions.
        #expect(player.pages.count { if case .trial = $0 { true } else { false } } == 2)
        #expect(player.kinds == [.shown, .vote, .vote, .shown, .vote])
        try player.press(.left, .left, .left, .enter)
        #expect(player.ending == .finished && player.votes.count == 6)
        #expect(Set(player.stored.map(\.id)).count == player.stored.count)
    }

    @Test("the time of an answer counts from its question")
    func times() throws {
        var player = try SurveyPlayer(settings: Self.settings())
        try player.press(.enter)
        try player.pass(700)
        try player.press(.left)
        try player.pass(1000)
        try player.press(.left)
        // 200 ms of the mark are before the second question.
        #expect(player.votes.map(\.responseMilliseconds) == [1300, 1400])
    }

    @Test("what is pressed in the first moments of each question counts for nothing, a held key included")
    func early() throws {
        var player = try SurveyPlayer(settings: Self.settings(), minimumResponse: 200)
        try player.press(.enter, .left)
        #expect(player.votes.count == 1)
        // The mark has passed 100 ms ago.
        for _ in 0..<30 {
            try player.receive(.key(.left))
            try player.pass(30)
        }
        #expect(player.votes.count == 1)
        try player.pass(200)
        try player.receive(.key(.left))
        #expect(player.votes.map(\.question) == ["real", "sharp"])
    }

    @Test("the last answer is taken back, also across pairs, and the undo names trial and question")
    func undo() throws {
        var player = try SurveyPlayer(settings: Self.settings())
        try player.press(.enter, .left, .backspace)
        #expect(player.survey.asked == "real" && player.votes.count == 1 && !player.survey.canUndo)
        try player.press(.right, .left, .backspace)
        let undo = try #require(player.stored.last { $0.kind == .undo })
        #expect(undo.trial == 1 && undo.question == "sharp")
        #expect(player.survey.page == .trial(SurveyFixture.seat().trials[0]) && player.survey.asked == "sharp")
        try player.press(.right, .left, .left, .left, .left)
        #expect(player.survey.page == .thanks)
        try player.press(.backspace)
        #expect(player.survey.page == .trial(SurveyFixture.seat().trials[2]) && player.survey.asked == "sharp")
    }

    @Test("who comes back in the middle of a pair is asked the question that is left")
    func resumed() throws {
        var player = try SurveyPlayer(settings: Self.settings())
        try player.press(.enter, .left, .left, .left)
        var again = try SurveyPlayer(settings: Self.settings(), events: player.stored)
        try again.press(.enter)
        #expect(again.survey.page == .trial(SurveyFixture.seat().trials[1]) && again.survey.asked == "sharp")
        try again.press(.left, .left, .left, .enter)
        #expect(again.ending == .finished && again.votes.count == 6)
    }

    @Test("grades are answered by 1 to 7, from left to right, and by nothing else")
    func grades() throws {
        var player = try SurveyPlayer(seat: SurveyFixture.seat(trials: 4), settings: Self.settings(.graded))
        try player.press(.enter, .left, .right, .down, .character("f"), .character("0"), .character("8"))
        #expect(player.votes.isEmpty)
        for digit in "1234567" { try player.press(.character(digit)) }
        #expect(player.votes.map(\.grade) == Array(-3...3))
        #expect(player.votes.map(\.choice) == [.left, .left, .left, .tie, .right, .right, .right])
        try player.press(.character("u"))
        #expect(player.kinds.last == .shown || player.kinds.contains(.undo))
        #expect(player.stored.last { $0.kind == .undo }?.question == "real")
    }

    @Test("the scale is shown with its keys, the answer is marked by its words, and the images stay where they are")
    func pages() throws {
        let settings = Self.settings(.graded)
        let pages = SurveyPages(
            texts: try SurveyFixture.texts(), settings: settings, language: .english, mode: .blocks)
        let images = Array(repeating: SurveyPages.ImageSize(width: 128, height: 128), count: 2)
        let size = TerminalSize(columns: 80, rows: 40)
        func frame(_ survey: TerminalSurvey) -> Frame { pages.layout(survey, size: size, images: images).frame }
        var player = try SurveyPlayer(settings: settings)
        let instructions = frame(player.survey).texts.map(\.text).joined(separator: " ")
        #expect(
            instructions.contains("Which looks more real?") && instructions.contains("Which of the two is sharper?"))
        #expect(instructions.contains("7  Right much better") && instructions.contains("You answer 2 questions"))
        #expect(!instructions.contains("← or f"))
        try player.press(.enter)
        let first = frame(player.survey)
        let texts = first.texts.map(\.text)
        #expect(texts.contains("1 of 3  ·  Question 1 of 2") && texts.contains("Which looks more real?"))
        for label in ["1  Left much better", "4  No difference", "7  Right much better"] {
            #expect(texts.contains { $0.contains(label) }, "\(texts)")
        }
        try player.receive(.key(.character("2")))
        let marked = frame(player.survey).texts.filter { $0.style == .marked }.map(\.text)
        #expect(marked == [" Left better "])
        try player.pass(300)
        let second = frame(player.survey)
        #expect(second.pictures == first.pictures)
        #expect(second.texts.contains { $0.text == "1 of 3  ·  Question 2 of 2" })
        #expect(second.texts.contains { $0.text.hasPrefix("Which of the two is sharper?") && $0.style == .bold })
    }
}
