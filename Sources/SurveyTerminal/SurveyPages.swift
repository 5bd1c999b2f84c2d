package import Study

/// What each page of the survey looks like in a terminal of a given size: a pure function, no byte is written here.
package struct SurveyPages: Sendable {
    /// A page laid out.
    package enum Layout: Sendable, Hashable {
        /// The page.
        case fits(Frame)
        /// A part of its texts, after which more is to be read.
        case part(Frame)
        /// The terminal is too small for it; the frame says so.
        case tooSmall(Frame)

        /// What is to be drawn either way.
        package var frame: Frame {
            switch self {
            case .fits(let frame), .part(let frame), .tooSmall(let frame): frame
            }
        }
    }

    /// Width and height of an image in pixels.
    package struct ImageSize: Sendable, Hashable {
        /// Pixels across.
        package var width: Int
        /// Pixels down.
        package var height: Int

        /// An image of `width` x `height` pixels.
        package init(width: Int, height: Int) {
            self.width = width
            self.height = height
        }
    }

    let texts: SurveyTexts
    let settings: SurveySettings
    let language: Language
    let mode: RenderMode
    let view: ViewSettings
    /// The text above the images of each trial, by its number.
    let contexts: [Int: String]
    /// What is painted around the images.
    package let surround: Surround

    // Cells between the images and the edge, and between the images.
    static let margin = 1
    static let gap = 4
    static let leastColumns = 2 * (margin + PictureBox.least.columns) + gap
    // Lines of prose are easiest to read at 45 to 75 characters (Bringhurst, The Elements of Typographic Style, 2.1.2).
    static let proseColumns = 72
    // Fewer rows than these are no page to read.
    static let leastProseRows = 12

    /// The pages of a survey under `settings`, in one language.
    package init(
        texts: SurveyTexts, settings: SurveySettings, language: Language, mode: RenderMode,
        colors: BlockColors = .truecolor, contexts: [Int: String] = [:]
    ) {
        self.texts = texts
        self.settings = settings
        self.mode = mode
        self.language = language
        view = settings.usedView
        self.contexts = contexts
        surround = Surround(level: view.terminalSurround, colors: colors)
    }

    /// The wording of a question; nil is that of a survey that names none.
    func wording(of question: String?) -> String { settings.wording(of: question, in: language) ?? texts[.question] }

    /// The questions that are asked about each pair.
    var questions: [String?] { settings.questionIDs.isEmpty ? [nil] : settings.questionIDs }

    /// The page that `survey` stands at.
    ///
    /// - Parameter images: sizes of the left image, the right one, and the reference where there is one, for a trial; else
    ///   empty.
    package func layout(_ survey: TerminalSurvey, size: TerminalSize, images: [ImageSize]) -> Layout {
        switch survey.page {
        case .consent: prose(consent(total: survey.seat.trials.count), part: survey.part, size: size)
        case .question(let page): question(page, size: size)
        case .instructions: prose(notice(of: survey) + instructions, part: survey.part, size: size)
        case .trial(let trial): pair(trial, of: survey, size: size, images: images)
        case .practiceOver: prose(notice(of: survey) + practiceOver, part: survey.part, size: size)
        case .timeUp(let number, let comesAgain):
            prose(timeUp(number, comesAgain: comesAgain), part: survey.part, size: size)
        case .rest: prose(notice(of: survey) + rest(survey), part: survey.part, size: size)
        case .thanks: prose(notice(of: survey) + thanks(survey), part: survey.part, size: size)
        }
    }
}
