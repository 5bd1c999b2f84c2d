import Answers
import Study
import SurveyTerminal
import Testing

@Suite("The terminal survey as a state machine")
struct TerminalSurveyTests {
    @Test("all trials of the seat are asked in its order, and every answer is stored with how it was seen")
    func order() throws {
        var player = try SurveyPlayer()
        try player.press(.enter, .left, .right, .character("f"))
        #expect(player.votes.map(\.trial) == [1, 2, 3])
        #expect(player.votes.map(\.choice) == [.left, .right, .left])
        #expect(player.kinds == [.shown, .vote, .shown, .vote, .shown, .vote])
        #expect(player.votes.allSatisfy { $0.render == "blocks" && $0.shownPixels == 30 })
        #expect(player.survey.page == .thanks)
        #expect(Set(player.stored.map(\.id)).count == player.stored.count)
        #expect(zip(player.stored, player.stored.dropFirst()).allSatisfy { $0.milliseconds < $1.milliseconds })
        try player.press(.enter)
        #expect(player.kinds.last == .finish && player.kinds.count { $0 == .finish } == 1)
        #expect(player.ending == .finished)
    }

    @Test("on the last page the last answer can still be taken back; leaving it ends the session")
    func undoOnTheLastPage() throws {
        var player = try SurveyPlayer()
        try player.press(.enter, .left, .left, .left)
        #expect(player.survey.page == .thanks && player.survey.canUndo)
        try player.press(.backspace)
        #expect(player.survey.page == .trial(SurveyFixture.seat().trials[2]))
        try player.press(.right)
        #expect(player.survey.page == .thanks)
        #expect(!player.kinds.contains(.finish))
        try player.press(.enter)
        #expect(player.ending == .finished && player.kinds.last == .finish)
        let state = SessionState(player.stored, trials: [1, 2, 3], rules: SessionRules(SurveySettings()))
        #expect(state.votes.mapValues(\.choice) == [1: .left, 2: .left, 3: .right] && state.end != nil)
        // Coming back, there is nothing to take back any more, and no second end.
        var again = try SurveyPlayer(events: player.stored)
        #expect(again.survey.page == .thanks && !again.survey.canUndo)
        try again.press(.backspace)
        #expect(again.ending == .finished && again.stored == player.stored)
    }

    @Test("q and Ctrl-C leave the last page too", arguments: [Key.character("q"), .interrupt, .character("x"), .left])
    func leavingTheLastPage(key: Key) throws {
        var player = try SurveyPlayer()
        try player.press(.enter, .left, .left, .left, key)
        #expect(player.ending == .finished && player.kinds.last == .finish)
    }

    @Test("where nothing is taken back, Backspace leaves the last page as any key does")
    func lastPageWithoutUndo() throws {
        var player = try SurveyPlayer(settings: SurveySettings(undo: false, consent: false))
        try player.press(.enter, .left, .left, .left, .backspace)
        #expect(player.ending == .finished && !player.kinds.contains(.undo))
    }

    @Test("what somebody added after the end, or ended before all was answered, changes nothing")
    func addedByOthers() throws {
        var player = try SurveyPlayer()
        try player.press(.enter, .left, .left, .left, .enter)
        let end = player.stored.last?.milliseconds ?? 0
        let added = AnswerEvent(id: "x", milliseconds: end + 1, kind: .undo, trial: 3)
        let finished = try SurveyPlayer(events: player.stored + [added])
        #expect(finished.survey.page == .thanks && finished.survey.state.votes.count == 3)
        let early = AnswerEvent(id: "y", milliseconds: 0, kind: .finish)
        var half = try SurveyPlayer(events: Array(player.stored.prefix(2)) + [early])
        #expect(half.survey.page == .instructions)
        try half.press(.enter)
        #expect(half.survey.page == .trial(SurveyFixture.seat().trials[1]))
    }

