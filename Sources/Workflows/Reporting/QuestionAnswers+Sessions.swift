import Answers
import Reports
import Study

extension QuestionAnswers {
    /// What these sessions answered to a question, in a language of the study.
    init(_ item: QuestionnaireItem, in language: Language, _ sessions: [[String: AnswerValue]]) {
        let answers = sessions.compactMap { $0[item.id] }
        func words(_ texts: [Language: String], _ name: String) -> String { texts[language] ?? name }
        let question = words(item.text, item.id)
        switch item.kind {
        case .choice, .choices:
            self.init(
                question: question, people: sessions.count,
                counts: item.options.map { option in
                    Count(
                        answer: words(option.text, option.id),
                        people: answers.count { $0 == .text(option.id) || $0.chosen.contains(option.id) })
                }, answered: answers.count)
        case .number, .scale:
            self.init(
                question: question, people: sessions.count, numbers: answers.compactMap(\.amount),
                answered: answers.count)
        case .text:
            self.init(question: question, people: sessions.count, answered: answers.count)
        }
    }
}

extension AnswerValue {
    /// The names that were chosen, of several.
    fileprivate var chosen: [String] { if case .choices(let names) = self { names } else { [] } }

    /// The number, where it is one.
    fileprivate var amount: Double? { if case .number(let number) = self { number } else { nil } }
}
