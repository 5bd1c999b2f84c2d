/// What a person answers in a trial.
package enum Choice: String, Sendable, Codable, CaseIterable {
    /// The left image.
    case left
    /// The right image.
    case right
    /// Neither is better.
    case tie
}
