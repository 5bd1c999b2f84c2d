import Answers
import Study
import SurveyTerminal
import Testing

@Suite("Practice, breaks, checks and reports in a terminal")
struct SurveyStepsTests {
    private static func settings(
        practice: Int = 0, breaks: Int = 0, reports: Bool = false, undo: Bool = true
    ) -> SurveySettings {
        var settings = SurveySettings(undo: undo, consent: false)
        (settings.besides.practice, settings.besides.breaks) = (practice, breaks)
        settings.besides.reportsImages = reports
        return settings
    }

    private func player(
        _ settings: SurveySettings, trials: Int = 4, events: [AnswerEvent] = [], failing: Set<Int> = []
    ) throws -> SurveyPlayer {
        try SurveyPlayer(
            seat: SurveyFixture.seat(trials: trials, practice: settings.besides.practice), settings: settings,
            events: events, failing: failing)
    }

    /// The texts of the page that is in view.
    private func lines(
        _ survey: TerminalSurvey, _ settings: SurveySettings, _ language: Language = .english,
        columns: Int = 120
    ) throws -> [String] {
        let pages = SurveyPages(
            texts: try SurveyFixture.texts(language), settings: settings, language: language, mode: .blocks)
        let images = Array(repeating: SurveyPages.ImageSize(width: 64, height: 64), count: 2)
        return pages.layout(survey, size: TerminalSize(columns: columns, rows: 50), images: images).frame.texts
            .map(\.text)
    }

    @Test("practice comes first and is no vote; then a page says that answers count")
    func practice() throws {
        let settings = Self.settings(practice: 2)
        var player = try player(settings)
        #expect(try lines(player.survey, settings).contains { $0.contains("practise on: 2") })
        try player.press(.enter)
        #expect(player.survey.page == .trial(player.survey.seat.practice[0]) && !player.survey.canUndo)
        let shown = try lines(player.survey, settings)
        #expect(shown.contains("Practice 1 of 2") && !shown.contains { $0.contains("take back") })
        try player.press(.left, .backspace)
        #expect(player.kinds == [.shown, .practice, .shown])
        // Who comes again practises only what is left.
        var again = try self.player(settings, events: player.stored)
        try again.press(.enter)
        #expect(try lines(again.survey, settings).contains("Practice 2 of 2"))
        try player.press(.right)
        #expect(player.survey.page == .practiceOver && player.votes.isEmpty)
        let over = try lines(player.survey, settings)
        #expect(over.contains("Now it counts") && over.contains("q  stop for now"))
        try player.press(.left, .character("f"))
        #expect(player.survey.page == .practiceOver)
        try player.press(.enter)
        #expect(try lines(player.survey, settings).contains("1 of 4"))
        try player.press(.left, .right, .left, .left, .enter)
        #expect(player.votes.map(\.trial) == [1, 2, 3, 4] && player.ending == .finished)
        #expect(player.stored.filter { $0.kind == .practice }.map(\.choice) == [.left, .right])
        #expect(player.stored.filter { $0.kind == .practice }.allSatisfy { $0.needsSecondFormat })
    }

    @Test("practice whose images cannot be shown is passed over, and said so by its own number")
    func failedPractice() throws {
        let settings = Self.settings(practice: 2)
        var player = try player(settings, failing: [5])
        try player.press(.enter)
        #expect(player.survey.notice == .imageFailed(number: 1, comesAgain: false))
        #expect(player.survey.page == .trial(player.survey.seat.practice[1]))
        try player.press(.left, .enter, .left, .left, .left, .left)
        #expect(player.survey.page == .thanks && player.survey.state.isComplete)
    }

