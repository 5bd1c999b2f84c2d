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
    /// SHA-256 of the language file that is shown in each language, as ``StudyStore/languageText(_:)`` has it; empty in plans
    /// of before these were recorded.
    package var texts: [Language: String]
    /// How many seats it has; they are numbered from 1.
    package var seats: Int
}