    @Test("a taking back that names no trial takes back the last answer, as in the store")
    func namelessUndo() throws {
        let events = [
            AnswerEvent(id: "1", milliseconds: 1, kind: .vote, trial: 1, choice: .left),
            AnswerEvent(id: "2", milliseconds: 2, kind: .vote, trial: 2, choice: .left),
            AnswerEvent(id: "3", milliseconds: 3, kind: .undo),
        ]
        let state = TerminalSurvey(
            seat: SurveyFixture.seat(), settings: SurveySettings(), events: events, makeID: SurveyFixture.countingIDs()
        ).state
        #expect(state.next == 2 && state.votes.count == 1)
    }

    @Test(
        "the keys of the page answer here too",
        arguments: [
            (Key.left, Choice.left), (.character("f"), .left), (.character("F"), .left),
            (.right, .right), (.character("j"), .right), (.character("J"), .right), (.down, .tie),
        ])
    func keys(key: Key, choice: Choice) throws {
        var player = try SurveyPlayer(settings: SurveySettings(ties: true, consent: false))
        try player.press(.enter, key)
        #expect(player.votes.map(\.choice) == [choice])
    }

    @Test("without ties the key of no difference answers nothing")
    func noTies() throws {
        var player = try SurveyPlayer()
        try player.press(.enter, .down, .character("x"), .enter)
        #expect(player.kinds == [.shown])
    }

    @Test("a key that is held down answers once, and leaves no page behind the one it was pressed on")
    func heldKey() throws {
        var player = try SurveyPlayer(minimumResponse: 200)
        try player.press(.enter)
        // The first press counts; the terminal then repeats the key, 30 times a second.
        for _ in 1...100 {
            try player.receive(.key(.left))
            try player.pass(33)
        }
        #expect(player.votes.map(\.trial) == [1])
        #expect(player.survey.page == .trial(SurveyFixture.seat().trials[1]))
        // Once it was let go, the next press counts again.
        try player.pass(200)
        try player.receive(.key(.right))
        try player.pass(500)
        for _ in 1...100 {
            try player.receive(.key(.left))
            try player.pass(33)
        }
        #expect(player.votes.map(\.trial) == [1, 2, 3])
        #expect(player.survey.page == .thanks && player.ending == nil && player.survey.canUndo)
    }

    @Test("what is pressed in the first moments of a page counts for nothing, the second of two quick presses too")
    func tooEarly() throws {
        var player = try SurveyPlayer(minimumResponse: 200)
        try player.pass(199)
        try player.receive(.key(.enter))
        #expect(player.survey.page == .instructions)
        try player.pass(200)
        try player.receive(.key(.enter))
        try player.receive(.key(.left))
        try player.pass(133)
        try player.receive(.key(.left))
        #expect(player.votes.isEmpty)
        try player.pass(200)
        try player.receive(.key(.left))
        try player.receive(.key(.left))
        try player.pass(320)
        try player.receive(.key(.left))
        #expect(player.votes.map(\.trial) == [1])
        #expect(player.votes.map(\.responseMilliseconds) == [333])
    }

    @Test("the survey can be left at once, whatever was pressed before")
    func leftAtOnce() throws {
        var player = try SurveyPlayer(minimumResponse: 200)
        try player.receive(.key(.interrupt))
        #expect(player.ending == .stopped)
    }

    @Test("the response time runs from the images in view to the key")
    func responseTime() throws {
        var player = try SurveyPlayer()
        try player.press(.enter)
        let shown = try #require(player.stored.last)
        try player.pass(1234)
        try player.receive(.key(.left))
        let vote = try #require(player.votes.first)
        #expect(vote.responseMilliseconds == vote.milliseconds - shown.milliseconds)
        #expect(vote.responseMilliseconds == 1534)
    }

