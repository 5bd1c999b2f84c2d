import Foundation

/// Whose answers are meant by a participant's id, a session's id, the name of an answer file, or the code that the person got.
package struct PersonSearch: Sendable {
    /// What was given, without white space around it.
    package let text: String
    private let participant: String?
    private let fileName: String?
    private let seat: Int?
    /// How the session's id begins, in lower case; nil where the text can be no such beginning.
    private let session: String?

    /// The code that is meant; nil where the text can be none.
    private let receipt: String?

    /// How many characters of a session's id must be given.
    package static let shortest = 8

    /// How a session was found.
    package enum Match: Sendable, Hashable {
        /// It is one of the participant's.
        case participant
        /// It is the session, or the file, that was named.
        case session
    }

    /// A search for `text`.
    package init(_ text: String) {
        participant = AnswerHeader.participantID(text)
        self.text = participant ?? ""
        receipt = Receipt.code(in: self.text)
        let name = self.text.split(separator: "/").last.map(String.init) ?? ""
        let stem = name.replacing(/\.jsonl$/, with: "")
        fileName = stem != name ? name : nil
        // Browsers number a second download of the same name.
        let page = stem.wholeMatch(of: /dotchi-.+-([0-9]{1,9})-([0-9A-Fa-f-]{8,36})( ?\([0-9]+\))?/)
        seat = page.flatMap { Int($0.1) }
        session = (page.map { String($0.2) } ?? stem.wholeMatch(of: /[0-9A-Fa-f-]{8,36}/).map { String($0.0) })?
            .lowercased()
    }

    /// Whether the text is a piece of a session's id that is too short to be one.
    package var isTooShort: Bool { text.wholeMatch(of: /[0-9A-Fa-f]{4,7}/) != nil }

    /// How a session is meant; nil where it is not.
    ///
    /// - Parameters:
    ///   - participant: the participant's id, where there is one.
    ///   - session: the session's id in lower case.
    ///   - seat: its seat.
    ///   - file: the name of the file that its answers came in, where they came in one.
    package func match(participant: String?, session: String, seat: Int, file: String?) -> Match? {
        if let own = self.participant, AnswerHeader.participantID(participant) == own { return .participant }
        if let fileName, file == fileName { return .session }
        if let receipt, Receipt.code(ofSession: session) == receipt { return .session }
        guard let beginning = self.session, session.hasPrefix(beginning) else { return nil }
        return self.seat == nil || self.seat == seat ? .session : nil
    }
}
