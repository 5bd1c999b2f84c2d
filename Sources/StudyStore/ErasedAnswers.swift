/// What the erasure of a person took away.
package struct ErasedAnswers: Sendable, Hashable {
    /// The person's sessions.
    package var sessions: Int
    /// The events of those sessions.
    package var events: Int
    /// The votes among those events, taken-back ones included.
    package var votes: Int
}