    @Test("nothing is stored before the person agrees, and a refusal stores nothing")
    func consent() throws {
        var player = try SurveyPlayer(settings: SurveySettings(consent: true))
        try player.press(.enter, .left, .character(" "))
        try player.receive(.focus(false))
        #expect(player.stored.isEmpty)
        var refusing = player
        try refusing.press(.character("n"))
        #expect(refusing.ending == .declined)
        #expect(refusing.stored.isEmpty)
        try player.press(.character("y"), .enter)
        #expect(player.kinds == [.consent, .shown])
    }

    @Test("the last answer can be taken back, once, and its trial is asked again")
    func undo() throws {
        var player = try SurveyPlayer()
        try player.press(.enter, .left, .left, .backspace)
        #expect(player.stored.last?.kind == .shown)
        #expect(player.stored.last?.trial == 2)
        #expect(player.stored.contains { $0.kind == .undo && $0.trial == 2 })
        try player.press(.backspace, .character("u"))
        #expect(player.stored.count { $0.kind == .undo } == 1)
        try player.press(.right, .right)
        #expect(player.votes.map(\.trial) == [1, 2, 2, 3])
        #expect(player.survey.page == .thanks)
    }

    @Test("where the study forbids it, nothing is taken back")
    func noUndo() throws {
        var player = try SurveyPlayer(settings: SurveySettings(undo: false, consent: false))
        try player.press(.enter, .left, .backspace, .character("u"))
        #expect(!player.kinds.contains(.undo))
    }

    @Test("an answer before the least viewing time is not taken, and the person is told")
    func minimumView() throws {
        var player = try SurveyPlayer(settings: SurveySettings(minimumViewMilliseconds: 500, consent: false))
        try player.press(.enter)
        #expect(player.survey.notice == .lookFirst)
        #expect(!player.survey.takesAnswers)
        try player.pass(199)
        try player.receive(.key(.left))
        #expect(player.votes.isEmpty)
        try player.pass(1)
        #expect(player.survey.notice == nil)
        #expect(player.survey.takesAnswers)
        try player.receive(.key(.left))
        #expect(player.votes.map(\.responseMilliseconds) == [500])
    }

    @Test("keys typed before the images are in view answer nothing")
    func typedAhead() throws {
        var survey = TerminalSurvey(
            seat: SurveyFixture.seat(), settings: SurveySettings(minimumResponseMilliseconds: 0, consent: false),
            makeID: SurveyFixture.countingIDs())
        #expect(survey.start(at: 0) == [.draw])
        #expect(survey.receive(.key(.enter), at: 1) == [])
        _ = survey.receive(.drawn(.text), at: 2)
        #expect(survey.receive(.key(.enter), at: 3) == [.draw])
        #expect(survey.receive(.key(.left), at: 4) == [])
    }

    @Test("one key gives one answer: a second one in the moment of the mark is passed over")
    func doublePress() throws {
        var player = try SurveyPlayer()
        try player.press(.enter)
        try player.receive(.key(.left))
        try player.pass(50)
        try player.receive(.key(.left))
        #expect(player.votes.count == 1)
        #expect(player.survey.chosen == .left)
        try player.pass(TerminalSurvey.markMilliseconds)
        #expect(player.survey.chosen == nil)
        #expect(player.pages.last == .trial(SurveyFixture.seat().trials[1]))
    }

    @Test("a trial whose image cannot be shown comes again at the end, says so, and is left out the second time")
    func failingImage() throws {
        var player = try SurveyPlayer(failing: [1, 3])
        try player.press(.enter)
        #expect(player.survey.notice == .imageFailed(number: 1, comesAgain: true))
        try player.press(.right)
        #expect(player.kinds == [.imageFailed, .shown, .vote, .imageFailed, .imageFailed, .imageFailed])
        #expect(player.stored.filter { $0.kind == .imageFailed }.map(\.trial) == [1, 3, 1, 3])
        #expect(player.votes.map(\.trial) == [2])
        #expect(player.survey.notice == .imageFailed(number: 3, comesAgain: false))
        #expect(player.survey.page == .thanks && !player.survey.state.isComplete)
        try player.press(.enter)
        #expect(player.ending == .finished && player.survey.state.isFinished)
    }

