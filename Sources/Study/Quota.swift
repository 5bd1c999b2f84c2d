/// The most people with given answers to a question of `before` who take part.
package struct Quota: Sendable, Codable, Hashable {
    /// The question, by its id.
    package var question: String
    /// The answers of those who are counted together.
    package var answers: AdmittedAnswers
    /// How many of them take part at most; at least 1.
    package var people: Int

    /// A quota.
    package init(question: String, answers: AdmittedAnswers, people: Int) {
        self.question = question
        self.answers = answers
        self.people = people
    }

    /// Limits of what study.yaml can say.
    package enum Limits {
        /// People of a quota.
        package static let people = 1...1_000_000
        /// Quotas of a study.
        package static let quotas = 0...100
    }
}
