import Answers
import Study

extension TerminalSurvey {
    mutating func press(_ key: Key, at now: Int) -> [Effect] {
        if key == .suspend {
            isInView = false
            return attend(false, at: now) + [.suspend]
        }
        if key.stops { return page == .thanks ? finish(at: now) : [.leave(endingNow)] }
        guard isInView, chosen == nil else { return [] }
        guard now - quietSince >= settings.minimumResponseMilliseconds else {
            quietSince = now
            return []
        }
        switch (page, key) {
        case (.consent, .character("y")), (.consent, .character("Y")): return [.record(event(.consent, at: now))]
        case (.consent, .character("n")), (.consent, .character("N")): return [.leave(.declined)]
        case (.consent, _): return []
        case (.instructions, .enter), (.instructions, .character(" ")): return goOn(at: now)
        case (.instructions, _): return []
        case (.trial(let trial), _): return answer(trial, with: key, at: now)
        case (.thanks, .backspace), (.thanks, .character("u")), (.thanks, .character("U")):
            return canUndo ? takeBack(at: now) : finish(at: now)
        case (.thanks, _): return finish(at: now)
        }
    }

    /// Leaves the last page, after which no answer can be taken back.
    private func finish(at now: Int) -> [Effect] {
        state.isFinished ? [.leave(.finished)] : [.record(event(.finish, at: now))]
    }

    private func takeBack(at now: Int) -> [Effect] {
        guard canUndo, let trial = state.undoable else { return [] }
        return [.record(event(.undo, at: now, trial: trial))]
    }

    private var endingNow: SurveyEnding {
        switch page {
        case .consent: .declined
        case .instructions, .trial: .stopped
        case .thanks: .finished
        }
    }

    private mutating func answer(_ trial: Trial, with key: Key, at now: Int) -> [Effect] {
        switch key {
        case .left, .character("f"), .character("F"): return vote(.left, on: trial, at: now)
        case .right, .character("j"), .character("J"): return vote(.right, on: trial, at: now)
        case .down where settings.ties: return vote(.tie, on: trial, at: now)
        case .backspace, .character("u"), .character("U"):
            return takeBack(at: now)
        default: return []
        }
    }

    private mutating func vote(_ choice: Choice, on trial: Trial, at now: Int) -> [Effect] {
        guard let showing else { return [] }
        guard now - showing.since >= settings.minimumViewMilliseconds else {
            notice = .lookFirst
            return [.drawTexts]
        }
        var vote = event(.vote, at: now, trial: trial.number, render: showing.render, pixels: showing.pixels)
        vote.choice = choice
        vote.responseMilliseconds = now - showing.first
        return [.record(vote)]
    }
}
