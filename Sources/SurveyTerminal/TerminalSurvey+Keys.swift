import Answers
import Study

extension TerminalSurvey {
    mutating func press(_ key: Key, at now: Int) -> [Effect] {
        if key == .suspend {
            isInView = false
            return attend(false, at: now) + [.suspend]
        }
        if key.stops, key == .interrupt || !takesText && notice != .reportWhich {
            return page == .thanks ? finish(at: now) : [.leave(endingNow)]
        }
        guard isInView, chosen == nil else { return [] }
        guard now - quietSince >= settings.minimumResponseMilliseconds else {
            quietSince = now
            return []
        }
        if let turned = turnPart(key) { return turned }
        switch (page, key) {
        case (.consent, .character("y")), (.consent, .character("Y")):
            return keep(event(.consent, at: now, value: consent.map { .text($0) }), at: now)
        case (.consent, .character("n")), (.consent, .character("N")):
            return [.count(event(.screenedOut, at: now, value: .text("consent.declined"))), .leave(.declined)]
        case (.consent, _): return []
        case (.question(let page), _): return press(key, on: page, at: now)
        case (.instructions, .enter), (.instructions, .character(" ")): return goOn(at: now)
        case (.practiceOver, .enter), (.practiceOver, .character(" ")), (.rest, .enter), (.rest, .character(" ")):
            return ask()
        case (.timeUp, .enter), (.timeUp, .character(" ")): return goOn(at: now)
        case (.instructions, _), (.practiceOver, _), (.rest, _), (.timeUp, _): return []
        case (.trial(let trial), _): return answer(trial, with: key, at: now)
        case (.thanks, .backspace), (.thanks, .character("u")), (.thanks, .character("U")):
            return canUndo ? takeBack(at: now) : finish(at: now)
        case (.thanks, _): return finish(at: now)
        }
    }

    /// Reads on in a page that is longer than the terminal, or goes back in it; nothing is agreed to before its end was in view,
    /// but declining needs no reading. Nil where the key means something else.
    private mutating func turnPart(_ key: Key) -> [Effect]? {
        if case .question = page { return nil }
        if part > 0, key == .backspace, page != .thanks || hasMore {
            part -= 1
            return [.draw]
        }
        guard hasMore, key != .character("n"), key != .character("N") else { return nil }
        guard [.enter, .down, .character(" ")].contains(key) else { return [] }
        part += 1
        isInView = false
        return [.draw]
    }

    /// Whether a text is being typed, in which every character stands for itself.
    var takesText: Bool { if case .question(let page) = page { page.takesText } else { false } }

    /// Leaves the last page, after which no answer can be taken back.
    private func finish(at now: Int) -> [Effect] {
        state.isFinished ? [.leave(.finished)] : [.record(event(.finish, at: now))]
    }

    private func takeBack(at now: Int) -> [Effect] {
        guard canUndo, let undoable = state.undoable else { return [] }
        return [.record(event(.undo, at: now, trial: undoable.trial, question: undoable.question))]
    }

    private var endingNow: SurveyEnding {
        switch page {
        case .consent: .declined
        case .question: held.isEmpty ? .stopped : .declined
        case .instructions, .trial, .practiceOver, .rest, .timeUp: .stopped
        case .thanks: .finished
        }
    }

    private mutating func answer(_ trial: Trial, with key: Key, at now: Int) -> [Effect] {
        if notice == .reportWhich { return report(trial, with: key, at: now) }
        if settings.besides.reportsImages, key == .character("r") || key == .character("R") {
            notice = takesAnswers ? .reportWhich : .lookFirst
            return [.drawTexts]
        }
        if settings.usedView.mode == .flip, key == .character(" ") { return exchange(on: trial, at: now) }
        if case .character(let character) = key, settings.isGraded {
            // 1 is the left end of the scale, 7 the right one.
            if let digit = character.wholeNumberValue, Grade.all.contains(digit - 4) {
                return vote(Grade.choice(digit - 4), grade: digit - 4, on: trial, at: now)
            }
            guard character == "u" || character == "U" else { return [] }
        }
        switch key {
        case .left where settings.isGraded, .right where settings.isGraded, .down where settings.isGraded: return []
        case .left, .character("f"), .character("F"): return vote(.left, on: trial, at: now)
        case .right, .character("j"), .character("J"): return vote(.right, on: trial, at: now)
        case .down where settings.ties: return vote(.tie, on: trial, at: now)
        case .backspace, .character("u"), .character("U"):
            return takeBack(at: now)
        default: return []
        }
    }

    /// Shows the other image, never more than ``ViewSettings/exchangesPerSecond`` times a second.
    private mutating func exchange(on trial: Trial, at now: Int) -> [Effect] {
        guard (now - exchangedAt) * ViewSettings.exchangesPerSecond > 1000 else { return [] }
        exchangedAt = now
        side = side == .left ? .right : .left
        var flip = event(.flip, at: now, trial: trial.number)
        flip.choice = side
        return [.draw, .record(flip)]
    }

    /// Reports the image on a side, or none after all; the trial is still to be answered.
    private mutating func report(_ trial: Trial, with key: Key, at now: Int) -> [Effect] {
        notice = nil
        var report = event(.answer, at: now, trial: trial.number)
        report.question = AnswerEvent.reportQuestion
        switch key {
        case .left, .character("f"), .character("F"): report.choice = .left
        case .right, .character("j"), .character("J"): report.choice = .right
        default: return [.drawTexts]
        }
        return [.record(report)]
    }

    private mutating func vote(
        _ choice: Choice, grade: Int? = nil, on trial: Trial, at now: Int
    ) -> [Effect] {
        guard let showing else { return [] }
        guard hasSeenBoth else {
            notice = .flipFirst
            return [.drawTexts]
        }
        guard now - showing.since >= settings.minimumViewMilliseconds else {
            notice = .lookFirst
            return [.drawTexts]
        }
        var vote = event(
            isPractising ? .practice : .vote, at: now, trial: trial.number, render: showing.render,
            pixels: showing.pixels, question: asked)
        vote.choice = choice
        vote.grade = grade
        vote.responseMilliseconds = now - max(showing.first, askedSince)
        return [.record(vote)]
    }
}
