/// What a person saw beside the images of a vote, as of the latest that was recorded before it; nil where nothing was.
package struct VoteView: Sendable, Hashable {
    /// BCP 47 tag of the language of the texts.
    package var language: String?
    /// The screen, as ``AnswerHeader/screen``.
    package var screen: String?
    /// How the images stood: `side-by-side` or `stacked`, the left one above.
    package var layout: String?
    /// The grey around them, 0 to 255.
    package var surround: String?
    /// Device pixels for each pixel of an image; in a terminal its pixels, or cells.
    package var scale: String?
}

extension AnswerEvent {
    /// The questions that the fronts answer themselves, about what is seen: an `answer` with one of these is no person's.
    package enum ViewQuestion: String, Sendable, CaseIterable {
        /// `side-by-side` or `stacked`.
        case layout = "view.layout"
        /// Device pixels for each pixel of an image.
        case scale = "view.scale"
        /// The grey around the images.
        case surround = "view.surround"
        /// The screen, where it is not that of the header any more.
        case screen = "view.screen"
    }
}

extension SessionState {
    /// What was seen at each vote that counts, by what it answers.
    ///
    /// - Parameter header: the session's, which says what it began in.
    package func views(_ header: AnswerHeader) -> [AskedQuestion: VoteView] {
        var view = VoteView(language: header.language, screen: header.screen)
        var views: [AskedQuestion: VoteView] = [:]
        for event in events {
            switch event.kind {
            case .language: view.language = event.value?.text ?? view.language
            case .answer:
                guard let question = event.question.flatMap(AnswerEvent.ViewQuestion.init) else { continue }
                let text = event.value?.inWords
                switch question {
                case .layout: view.layout = text
                case .scale: view.scale = text
                case .surround: view.surround = text
                case .screen: view.screen = text ?? view.screen
                }
            case .vote:
                guard let trial = event.trial else { continue }
                let asked = AskedQuestion(trial: trial, question: event.question)
                if votes[asked]?.id == event.id { views[asked] = view }
            default: break
            }
        }
        return views
    }
}

extension AnswerValue {
    /// The value as one text: a whole number without a point.
    package var inWords: String {
        switch self {
        case .text(let text): text
        case .number(let number): Int(exactly: number).map(String.init) ?? "\(number)"
        case .choices(let names): names.joined(separator: "; ")
        }
    }
}
