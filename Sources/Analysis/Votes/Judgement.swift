package import Study

/// One answer as the analysis sees it: who, under which condition, which methods side by side, what was chosen.
///
/// Main trials give the rates; catch and repeat trials say something about the person, not about the methods.
package struct Judgement: Sendable, Hashable {
    /// Who answered; nil where the votes come from a table without persons.
    package var participant: String?
    /// Name of the condition; nil where there are none.
    package var condition: String?
    /// Name of the method whose image was on the left.
    package var left: String
    /// Name of the method whose image was on the right.
    package var right: String
    /// What was chosen.
    package var choice: Choice
    /// How many independent votes this stands for; at least 0, and 1 for a vote of a person.
    package var count: Int
    /// Whether no person gave it.
    package var simulated: Bool
    /// The rule by which it is left out of the rates, an ``ExclusionRule`` or one of a file; nil where it counts.
    package var excluded: String?
    /// Why it was asked.
    package var kind: Trial.Kind
    /// Name of the image on the left, where known.
    package var leftImage: String?
    /// Name of the image on the right, where known.
    package var rightImage: String?
    /// What both images show, where they show the same.
    package var item: String?
    /// Where it was answered: `page`, `terminal`; nil where that is not known.
    package var front: String?
    /// Milliseconds from both images in view to the answer, where known; at least 0.
    package var milliseconds: Int?
    /// When both images came into view, in milliseconds since 1970, where known.
    package var shownAt: Int?
    /// The sitting, where known: trials are numbered within one.
    package var session: String?
    /// Number of the trial in its sitting, from 1, where known.
    package var trial: Int?
    /// Number of the trial that this one repeats.
    package var repeatOf: Int?

    /// A judgement; what is left out has its default.
    package init(
        participant: String? = nil, condition: String? = nil, left: String, right: String, choice: Choice,
        count: Int = 1, simulated: Bool = false, excluded: String? = nil, kind: Trial.Kind = .main,
        leftImage: String? = nil, rightImage: String? = nil, item: String? = nil, front: String? = nil,
        milliseconds: Int? = nil, shownAt: Int? = nil, session: String? = nil, trial: Int? = nil, repeatOf: Int? = nil
    ) {
        self.participant = participant
        self.condition = condition
        self.left = left
        self.right = right
        self.choice = choice
        self.count = count
        self.simulated = simulated
        self.excluded = excluded
        self.kind = kind
        self.leftImage = leftImage
        self.rightImage = rightImage
        self.item = item
        self.front = front
        self.milliseconds = milliseconds
        self.shownAt = shownAt
        self.session = session
        self.trial = trial
        self.repeatOf = repeatOf
    }
}
