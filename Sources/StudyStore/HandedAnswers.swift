package import Answers
package import Foundation

/// Answers of one session as they are handed to the store.
package struct HandedAnswers: Sendable {
    /// Whose answers, to which plan.
    package var header: AnswerHeader
    /// What happened.
    package var events: [AnswerEvent]
    /// The line of each event in its file, for the receipt; nil where they come without.
    package var lines: [Int]?
    /// The file's name, where they come from one.
    package var source: String?
    /// Whether the simulator gives them, which alone may say so.
    package var isSimulated: Bool
    /// When a trusted source says that it received the session. Never what a participant says.
    package var receivedAt: Date?

    /// Answers.
    package init(
        header: AnswerHeader, events: [AnswerEvent], lines: [Int]? = nil, source: String? = nil,
        isSimulated: Bool = false, receivedAt: Date? = nil
    ) {
        precondition(lines == nil || lines?.count == events.count, "a line for every event")
        self.header = header
        self.events = events
        self.lines = lines
        self.source = source
        self.isSimulated = isSimulated
        self.receivedAt = receivedAt
    }
}
