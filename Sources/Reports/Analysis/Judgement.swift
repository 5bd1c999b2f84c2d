package import Study

/// One answer as the analysis sees it: who, under which condition, which methods side by side, what was chosen.
///
/// Only main trials are judgements; catch and repeat trials say something about the person, not about the methods.
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
    /// The rule by which it is left out of the rates (``Analysis/repeatedSession``), or nil where it counts.
    package var excluded: String?

    /// A judgement; what is left out has its default.
    package init(
        participant: String? = nil, condition: String? = nil, left: String, right: String, choice: Choice,
        count: Int = 1, simulated: Bool = false, excluded: String? = nil
    ) {
        self.participant = participant
        self.condition = condition
        self.left = left
        self.right = right
        self.choice = choice
        self.count = count
        self.simulated = simulated
        self.excluded = excluded
    }
}
