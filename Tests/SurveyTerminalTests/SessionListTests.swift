import Answers
import SessionLists
import Study
import SurveyTerminal
import Testing

/// The terminal goes on where the golden lists say.
struct SessionListTests {
    @Test("a session that is opened again in a terminal stands where its golden list says", arguments: SessionList.all)
    func goingOn(list: SessionList) throws {
        for rules in list.rules { try goOn(list, rules) }
    }

    private func goOn(_ list: SessionList, _ rules: SessionRules) throws {
        let seat = SurveyFixture.seat(trials: 4, practice: list.practice)
        var settings = SurveySettings(
            questions: list.named, completeShare: rules.completeShare, consent: false)
        (settings.besides.practice, settings.besides.breaks) = (list.practice, list.breaks)
        #expect(SessionRules(settings) == rules)
        var player = try SurveyPlayer(seat: seat, settings: settings, events: try list.events)
        if player.survey.page == .instructions { try player.press(.enter) }
        let next = list.state.practice ?? list.state.next
        let page = next.map { TerminalSurvey.Page.trial(seat.items[$0 - 1].shown) } ?? .thanks
        let between: TerminalSurvey.Page? =
            list.state.isAfterPractice ? .practiceOver : list.state.isBreak ? .rest : nil
        #expect(player.survey.page == between ?? page)
        if between != nil {
            try player.press(.character(" "))
            #expect(player.survey.page == page)
        }
        #expect(player.survey.canUndo == (list.state.undoable != nil))
        if list.state.next != nil { #expect(player.survey.asked == list.state.question) }
        guard let undoable = list.state.undoable else { return }
        try player.press(.backspace)
        let undo = try #require(player.stored.last { $0.kind == .undo })
        #expect(undo.trial == undoable && undo.question == list.state.undoableQuestion)
        #expect(player.survey.state.votes[AskedQuestion(trial: undoable, question: undo.question)] == nil)
        #expect(!player.survey.canUndo)
    }

    @Test("where the clock was set back, what is written later still counts later")
    func clock() throws {
        let before = AnswerEvent(id: "ahead", milliseconds: 1_000_000_000, kind: .vote, trial: 1, choice: .left)
        var player = try SurveyPlayer(events: [before])
        try player.press(.enter, .left, .backspace, .right, .left, .backspace, .left, .enter)
        #expect(player.ending == .finished)
        #expect(zip(player.stored, player.stored.dropFirst()).allSatisfy { $0.milliseconds < $1.milliseconds })
        for events in [player.stored, player.stored.reversed()] {
            let state = SessionState(events, trials: [1, 2, 3], rules: .earlier)
            #expect(state.votes.mapValues(\.choice) == [1: .left, 2: .right, 3: .left] && state.isFinished)
        }
    }
}
