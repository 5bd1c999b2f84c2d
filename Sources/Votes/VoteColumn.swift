import Study

/// The columns of votes as CSV, under the names of the header line.
package enum VoteColumn: String, Sendable, CaseIterable {
    /// Who voted; empty where it is not known.
    case participant
    /// The method on the left.
    case left
    /// The method on the right.
    case right
    /// `left`, `right` or `tie`.
    case choice
    /// Name of the condition.
    case condition
    /// What both images show.
    case item
    /// The image on the left.
    case leftImage = "left_image"
    /// The image on the right.
    case rightImage = "right_image"
    /// Milliseconds from images to vote.
    case responseMilliseconds = "response_ms"
    /// UUID of the vote: rows of one id are one vote.
    case vote
    /// Number of the seat.
    case seat
    /// UUID of the session.
    case session
    /// How many trials the session asks, without those that could not be shown.
    case asked
    /// Number of the trial in its seat.
    case trial
    /// `main`, `catch` or `repeat`; main where it is empty.
    case kind
    /// Number of the trial that this one repeats.
    case repeatOf = "repeat_of"
    /// `left` or `right`, the right answer of a catch trial; else empty.
    case correct
    /// When the images came into view.
    case shownAt = "shown_at"
    /// The front.
    case front
    /// How images were shown.
    case render
    /// At how many pixels.
    case shownPixels = "shown_px"
    /// `true` where no person gave the vote.
    case simulated
    /// The rule that leaves the vote out, or whether one does: a truth value.
    case excluded
    /// How many independent votes the row stands for, 0 for none; 1 where it is empty.
    case count
    /// The plan that asked for the vote: the first 12 characters of its hash, as `dotchi survey list` shows it.
    case plan
    /// The language of the texts at the vote, by its BCP 47 tag.
    case language
    /// The kind of device: `desktop`, `phone`, `tablet`, a terminal's type.
    case device
    /// The screen at the vote: `WIDTHxHEIGHT@RATIO` in CSS pixels, `COLUMNSxROWS` of a terminal.
    case screen
    /// How the images stood: `side-by-side`; `stacked`, the left one above; or `flip`, both in one place.
    case layout
    /// The grey around the images, 0 to 255.
    case surround
    /// Device pixels for each pixel of an image.
    case shownScale = "shown_scale"
    /// Device pixels for each millimetre of the screen, where people measured it by a bank card; `none` where they had none.
    case density = "px_per_mm"
    /// How often the two images were exchanged before the vote, where they stood in one place.
    case flips
    /// How many times as large the images were made before the vote, at most.
    case enlarged
    /// Milliseconds for which the images were in view, where they were hidden before the vote.
    case exposureMilliseconds = "exposure_ms"
    /// How often the time of the pair had been over before it came to the vote, where it was.
    case timeouts
    /// The question that was answered, where the study names its questions.
    case question
    /// Whether that is the primary question, by which the analysis goes: a truth value, or nothing.
    case primary
    /// How much better an image is, -3 (left) to 3 (right), where the study asks for grades.
    case grade

    /// The columns that every file has.
    package static let required: [VoteColumn] = [.participant, .left, .right, .choice]

    /// What stands in the column.
    enum Content: Equatable {
        /// Any text.
        case text
        /// A whole number within bounds, or nothing.
        case number(ClosedRange<Int>)
        /// A ``Choice``.
        case choice
        /// A kind of trial, or nothing.
        case kind
        /// A side, or nothing.
        case side
        /// True, false or nothing.
        case flag
        /// A time, or nothing.
        case time
    }

    /// What stands in the column.
    var content: Content {
        switch self {
        case .choice: .choice
        case .kind: .kind
        case .correct: .side
        case .simulated, .primary: .flag
        case .shownAt: .time
        case .responseMilliseconds, .shownPixels: .number(0...1_000_000_000_000)
        case .seat, .trial, .repeatOf, .asked: .number(1...1_000_000_000)
        case .count: .number(0...1_000_000_000)
        case .grade: .number(Grade.all)
        default: .text
        }
    }

    /// What stands in the table in place of a whole number or a time that is not known.
    package var unknown: Int {
        switch self {
        case .count: 1
        case .responseMilliseconds, .shownPixels: -1
        case .shownAt, .grade: VoteTable.noTime
        default: 0
        }
    }
}
