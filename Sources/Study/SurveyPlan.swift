/// The plan of a survey: what every seat is asked, and the wording and rules it is asked under.
package struct SurveyPlan: Sendable, Hashable {
    /// The study's id.
    package var study: String
    /// Seed of pairs, orders and sides.
    package var seed: UInt64
    /// Wording and rules, as they were when the plan was frozen.
    package var survey: SurveySettings
    /// SHA-256 of the file of texts of each language that is offered, as they were when the plan was made; none in plans of
    /// before these were recorded.
    package var texts: [Language: String]
    /// The generations the images come from.
    package var generations: [PoolGeneration]
    /// The seats, numbered from 1.
    package var seats: [Seat]

    /// A plan.
    package init(
        study: String, seed: UInt64, survey: SurveySettings, texts: [Language: String] = [:],
        generations: [PoolGeneration], seats: [Seat]
    ) {
        self.study = study
        self.seed = seed
        self.survey = survey
        self.texts = texts
        self.generations = generations
        self.seats = seats
    }

    /// The seat of that number, or nil if the plan has none.
    package func seat(_ number: Int) -> Seat? {
        number >= 1 && number <= seats.count ? seats[number - 1] : nil
    }
}
