import Answers
import Study
import SurveyTerminal
import Testing

@Suite("Images in one place, hidden and limited in time in a terminal")
struct SurveyModesTests {
    private func settings(_ change: (inout ViewSettings) -> Void) -> SurveySettings {
        var settings = SurveySettings(consent: false)
        change(&settings.usedView)
        return settings
    }

    private func texts(of survey: TerminalSurvey, _ settings: SurveySettings) throws -> (lines: [String], pictures: Int)
    {
        let pages = SurveyPages(
            texts: try SurveyFixture.texts(.english), settings: settings, language: .english, mode: .blocks)
        let images = Array(repeating: SurveyPages.ImageSize(width: 64, height: 64), count: 2)
        let frame = pages.layout(survey, size: TerminalSize(columns: 120, rows: 50), images: images).frame
        return (frame.texts.map(\.text), frame.pictures.count)
    }

    @Test("flipped, one image is in view, Space shows the other, and both are seen before they are answered")
    func flip() throws {
        let settings = settings { $0.mode = .flip }
        var player = try SurveyPlayer(settings: settings)
        #expect(try texts(of: player.survey, settings).lines.contains { $0.contains("in the same place") })
        try player.press(.enter)
        var shown = try texts(of: player.survey, settings)
        #expect(shown.pictures == 1 && shown.lines.contains("Please look at the other image too."))
        #expect(
            shown.lines.contains { $0.contains("Left") }
                && !shown.lines.contains {
                    $0.contains("Right") && $0.contains("→ ") && !$0.contains("Space") && !$0.contains("f  left")
                })
        #expect(shown.lines.contains { $0.contains("Space  the other image") })
        try player.press(.left)
        #expect(player.votes.isEmpty && !player.survey.takesAnswers)
        // A pair that comes into view is a change too.
        try player.pass(100)
        try player.press(.character(" "))
        #expect(player.survey.side == .right && player.survey.takesAnswers && player.survey.notice == nil)
        shown = try texts(of: player.survey, settings)
        #expect(shown.pictures == 1)
        // Never more than three changes a second: the player presses a key every 300 ms.
        try player.press(.character(" "), .character(" "), .character(" "), .character(" "))
        #expect(player.stored.count { $0.kind == .flip } == 3)
        try player.press(.left)
        #expect(player.votes.map(\.choice) == [.left])
        #expect(player.survey.side == .left && !player.survey.takesAnswers)
        #expect(player.stored.filter { $0.kind == .flip }.allSatisfy { $0.trial == 1 && $0.needsSecondFormat })
    }

    @Test("a pair whose time is over comes again at the end, once; the person says when to go on")
    func limit() throws {
        let settings = settings { $0.limitMilliseconds = 2000 }
        var player = try SurveyPlayer(seat: SurveyFixture.seat(trials: 4), settings: settings)
        let told = try texts(of: player.survey, settings).lines.joined(separator: " ")
        #expect(told.contains("You have 2 seconds for each answer") && !told.contains("no need to hurry"))
        try player.press(.enter)
        try player.pass(2000)
        #expect(player.survey.page == .timeUp(number: 1, comesAgain: true))
        #expect(
            try texts(of: player.survey, settings).lines.contains(
                "The time for pair 1 is over. It comes again at the end."))
        // Whoever went away finds this page, and not all pairs gone.
        try player.pass(100_000)
        #expect(player.survey.page == .timeUp(number: 1, comesAgain: true))
        try player.press(.left, .enter, .left, .left, .left)
        #expect(player.votes.map(\.trial) == [2, 3, 4])
        #expect(player.survey.page == .trial(player.survey.seat.trials[0]))
        try player.pass(2000)
        #expect(player.survey.page == .timeUp(number: 1, comesAgain: false))
        try player.press(.enter)
        #expect(player.survey.page == .thanks && !player.survey.state.isComplete)
        #expect(
            try texts(of: player.survey, settings).lines.joined(separator: " ").contains("1 of 4 pairs were left out"))
    }

    @Test("an answer in time stops the clock, also while it is marked")
    func inTime() throws {
        let settings = settings { $0.limitMilliseconds = 1000 }
        var player = try SurveyPlayer(seat: SurveyFixture.seat(trials: 4), settings: settings)
        try player.press(.enter)
        try player.pass(300)
        try player.press(.left, .left, .left, .left)
        #expect(player.votes.count == 4 && !player.stored.contains { $0.kind == .timeout })
        #expect(player.survey.page == .thanks)
        try player.pass(5000)
        #expect(player.survey.page == .thanks)
    }

    @Test("an answer that is taken back is given again with the images in view, of whichever question it was")
    func exposedAgain() throws {
        var settings = settings { $0.exposureMilliseconds = 400 }
        settings.questions = [
            SurveyQuestion(id: "real", text: [.english: "Which looks more real?"], isPrimary: true),
            SurveyQuestion(id: "sharp", text: [.english: "Which is sharper?"]),
        ]
        var player = try SurveyPlayer(seat: SurveyFixture.seat(trials: 4), settings: settings)
        try player.press(.enter)
        try player.pass(400)
        #expect(player.survey.isHidden)
        try player.press(.left)
        #expect(player.survey.asked == "sharp" && player.survey.isHidden)
        try player.press(.backspace)
        #expect(player.survey.asked == "real" && !player.survey.isHidden && player.survey.state.votes.isEmpty)
        #expect(player.stored.count { $0.kind == .shown && $0.trial == 1 } == 2)
        try player.press(.left, .left)
        #expect(player.survey.state.votes.keys.filter { $0.trial == 1 }.count == 2)
    }

    @Test("images are hidden when they were in view for their time, and how long that was is recorded with each pair")
    func exposure() throws {
        let settings = settings { $0.exposureMilliseconds = 400 }
        var player = try SurveyPlayer(seat: SurveyFixture.seat(trials: 4), settings: settings)
        #expect(try texts(of: player.survey, settings).lines.contains { $0.contains("in view for 0.4 seconds only") })
        try player.press(.enter)
        #expect(!player.survey.isHidden)
        try player.pass(200)
        #expect(player.survey.isHidden && player.survey.takesAnswers)
        try player.press(.left)
        #expect(!player.survey.isHidden)
        try player.pass(400)
        try player.press(.left, .left)
        let exposures = player.stored.filter { $0.question == "view.exposure" }.map(\.value)
        #expect(exposures == [.number(400), .number(400)])
        #expect(player.votes.count == 3)
    }
}
