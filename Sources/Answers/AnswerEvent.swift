package import Study

/// A later line of an answer file: one thing that happened, with its own identity, so that it can be read any number of
/// times and counted once. Part of the file format; keys are never renamed.
package struct AnswerEvent: Sendable, Codable, Hashable {
    /// UUID, lower case.
    package var id: String
    /// Milliseconds from the start of the session; at least 0.
    package var milliseconds: Int
    /// What happened.
    package var kind: Kind
    /// The trial's number in its seat, where the event belongs to one; for `undo` the one whose vote is taken back, which
    /// both fronts name (older files may not).
    package var trial: Int?
    /// What was chosen, for votes and practice; the side that is reported; the side whose image failed, for `imageFailed`, nil where both did, or which is not known
    /// (earlier versions of dotchi gave each side an event of its own); the side that comes into view, for `flip`.
    package var choice: Choice?
    /// How much better an image is, for votes and practice where the survey asks for grades: -3 ... 3, below 0 for the left image and above
    /// it for the right one, as ``Grade`` has them. ``choice`` is its sign.
    package var grade: Int?
    /// Milliseconds from both images and the question in view to the vote; at least 0.
    package var responseMilliseconds: Int?
    /// How the images were shown: `img` on the page; `kitty`, `iterm`, `sixel` or `blocks` in a terminal.
    package var render: String?
    /// Side in device pixels at which each image was shown (in a terminal without pixels: half-block cells across).
    package var shownPixels: Int?
    /// The question that is answered, by its id: for `answer`; for `vote` and `practice` where the survey names its questions,
    /// and for `undo` that of the vote that is taken back.
    package var question: String?
    /// What was agreed to, for `consent` (the SHA-256 of ``SurveyTexts/consent(on:of:)``, where the plan keeps its texts);
    /// the language or the colour scheme, for these; how many times as large, for `enlarge`; what was answered, for `answer`; why, for `screenedOut`: the id of the
    /// question, or one of ``screenedOutReasons``.
    package var value: AnswerValue?

    /// The kinds of event, as the file names them.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// The person agreed to take part.
        case consent
        /// Both images of a trial came into view.
        case shown
        /// A question about a trial was answered: an image was chosen (or neither).
        case vote
        /// An image of a pair to practise on was chosen (or neither), which counts nowhere.
        case practice
        /// A vote was taken back; its question is asked again.
        case undo
        /// A question other than a trial was answered; or an image was reported (``reportQuestion``), which `trial` and `choice`
        /// name.
        case answer
        /// The texts are shown in another language from here on; before the first of these in that of the header.
        case language
        /// The page is shown in light or in dark from here on.
        case scheme
        /// The person cannot take part, or did not agree to: nothing else of the session is kept.
        case screenedOut = "screened_out"
        /// Of two images in one place the one on `choice` is in view from here on; before the first of these the left one.
        case flip
        /// Both images are enlarged `value` times, 1 for as they were; each pair begins with 1.
        case enlarge
        /// The time to answer was over, and the pair left; see ``SessionState``.
        case timeout
        /// The window lost the person's attention.
        case blur
        /// The window has the person's attention again.
        case focus
        /// An image could not be shown, and the person went on without; see ``SessionState``.
        case imageFailed = "image_failed"
        /// The person left the last page, or handed the answers over: with every trial answered, nothing counts after it.
        case finish
    }

    /// An event.
    package init(
        id: String, milliseconds: Int, kind: Kind, trial: Int? = nil, choice: Choice? = nil,
        grade: Int? = nil, responseMilliseconds: Int? = nil, render: String? = nil, shownPixels: Int? = nil,
        question: String? = nil, value: AnswerValue? = nil
    ) {
        self.id = id
        self.milliseconds = milliseconds
        self.kind = kind
        self.trial = trial
        self.choice = choice
        self.grade = grade
        self.responseMilliseconds = responseMilliseconds
        self.render = render
        self.shownPixels = shownPixels
        self.question = question
        self.value = value
    }

    /// Whether only the second format of answer files can say it.
    package var needsSecondFormat: Bool {
        grade != nil || question != nil || value != nil
            || [.language, .scheme, .screenedOut, .practice, .flip, .enlarge, .timeout].contains(kind)
    }

    /// Why somebody does not take part, beside answers to questions: no name of a question has a dot.
    package static let screenedOutReasons = [declinedReason, quotaReason, "device.window", "device.kind"]

    /// That as many people with such answers take part as the study wants.
    package static let quotaReason = "quota.full"

    /// That the person declined.
    package static let declinedReason = "consent.declined"

    /// The `question` of an `answer` that reports an image.
    package static let reportQuestion = "report"

    /// Whether an image is reported: no question about the person has an answer without a value.
    package var isReport: Bool { kind == .answer && question == Self.reportQuestion && value == nil }

    private enum CodingKeys: String, CodingKey {
        case id, kind, trial, choice, grade, render, question, value
        case milliseconds = "t_ms"
        case responseMilliseconds = "response_ms"
        case shownPixels = "shown_px"
    }
}
