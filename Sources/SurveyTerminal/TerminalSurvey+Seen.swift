import Answers
import Study

extension TerminalSurvey {
    /// What belongs to the images in view, of what belongs to the left one, the right one and the reference, where there is one:
    /// all, or where both stand in one place without the one that is not in view.
    func inView<Element>(_ elements: [Element]) -> [Element] {
        guard settings.usedView.mode == .flip, elements.count >= 2 else { return elements }
        return [elements[side == .left ? 0 : 1]] + elements.dropFirst(2)
    }

    /// Records what is seen beside the images, and the language, where that is not what the session has last; no two events
    /// have one time.
    ///
    /// - Parameter events: how many are recorded at the same time, before these.
    func record(_ seen: Seen, at now: Int, after events: Int) -> [Effect] {
        let views = AnswerEvent.ViewQuestion.allCases.compactMap { question -> AnswerEvent? in
            guard let value = seen[question] else { return nil }
            // The exposure of a pair is recorded also where it is that of the one before.
            guard question == .exposure || value != last(question) else { return nil }
            return event(.answer, at: now, question: question.rawValue, value: value)
        }
        return (change(at: now) + views).enumerated().map { place, event in
            var event = event
            event.milliseconds += events + place
            return .record(event)
        }
    }

    /// That the language is another than the session has last.
    private func change(at now: Int) -> [AnswerEvent] {
        let last = state.events.last { $0.kind == .language }?.value ?? (header?.language).map { .text($0) }
        guard let language, let last, last != .text(language.rawValue) else { return [] }
        return [event(.language, at: now, value: .text(language.rawValue))]
    }

    private func last(_ question: AnswerEvent.ViewQuestion) -> AnswerValue? {
        let last = state.events.last { $0.kind == .answer && $0.question == question.rawValue }
        return last?.value ?? (question == .screen ? (header?.screen).map { .text($0) } : nil)
    }
}
