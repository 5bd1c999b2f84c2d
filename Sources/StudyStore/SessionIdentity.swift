/// What identifies a session and its person: what an erasure looks for. It is read without the answers, which may be
/// unreadable.
package struct SessionIdentity: Sendable, Hashable {
    /// The session's id, a UUID in lower case.
    package var session: String
    /// The participant's id as it was given; nil where none was.
    package var participant: String?
    /// The number of the seat.
    package var seat: Int
    /// When the session was started, as it was given.
    package var startedAt: String
    /// The file that the answers were imported from; nil where they came straight from a front.
    package var importedFrom: String?
    /// Whether the simulator gave the answers.
    package var isSimulated: Bool
    /// The names under which the session and its person stand in what others see; those of simulated people are none.
    package var pseudonyms: [String]
}
