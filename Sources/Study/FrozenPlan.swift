/// A plan under its name for ever.
///
/// The hash is the recorded one. Nobody makes it again of what was read: what a later version adds to the settings changes
/// neither the name nor the reading of a plan that was frozen before.
package struct FrozenPlan: Sendable, Hashable {
    /// SHA-256 by which answers, pages and analyses name the plan: 64 lower-case hexadecimal digits.
    package let hash: String
    /// What it says.
    package let plan: SurveyPlan
    /// What the hash was taken of.
    package let hashed: HashedText

    /// The plan named `hash`, which was taken of `hashed`.
    package init(hash: String, plan: SurveyPlan, hashed: HashedText) {
        self.hash = hash
        self.plan = plan
        self.hashed = hashed
    }

    /// How many seats it has, also where not all of them were read.
    package var seatCount: Int {
        guard case .head(let text) = hashed, let head = PlanHead(text: text) else { return plan.seats.count }
        return head.seats.count
    }

    /// What the hash of a plan is taken of.
    package enum HashedText: Sendable, Hashable {
        /// The plan's head, byte for byte: the text of a ``PlanHead``. It holds a hash over those of the seats.
        case head(String)
        /// The whole plan with all seats as one text, as plans were hashed before there were heads; the settings in it are
        /// these, byte for byte.
        case whole(survey: String)
    }
}