    @Test("a trial whose image can be shown the second time is answered, and the session is complete")
    func failedOnce() throws {
        var player = try SurveyPlayer(failing: [1])
        try player.press(.enter)
        player.failing = []
        try player.press(.right, .right)
        #expect(player.survey.page == .trial(SurveyFixture.seat().trials[0]))
        try player.press(.left, .enter)
        #expect(player.votes.map(\.trial) == [2, 3, 1])
        #expect(player.ending == .finished && player.survey.state.isComplete)
    }

    @Test("where images of three trials in a row cannot be shown it stops, and loses no further one; the same goes on")
    func failingInARow() throws {
        let seat = SurveyFixture.seat(trials: 6)
        var player = try SurveyPlayer(seat: seat, failing: [2, 3, 4, 5, 6])
        try player.press(.enter, .left)
        #expect(player.ending == .imagesFailed)
        #expect(player.kinds == [.shown, .vote, .imageFailed, .imageFailed])
        #expect(player.pages.last == .trial(seat.trials[3]))
        // As long as nothing is mended, to go on stops again at the same trial, and stores nothing.
        var again = try SurveyPlayer(seat: seat, events: player.stored, failing: [4])
        try again.press(.enter)
        #expect(again.ending == .imagesFailed && again.stored == player.stored)
        var mended = try SurveyPlayer(seat: seat, events: player.stored)
        try mended.press(.enter, .left, .left, .left, .left, .left)
        #expect(mended.votes.map(\.trial) == [1, 4, 5, 6, 2, 3] && mended.survey.state.isComplete)
    }

