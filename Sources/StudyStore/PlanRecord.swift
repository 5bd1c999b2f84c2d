package import Foundation
package import Study

/// A frozen plan, and when it was frozen.
package struct PlanRecord: Sendable, Hashable {
    /// The plan under the hash that was recorded.
    package var frozen: FrozenPlan
    /// When it was frozen.
    package var frozenAt: Date

    /// SHA-256 by which answers name it.
    package var hash: String { frozen.hash }
    /// What it says.
    package var plan: SurveyPlan { frozen.plan }
}
