package import Foundation
package import Study

/// A frozen plan.
package struct PlanRecord: Sendable, Hashable {
    /// SHA-256 of the plan, by which answers name it.
    package var hash: String
    /// When it was frozen.
    package var frozenAt: Date
    /// The plan.
    package var plan: SurveyPlan
}
