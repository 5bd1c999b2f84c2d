/// What people failed whom the rule of failed catch trials leaves out: the rule counts ruined copies and instructed checks
/// together, and a reader wants to know which of them it was.
package struct FailedAttention: Sendable, Hashable {
    /// People who failed a catch trial at least; nil where the votes have none.
    package let catches: Int?
    /// People who failed a check at least; nil where the votes have none.
    package let checks: Int?

    /// What so many people failed.
    package init(catches: Int?, checks: Int?) {
        self.catches = catches
        self.checks = checks
    }
}
