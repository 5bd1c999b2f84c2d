import Answers

extension TerminalSurvey {
    /// Records what is seen beside the images, where that is not what the session has last; no two events have one time.
    ///
    /// - Parameter events: how many are recorded at the same time, before these.
    func record(_ seen: Seen, at now: Int, after events: Int) -> [Effect] {
        let news = AnswerEvent.ViewQuestion.allCases.compactMap { question -> AnswerEvent? in
            guard let value = seen[question], value != last(question) else { return nil }
            var answer = event(.answer, at: now, value: value)
            answer.question = question.rawValue
            return answer
        }
        return news.enumerated().map { place, answer in
            var answer = answer
            answer.milliseconds += events + place
            return .record(answer)
        }
    }

    private func last(_ question: AnswerEvent.ViewQuestion) -> AnswerValue? {
        let last = state.events.last { $0.kind == .answer && $0.question == question.rawValue }
        return last?.value ?? (question == .screen ? screen.map { .text($0) } : nil)
    }
}
