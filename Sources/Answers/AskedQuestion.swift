/// A question about a trial, as a vote answers it.
package struct AskedQuestion: Sendable, Hashable, Comparable, ExpressibleByIntegerLiteral {
    /// The trial, by its number.
    package let trial: Int
    /// The question, by its id; nil where the plan names none and asks its only one.
    package let question: String?

    /// A question about a trial.
    package init(trial: Int, question: String?) {
        self.trial = trial
        self.question = question
    }

    /// The only question about a trial.
    package init(integerLiteral trial: Int) { self.init(trial: trial, question: nil) }

    /// By trials, then by the questions' ids.
    package static func < (one: AskedQuestion, other: AskedQuestion) -> Bool {
        (one.trial, one.question ?? "") < (other.trial, other.question ?? "")
    }
}
