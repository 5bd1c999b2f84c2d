import Answers
import Study

extension TerminalSurvey {
    /// Records what is seen beside the images, and the language, where that is not what the session has last; no two events
    /// have one time.
    ///
    /// - Parameter events: how many are recorded at the same time, before these.
    func record(_ seen: Seen, at now: Int, after events: Int) -> [Effect] {
        let views = AnswerEvent.ViewQuestion.allCases.compactMap { question -> AnswerEvent? in
            guard let value = seen[question], value != last(question) else { return nil }
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
