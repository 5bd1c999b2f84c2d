import Answers
import Study

/// The questionnaires. Where answers screen people out, consent and answers are held back until it is known that the person
/// can take part, so that nothing is stored of those who cannot.
extension TerminalSurvey {
    /// Whether consent and answers are held back.
    var holdsAnswers: Bool { !settings.admit.answers.isEmpty && state.votes.isEmpty && !isAdmitted }

    /// The first question of a questionnaire that has no answer and was not skipped; nil where there is none.
    func openQuestion(isBefore: Bool) -> Page? {
        let items = isBefore ? settings.before : settings.after
        let place = items.firstIndex { state.answers[$0.id] == nil && !skipped.contains($0.id) }
        return place.map { .question(question($0, isBefore: isBefore)) }
    }

    private func question(_ place: Int, isBefore: Bool) -> QuestionPage {
        let item = (isBefore ? settings.before : settings.after)[place]
        return QuestionPage(item, isBefore: isBefore, place: place, answer: state.answers[item.id])
    }

    /// What follows the consent, and each question of `before`.
    mutating func goOnToInstructions(at now: Int) -> [Effect] {
        if let open = openQuestion(isBefore: true) { return turn(to: open) }
        if let reason = settings.screening(state.answers) {
            held = []
            return [.count(event(.screenedOut, at: now, value: .text(reason))), .leave(.screenedOut)]
        }
        isAdmitted = true
        defer { held = [] }
        return held.map { .record($0) } + turn(to: .instructions)
    }

    /// Stores an event, or holds it back.
    mutating func keep(_ event: AnswerEvent, at now: Int) -> [Effect] {
        guard holdsAnswers else { return [.record(event)] }
        held.append(event)
        return receive(.recorded(event), at: now)
    }

    mutating func press(_ key: Key, on page: QuestionPage, at now: Int) -> [Effect] {
        var page = page
        switch page.press(key) {
        case .nothing: return []
        case .changed:
            change(to: page)
            return [.drawTexts]
        case .back:
            return page.place == 0 ? [] : turn(to: .question(question(page.place - 1, isBefore: page.isBefore)))
        case .answered(let value):
            if value.isNone { skipped.insert(page.item.id) } else { skipped.remove(page.item.id) }
            // What was skipped and had no answer needs no event.
            guard !value.isNone || state.answers[page.item.id] != nil else { return follow(page, at: now) }
            return keep(answer(to: page.item, value, at: now), at: now)
        }
    }

    private func answer(to item: QuestionnaireItem, _ value: AnswerValue, at now: Int) -> AnswerEvent {
        var answer = event(.answer, at: now, value: value)
        answer.question = item.id
        return answer
    }

    /// What follows the question of `page`, once it is answered or skipped: the next one, in order.
    mutating func follow(_ page: QuestionPage, at now: Int) -> [Effect] {
        let items = page.isBefore ? settings.before : settings.after
        if page.place + 1 < items.count {
            return turn(to: .question(question(page.place + 1, isBefore: page.isBefore)))
        }
        if let open = openQuestion(isBefore: page.isBefore) { return turn(to: open) }
        return page.isBefore ? goOnToInstructions(at: now) : turn(to: .thanks)
    }
}
