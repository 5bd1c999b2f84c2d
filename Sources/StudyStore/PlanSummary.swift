package import Foundation

/// A frozen plan, and how many answered it.
package struct PlanSummary: Sendable, Hashable {
    /// SHA-256 of the plan, by which answers name it.
    package var hash: String
    /// When it was frozen; nil where what the store has there is no time.
    package var frozenAt: Date?
    /// Why that cannot be read.
    package var fault: StudyStoreError?
    /// Whether it is the current one.
    package var isCurrent: Bool
    /// Seats.
    package var seats: Int
    /// Trials of a seat.
    package var trials: Int
    /// Sessions of people.
    package var sessions: Int
    /// Simulated sessions.
    package var simulated: Int
    /// Seed of its pairs, orders and sides, by which the same pools give the same plan.
    package var seed: UInt64
}
