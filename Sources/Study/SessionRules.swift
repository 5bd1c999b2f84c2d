/// What a plan says of what is asked of a trial, of images that cannot be shown, of when a session is complete, and of practice
/// before it.
package struct SessionRules: Sendable, Hashable {
    /// How often a trial is asked whose images cannot be shown before it is left out; at least 1.
    package let imageTries: Int
    /// The least share of the trials with a vote, 0 to 1, in a complete session.
    package let completeShare: Double
    /// How many pairs there are to practise on; they are numbered behind the trials.
    package let practice: Int
    /// The ids of the questions about each trial, in the order in which they are asked; none where the plan names none.
    package let questions: [String]
    /// The one among them that the analysis goes by; nil where the plan names none.
    package let primary: String?

    /// Rules.
    package init(
        imageTries: Int, completeShare: Double, practice: Int = 0, questions: [String] = [], primary: String? = nil
    ) {
        precondition(imageTries >= 1, "a trial is asked at least once")
        self.imageTries = imageTries
        self.completeShare = completeShare
        self.practice = practice
        self.questions = questions
        self.primary = primary ?? questions.first
    }

    /// The numbers of the pairs to practise on in a seat of so many trials.
    package func practiceNumbers(after trials: Int) -> Range<Int> { (trials + 1)..<(trials + 1 + practice) }

    /// The rules of a plan with these settings: those of its time.
    package init(_ survey: SurveySettings) {
        self =
            survey.completeShare > 0
            ? Self(
                imageTries: 2, completeShare: survey.completeShare, practice: survey.besides.practice,
                questions: survey.questionIDs, primary: survey.primaryQuestion) : .earlier
    }

    /// The rules of plans that were frozen before there was a share of complete sessions: a trial was left out as soon as its
    /// images could not be shown, and a session was complete whatever was left out.
    package static let earlier = Self(imageTries: 1, completeShare: 0)
}
