/// How often a seat of a plan was taken.
package struct SeatUse: Sendable, Hashable {
    /// The seat's number.
    package var seat: Int
    /// Sessions of people.
    package var sessions: Int
    /// Simulated sessions.
    package var simulated: Int
}
