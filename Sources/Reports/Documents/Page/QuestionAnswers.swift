/// What people answered to one question about themselves.
package struct QuestionAnswers: Sendable, Hashable {
    /// What was asked.
    package var question: String
    /// How many people were asked.
    package var people: Int
    /// How many gave each answer, in the order of the question; a person may have given several.
    package var counts: [Count]
    /// The numbers that were answered; empty for what is no number.
    package var numbers: [Double]
    /// How many answered at all.
    package var answered: Int

    /// How many people gave one answer.
    package struct Count: Sendable, Hashable {
        /// The answer, in words.
        package var answer: String
        /// How many gave it.
        package var people: Int

        /// A count.
        package init(answer: String, people: Int) {
            self.answer = answer
            self.people = people
        }
    }

    /// Answers.
    package init(question: String, people: Int, counts: [Count] = [], numbers: [Double] = [], answered: Int) {
        self.question = question
        self.people = people
        self.counts = counts
        self.numbers = numbers
        self.answered = answered
    }
}
