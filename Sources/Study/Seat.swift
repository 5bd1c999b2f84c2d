/// What one person is asked, made ahead: the trials in their order.
package struct Seat: Sendable, Codable, Hashable {
    /// Number in the plan, from 1.
    package var number: Int
    /// The trials in the order shown.
    package var trials: [Trial]

    /// A seat.
    package init(number: Int, trials: [Trial]) {
        self.number = number
        self.trials = trials
    }
}
