/// One of the questions that are asked about each pair.
package struct SurveyQuestion: Sendable, Codable, Hashable {
    /// Its name, by which votes say which question they answer.
    package var id: String
    /// Its wording, in each language offered.
    package var text: [Language: String]
    /// Whether it is the one that the analysis goes by; one question of a study is.
    package var isPrimary: Bool

    /// A question.
    package init(id: String, text: [Language: String], isPrimary: Bool = false) {
        self.id = id
        self.text = text
        self.isPrimary = isPrimary
    }
}

/// What a person can answer to a question about a pair.
package enum AnswerScale: String, Sendable, Codable, CaseIterable {
    /// The left image or the right one.
    case choice
    /// The same, or that there is no difference.
    case ties
    /// Which image is better and how much, on the comparison scale of seven grades of Recommendation ITU-R BT.500: see
    /// ``Grade``.
    case graded
}

/// A grade of a comparison: how much better one image is than the other. Below 0 the left image is better, above 0 the right
/// one, at 0 there is no difference; 1 is slightly better, 2 better, 3 much better.
package enum Grade {
    /// All grades, from the left image to the right one.
    package static let all = -3...3

    /// What a grade chooses: its sign.
    package static func choice(_ grade: Int) -> Choice { grade < 0 ? .left : grade > 0 ? .right : .tie }
}

extension SurveySettings {
    /// The most questions about one pair.
    package static let mostQuestions = 10

    /// What can be answered. Where there are grades ``ties`` holds too, since no difference is one of them.
    package var scale: AnswerScale {
        get { answers ?? (ties ? .ties : .choice) }
        set {
            answers = newValue == .graded ? .graded : nil
            ties = newValue != .choice
        }
    }

    /// Whether answers have a grade.
    package var isGraded: Bool { answers == .graded }

    /// The questions about each pair by their ids, in the order in which they are asked; none where the study names none and
    /// asks its only one.
    package var questionIDs: [String] { questions?.map(\.id) ?? [] }

    /// The id of the question that the analysis goes by; nil where the study names none.
    package var primaryQuestion: String? { (questions?.first(where: \.isPrimary) ?? questions?.first)?.id }

    /// The study's own wording of a question, nil being the only one of a study that names none; nil where it words none.
    package func wording(of question: String?, in language: Language) -> String? {
        guard let question else { return self.question[language] }
        return questions?.first { $0.id == question }?.text[language]
    }
}