    @Test("a break comes after every so many pairs, never after the last, and goes on by Enter or Space alone")
    func breaks() throws {
        let settings = Self.settings(breaks: 2)
        var player = try player(settings)
        try player.press(.enter, .left, .left)
        #expect(player.survey.page == .rest)
        let shown = try lines(player.survey, settings)
        #expect(
            shown.contains("Time for a short break?") && shown.contains("Press Enter to go on.")
                && shown.contains("q  stop for now"))
        #expect(shown.contains { $0.contains("You have answered 2 of 4 pairs") })
        try player.press(.left, .character("j"), .backspace)
        #expect(player.survey.page == .rest && player.votes.count == 2)
        // Whoever comes again is offered it once more: nobody knows that they had it.
        var again = try self.player(settings, events: player.stored)
        try again.press(.enter)
        #expect(again.survey.page == .rest)
        try player.press(.character(" "))
        #expect(player.survey.page == .trial(player.survey.seat.trials[2]))
        // But not once the next pair was in view.
        var later = try self.player(settings, events: player.stored)
        try later.press(.enter)
        #expect(later.survey.page == .trial(player.survey.seat.trials[2]))
        try player.press(.backspace, .right)
        #expect(player.survey.page == .trial(player.survey.seat.trials[2]))
        try player.press(.left, .left)
        #expect(player.survey.page == .thanks)
        let response = try #require(player.votes.first { $0.trial == 3 }).responseMilliseconds
        #expect(response ?? .max < 1000)
    }

    @Test("q stops on the pages between, and the rest can be gone on with")
    func stopping() throws {
        var player = try player(Self.settings(practice: 1, breaks: 1))
        try player.press(.enter, .left, .character("q"))
        #expect(player.ending == .stopped)
        var again = try self.player(Self.settings(practice: 1, breaks: 1), events: player.stored)
        try again.press(.enter)
        #expect(again.survey.page == .practiceOver)
        try again.press(.enter, .left)
        #expect(again.survey.page == .rest)
        try again.press(.interrupt)
        #expect(again.ending == .stopped && again.votes.count == 1)
    }

    @Test("a check asks for an image in place of the question", arguments: Language.builtIn)
    func checks(language: Language) throws {
        let settings = Self.settings()
        var seat = SurveyFixture.seat()
        for (number, side) in [(1, Choice.left), (2, .right)] {
            guard var trial = seat.items[number - 1].pair else { continue }
            (trial.kind, trial.instructed) = (.check, side)
            seat.items[number - 1] = .pair(trial)
        }
        var player = try SurveyPlayer(seat: seat, settings: settings)
        let texts = try SurveyFixture.texts(language)
        try player.press(.enter)
        for key in [SurveyTexts.Key.checkLeft, .checkRight, .question] {
            let shown = try lines(player.survey, settings, language)
            for other in [SurveyTexts.Key.checkLeft, .checkRight, .question] {
                #expect(shown.contains(texts[other]) == (other == key))
            }
            try player.press(.left)
        }
        #expect(player.votes.count == 3 && player.survey.state.isComplete)
        // With grades it asks for a grade, in the words of the scale.
        let graded = SurveySettings(answers: .graded, consent: false)
        player = try SurveyPlayer(seat: seat, settings: graded)
        try player.press(.enter)
        for (grade, key) in [(-3, Key.character("1")), (3, .character("7"))] {
            let wanted = texts.text(.checkGraded, ["grade": texts[.grade(grade)]])
            #expect(wanted.contains(texts[.grade(grade)]))
            #expect(try lines(player.survey, graded, language).contains(wanted))
            try player.press(key)
        }
        #expect(player.votes.map(\.grade) == [-3, 3])
    }

    @Test("an image is reported by a key and a side; the pair is answered all the same")
    func report() throws {
        let settings = Self.settings(reports: true)
        var player = try player(settings)
        try player.press(.enter)
        #expect(try lines(player.survey, settings).contains { $0.contains("r  report an image") })
        try player.press(.character("r"))
        #expect(player.survey.notice == .reportWhich)
        #expect(try lines(player.survey, settings).contains { $0.contains("Which image do you want to report?") })
        try player.press(.right)
        let report = try #require(player.stored.last)
        #expect(report.isReport && report.trial == 1 && report.choice == .right && report.needsSecondFormat)
        #expect(player.survey.notice == .reported && player.votes.isEmpty)
        try player.press(.left)
        #expect(player.votes.map(\.choice) == [.left] && player.survey.notice == nil)
        // Any other key reports none, also the one that stops elsewhere.
        try player.press(.character("R"), .character("q"), .right)
        #expect(player.votes.map(\.choice) == [.left, .right] && player.ending == nil)
        #expect(player.stored.count { $0.isReport } == 1)
        try player.press(.character("r"), .interrupt)
        #expect(player.ending == .stopped && player.stored.count { $0.isReport } == 1)
    }

    @Test("nothing is reported before answers are taken")
    func reportTooEarly() throws {
        var settings = Self.settings(reports: true)
        settings.minimumViewMilliseconds = 5000
        var player = try player(settings)
        try player.press(.enter, .character("r"))
        #expect(player.survey.notice == .lookFirst)
        try player.press(.right)
        try player.pass(5000)
        try player.press(.right)
        #expect(player.votes.map(\.choice) == [.right] && !player.stored.contains { $0.isReport })
    }

    @Test("gone on with in another language, the session has that language from the next pair on")
    func language() throws {
        let settings = Self.settings()
        let header = AnswerHeader(
            study: "s", planHash: "", seat: 1, session: SurveyFixture.countingIDs()(), source: "terminal",
            language: "en",
            startedAt: "", front: "terminal")
        func goOn(_ language: Language, after events: [AnswerEvent]) throws -> [AnswerEvent] {
            var player = try SurveyPlayer(
                seat: SurveyFixture.seat(trials: 4), settings: settings, events: events, language: language,
                header: header)
            try player.press(.enter, .left)
            return player.stored
        }
        let english = try goOn(.english, after: [])
        #expect(!english.contains { $0.kind == .language })
        let japanese = try goOn(.japanese, after: english)
        #expect(japanese.filter { $0.kind == .language }.map(\.value) == [.text("ja")])
        let same = try goOn(.japanese, after: japanese)
        #expect(same.count { $0.kind == .language } == 1)
        let back = try goOn(.english, after: same)
        #expect(back.filter { $0.kind == .language }.map(\.value) == [.text("ja"), .text("en")])
        // It is known before the vote that it stands beside, and no two events have one time.
        let vote = try #require(back.last { $0.kind == .vote })
        #expect(back.last { $0.kind == .language }.map { $0.milliseconds < vote.milliseconds } == true)
        #expect(Set(back.map(\.milliseconds)).count == back.count)
    }

    @Test("where nothing is reported, the key means nothing and is not named")
    func noReport() throws {
        let settings = Self.settings()
        var player = try player(settings)
        try player.press(.enter, .character("r"), .right)
        #expect(player.votes.map(\.choice) == [.right] && !player.stored.contains { $0.isReport })
        #expect(try !lines(player.survey, settings).contains { $0.contains("report") })
    }
}
