/// Rules by which votes are left out of the estimates; stored and exported under these names.
package enum ExclusionRule: String, Sendable, Codable, CaseIterable {
    /// The person has another session that counts: the first complete one.
    case repeatedSession = "repeated_session"
}