    @Test("images in view between begin the count again, and the last trials are not asked for ever")
    func failingApart() throws {
        var player = try SurveyPlayer(seat: SurveyFixture.seat(trials: 4), failing: [1, 2, 4])
        try player.press(.enter, .left)
        #expect(player.ending == nil && player.survey.page == .thanks)
        #expect(
            player.stored.filter { $0.kind == .imageFailed }.map(\.trial) == [1, 2, 4, 1, 2, 4])
    }

    @Test("practice counts among them")
    func failingPractice() throws {
        var settings = SurveySettings(consent: false)
        settings.besides.practice = 2
        var player = try SurveyPlayer(
            seat: SurveyFixture.seat(trials: 4, practice: 2), settings: settings, failing: [1, 2, 5, 6])
        try player.press(.enter, .enter)
        #expect(player.ending == .imagesFailed && player.kinds == [.imageFailed, .imageFailed])
    }

    @Test("under a plan of before, a trial whose image cannot be shown is left out at once")
    func failingImageEarlier() throws {
        var player = try SurveyPlayer(settings: SurveySettings(completeShare: 0, consent: false), failing: [1, 3])
        try player.press(.enter)
        #expect(player.survey.notice == .imageFailed(number: 1, comesAgain: false))
        try player.press(.right)
        #expect(player.kinds == [.imageFailed, .shown, .vote, .imageFailed])
        #expect(player.survey.page == .thanks && player.survey.state.isComplete)
    }

    @Test(
        "an answer that the store refuses is not counted, and what was stored before stays",
        arguments: [
            AnswerEvent.Kind.vote, .undo, .shown, .finish,
        ])
    func refusedByTheStore(kind: AnswerEvent.Kind) throws {
        var player = try SurveyPlayer()
        try player.press(.enter, .left)
        player.refused = kind
        let before = player
        #expect(throws: SurveyPlayer.Refused.self) {
            try player.press(kind == .undo ? .backspace : .right, .right, .right, .enter)
        }
        #expect(Array(player.stored.prefix(before.stored.count)) == before.stored)
        #expect(player.votes.count == player.survey.state.votes.count)
        var again = try SurveyPlayer(events: player.stored)
        #expect(again.survey.state.votes.count == player.votes.count)
        try again.press(.enter, .left, .left, .left, .enter)
        #expect(again.kinds.last == .finish)
        #expect(Set(again.votes.compactMap(\.trial)) == [1, 2, 3])
    }

    @Test("a session goes on where it stood, wherever it was cut", arguments: 0...10)
    func resume(kept: Int) throws {
        var first = try SurveyPlayer(settings: SurveySettings(consent: true))
        try first.press(.character("y"), .enter, .left, .right, .backspace, .left, .right)
        #expect(first.stored.count == 11)
        let events = Array(first.stored.prefix(kept))
        var second = try SurveyPlayer(settings: SurveySettings(consent: true), events: events)
        if kept == 0 { try second.press(.character("y")) }
        try second.press(.enter, .left, .left, .left)
        #expect(second.survey.page == .thanks)
        try second.press(.character("x"))
        #expect(second.kinds.count { $0 == .finish } == 1)
        #expect(second.kinds.count { $0 == .consent } == 1)
        #expect(second.survey.state.votes.count == 3)
        #expect(zip(second.stored, second.stored.dropFirst()).allSatisfy { $0.milliseconds < $1.milliseconds })
    }

    @Test("a session cut between the last answer and its end is not asked again, and ends when the last page is left")
    func resumeAtTheEnd() throws {
        var first = try SurveyPlayer()
        try first.press(.enter, .left, .left, .left, .enter)
        var second = try SurveyPlayer(events: Array(first.stored.dropLast()))
        #expect(second.survey.page == .thanks && second.survey.canUndo)
        try second.press(.enter)
        #expect(second.kinds == first.kinds)
        let third = try SurveyPlayer(events: first.stored)
        #expect(third.kinds == first.kinds)
        #expect(third.survey.page == .thanks)
    }

    @Test("after a resize the vote carries the new size, and the response time goes on")
    func resized() throws {
        var player = try SurveyPlayer()
        try player.press(.enter)
        player.pixels = 44
        try player.receive(.resized)
        try player.press(.left)
        #expect(player.votes.map(\.shownPixels) == [44])
        #expect(player.votes.map(\.responseMilliseconds) == [600])
        #expect(player.kinds.count { $0 == .shown } == 2)
    }

    @Test("while the terminal is too small no key answers; q still stops")
    func tooSmall() throws {
        var player = try SurveyPlayer()
        try player.press(.enter)
        player.isTooSmall = true
        try player.receive(.resized)
        try player.press(.left, .right, .backspace)
        #expect(player.votes.isEmpty)
        player.isTooSmall = false
        try player.receive(.resized)
        try player.press(.left)
        #expect(player.votes.count == 1)
        player.isTooSmall = true
        try player.receive(.resized)
        try player.press(.character("q"))
        #expect(player.ending == .stopped)
    }

    @Test("q and Ctrl-C stop at once on every page", arguments: [Key.character("q"), .character("Q"), .interrupt])
    func stop(key: Key) throws {
        var player = try SurveyPlayer()
        try player.press(key)
        #expect(player.ending == .stopped)
        player = try SurveyPlayer()
        try player.press(.enter, .left)
        try player.receive(.key(key))
        #expect(player.ending == .stopped)
        #expect(player.votes.count == 1)
        player = try SurveyPlayer(settings: SurveySettings(consent: true))
        try player.press(key)
        #expect(player.ending == .declined)
    }

    @Test("a suspended survey takes no answers until it is drawn again, and the absence is stored")
    func suspended() throws {
        var player = try SurveyPlayer()
        try player.press(.enter, .suspend, .left)
        #expect(player.suspensions == 1)
        #expect(player.kinds == [.shown, .blur])
        try player.receive(.focus(true))
        try player.receive(.resized)
        try player.press(.left)
        #expect(player.kinds.prefix(4) == [.shown, .blur, .focus, .vote])
    }
}
