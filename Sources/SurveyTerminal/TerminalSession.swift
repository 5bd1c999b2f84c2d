package import Answers
import Foundation
package import Pictures
package import Study

/// The session of one person at the terminal: what is asked, in which words, where images come from and where answers go.
package struct TerminalSession {
    /// What is asked.
    package var seat: Seat
    /// The rules it is asked under.
    package var settings: SurveySettings
    /// The language of the question.
    package var language: Language
    /// The texts in that language.
    package var texts: SurveyTexts
    /// SHA-256 of what is agreed to: ``SurveyTexts/consent(on:of:)`` for a terminal.
    package var consent: String?
    /// What happened in this session so far, in its order; it goes on from there.
    package var events: [AnswerEvent]
    /// The session's header: what its answers are stored with, and its language and screen before any event says another.
    package var header: AnswerHeader?
    /// Milliseconds since the session was begun; events are numbered from there, never before the latest of ``events``.
    package var elapsedMilliseconds: Int
    /// Gives the command that goes on with this session, told to a person who stops.
    package var command: () -> String
    /// The text above the images of each trial, by its number; none where none are shown.
    package var contexts: [Int: String]
    /// Gives the reference image of a trial; nil where none is shown. One that throws is left out with its trial.
    package var reference: (Trial) throws -> PixelBuffer?
    /// Gives the image of a pool entry; one that throws is left out with its trial.
    package var image: (PoolEntry) throws -> PixelBuffer
    /// Stores an event; returns only when it is stored for good (one transaction an event). ``StoreBusy`` is tried again,
    /// and ``SessionClosed`` ends the survey.
    package var record: (AnswerEvent) throws -> Void
    /// Gives a new UUID in lower case each time.
    package var makeID: @Sendable () -> String

    /// A session; without `events` a new one.
    package init(
        seat: Seat, settings: SurveySettings, language: Language, texts: SurveyTexts, consent: String? = nil,
        events: [AnswerEvent] = [], header: AnswerHeader? = nil, elapsedMilliseconds: Int = 0,
        command: @autoclosure @escaping () -> String,
        makeID: @escaping @Sendable () -> String = { TerminalSession.randomID() },
        contexts: [Int: String] = [:], reference: @escaping (Trial) throws -> PixelBuffer? = { _ in nil },
        image: @escaping (PoolEntry) throws -> PixelBuffer, record: @escaping (AnswerEvent) throws -> Void
    ) {
        self.seat = seat
        self.settings = settings
        self.language = language
        self.texts = texts
        self.consent = consent
        self.events = events
        self.header = header
        self.elapsedMilliseconds = elapsedMilliseconds
        self.command = command
        self.makeID = makeID
        self.contexts = contexts
        self.reference = reference
        self.image = image
        self.record = record
    }

    /// A random UUID in lower case.
    package static func randomID() -> String { UUID().uuidString.lowercased() }
}

/// An event could not be stored yet, because another process is writing; nothing is wrong with it.
package struct StoreBusy: Error, Sendable {
    /// The error.
    package init() {}
}

/// The session takes no more events: it was erased, or ended elsewhere.
package struct SessionClosed: Error, Sendable {
    /// Why, what became of its answers, and what the same command does now.
    package let reason: String

    /// The error.
    package init(reason: String) { self.reason = reason }
}
