/// Rules by which votes are left out of the estimates; stored and exported under these names, and applied in this order: a
/// vote is counted under the first that leaves it out.
package enum ExclusionRule: String, Sendable, Codable, CaseIterable {
    /// No person gave the vote; applied only where that is asked for.
    case simulatedPeople = "simulated_people"
    /// The person's own answers or device are none of those that the plan admits.
    case notAdmitted = "not_admitted"
    /// The person has another session that counts: the first complete one.
    case repeatedSession = "repeated_session"
    /// The person stopped before the last trial.
    case incomplete
    /// The person failed more catch trials than are forgiven.
    case failedCatch = "failed_catch"
    /// The person answered faster than anybody can look.
    case tooFast = "too_fast"
    /// The person chose one side nearly always.
    case straightLining = "straight_lining"
    /// Both images are of the same method, so that the vote says nothing of methods.
    case sameMethod = "same_method"
}
