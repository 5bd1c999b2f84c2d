package import Answers
package import Study

/// What goes into the survey and comes out of it.
extension TerminalSurvey {
    /// What the person has before them.
    package enum Page: Sendable, Hashable {
        /// What taking part means; asks for agreement.
        case consent
        /// A question about the person.
        case question(QuestionPage)
        /// What to do.
        case instructions
        /// Two images and the question; also to practise on.
        case trial(Trial)
        /// The practice is over: from here on answers count.
        case practiceOver
        /// A break between two trials.
        case rest
        /// The time of trial `number` is over; it comes again at the end, or is left out.
        case timeUp(number: Int, comesAgain: Bool)
        /// The end: all is answered. The last answer can be taken back until the page is left.
        case thanks

        /// The page that shows an item.
        init(_ item: SurveyItem) { self = .trial(item.shown) }
    }

    /// A line for the person, until the next answer.
    package enum Notice: Sendable, Hashable {
        /// Answers are not taken yet: look first.
        case lookFirst
        /// Answers are not taken yet: the other image was not in view.
        case flipFirst
        /// An image of trial `number` could not be shown; the trial comes again at the end, or was left out.
        case imageFailed(number: Int, comesAgain: Bool)
        /// The session goes on at trial `number`.
        case resumed(number: Int)
        /// The answer waits to be stored: another program is writing.
        case waiting
        /// Which image is reported?
        case reportWhich
        /// The image was reported; the trial is still to be answered.
        case reported
    }

    /// What happened.
    package enum Input: Sendable, Hashable {
        /// A key was pressed.
        case key(Key)
        /// The window lost the person's attention or was suspended (false), or has it again (true).
        case focus(Bool)
        /// The terminal has another size, or was someone else's in between: all is to be drawn.
        case resized
        /// The time of ``wakeAt`` has come.
        case time
        /// The page was drawn, with this outcome.
        case drawn(Drawn)
        /// The event is stored for good.
        case recorded(AnswerEvent)
    }

    /// What came of drawing the page.
    package enum Drawn: Sendable, Hashable {
        /// A page without images is in view; of a long one its end.
        case text
        /// A part of a long page without images is in view, and more follows.
        case part
        /// Both images are in view: how, and at how many pixels across each (cells, for blocks).
        case images(RenderMode, pixels: Int, seen: Seen = [:])
        /// An image of the trial cannot be shown.
        case imageFailed
        /// The terminal is too small for the page; it says so instead.
        case tooSmall
    }

    /// What is seen beside the images.
    package typealias Seen = [AnswerEvent.ViewQuestion: AnswerValue]

    /// What is to be done, in this order.
    package enum Effect: Sendable, Hashable {
        /// Draw the page and tell what came of it.
        case draw
        /// Draw the texts of the page again; the images stay.
        case drawTexts
        /// Store this event for good, then say that it is.
        case record(AnswerEvent)
        /// Count a person who does not take part, where that can be stored now.
        case count(AnswerEvent)
        /// Stop the program as Ctrl-Z does elsewhere; draw again when it goes on.
        case suspend
        /// Leave the terminal.
        case leave(SurveyEnding)
    }

    /// Where images of so many trials in a row cannot be shown, the survey stops: each that is asked would be one given up.
    package static let mostFailures = 3
}
