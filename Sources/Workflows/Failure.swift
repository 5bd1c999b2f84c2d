/// Why work cannot go on, in words for the person who asked for it.
package struct Failure: Error, CustomStringConvertible {
    /// What kind of fault it is.
    package let kind: Kind
    /// What was wrong, where, what was expected, what to do.
    package let description: String

    /// A failure in words of its own.
    package init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }

    /// Kinds of faults, by what the person who meets one can do.
    package enum Kind: Sendable, CaseIterable {
        /// What was asked for cannot be: another method, seat or number was meant.
        case usage
        /// What was read is not what it should be.
        case badData
        /// What should be read is not there, or cannot be opened.
        case noInput
        /// The tensor engine cannot be used.
        case unavailable
        /// What should be written cannot be made.
        case cannotCreate
        /// Reading or writing failed midway.
        case ioError
        /// Others are at work on the same; it can be asked for again when that has ended.
        case busy
        /// Someone asked to stop.
        case interrupted
    }
}
