/// What a person saw beside the images of a vote, as of the latest that was recorded before it; nil where nothing was.
package struct VoteView: Sendable, Hashable {
    /// BCP 47 tag of the language of the texts.
    package var language: String?
    /// The screen, as ``AnswerHeader/screen``.
    package var screen: String?
    /// How the images stood: `side-by-side`; `stacked`, the left one above; or `flip`, both in one place.
    package var layout: String?
    /// The grey around them, 0 to 255.
    package var surround: String?
    /// Device pixels for each pixel of an image; in a terminal its pixels, or cells.
    package var scale: String?
    /// Device pixels for each millimetre of the screen, as measured by a bank card; `none` where the person had none.
    package var density: String?
    /// How often the two were exchanged before the vote, where they stood in one place.
    package var flips: Int?
    /// The largest enlargement before the vote, 1 for none; nil where nothing says that there was one.
    package var enlarged: String?
    /// Milliseconds for which the images were in view, where that was over before the vote.
    package var exposure: String?
    /// How often the time of the pair had been over before it came to the vote; nil where it never was.
    package var timeouts: Int?
}

extension AnswerEvent {
    /// The questions that the fronts answer themselves, about what is seen: an `answer` with one of these is no person's.
    package enum ViewQuestion: String, Sendable, CaseIterable {
        /// `side-by-side`, `stacked` or `flip`.
        case layout = "view.layout"
        /// Device pixels for each pixel of an image.
        case scale = "view.scale"
        /// The grey around the images.
        case surround = "view.surround"
        /// The screen, where it is not that of the header any more.
        case screen = "view.screen"
        /// Device pixels for each millimetre of the screen, or `none`.
        case density = "view.px_per_mm"
        /// Milliseconds for which the images of the pair were in view, where they are hidden before the answer.
        case exposure = "view.exposure"
    }
}

extension SessionState {
    /// What was seen at each vote that counts, by what it answers.
    ///
    /// - Parameter header: the session's, which says what it began in.
    package func views(_ header: AnswerHeader) -> [AskedQuestion: VoteView] {
        var view = VoteView(language: header.language, screen: header.screen)
        var views: [AskedQuestion: VoteView] = [:]
        var timeouts: [Int: Int] = [:]
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
                case .density: view.density = text
                case .exposure: view.exposure = text
                }
            // Each of these is of the pair alone.
            case .shown: (view.flips, view.enlarged, view.exposure) = (view.layout == "flip" ? 0 : nil, nil, nil)
            case .flip: view.flips = (view.flips ?? 0) + 1
            case .enlarge: view.enlarged = larger(view.enlarged, event.value)
            case .vote:
                guard let trial = event.trial else { continue }
                let asked = AskedQuestion(trial: trial, question: event.question)
                view.timeouts = timeouts[trial]
                if votes[asked]?.id == event.id { views[asked] = view }
            case .timeout: if let trial = event.trial { timeouts[trial, default: 0] += 1 }
            default: break
            }
        }
        return views
    }
}

/// The larger of an enlargement and another one.
private func larger(_ text: String?, _ value: AnswerValue?) -> String? {
    guard case .number(let times)? = value, times > text.flatMap(Double.init) ?? 0 else { return text }
    return value?.inWords
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
