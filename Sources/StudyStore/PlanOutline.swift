package import Foundation
package import Study

/// What a frozen plan is, without its seats, of which there may be a hundred thousand.
package struct PlanOutline: Sendable, Hashable {
    /// SHA-256 of the plan, by which answers name it.
    package var hash: String
    /// When it was frozen.
    package var frozenAt: Date
    /// The study's id.
    package var study: String
    /// Seed of pairs, orders and sides.
    package var seed: UInt64
    /// Wording and rules, as they were when the plan was frozen.
    package var survey: SurveySettings
    /// How many seats it has; they are numbered from 1.
    package var seats: Int
}
