package import Study

extension SurveyPlan {
    /// The most seats a plan may have.
    package static let mostSeats = 100_000
    /// The most trials all seats of a plan may have together.
    static let mostTrials = 5_000_000
}
