/// What a plan says of images that cannot be shown, and of when a session is complete.
package struct SessionRules: Sendable, Hashable {
    /// How often a trial is asked whose images cannot be shown before it is left out; at least 1.
    package let imageTries: Int
    /// The least share of the trials with a vote, 0 to 1, in a complete session.
    package let completeShare: Double

    /// Rules.
    package init(imageTries: Int, completeShare: Double) {
        precondition(imageTries >= 1, "a trial is asked at least once")
        self.imageTries = imageTries
        self.completeShare = completeShare
    }

    /// The rules of a plan with these settings: those of its time.
    package init(_ survey: SurveySettings) {
        self = survey.completeShare > 0 ? Self(imageTries: 2, completeShare: survey.completeShare) : .earlier
    }

    /// The rules of plans that were frozen before there was a share of complete sessions: a trial was left out as soon as its
    /// images could not be shown, and a session was complete whatever was left out.
    package static let earlier = Self(imageTries: 1, completeShare: 0)
}
