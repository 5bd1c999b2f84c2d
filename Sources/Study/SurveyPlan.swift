/// The frozen plan of a survey: what every seat is asked, and the wording and rules it is asked under.
package struct SurveyPlan: Sendable, Codable, Hashable {
    /// The study's id.
    package var study: String
    /// Seed of pairs, orders and sides.
    package var seed: UInt64
    /// Wording and rules, as they were when the plan was frozen.
    package var survey: SurveySettings
    /// The generations the images come from.
    package var generations: [PoolGeneration]
    /// The seats, numbered from 1.
    package var seats: [Seat]

    /// A plan.
    package init(study: String, seed: UInt64, survey: SurveySettings, generations: [PoolGeneration], seats: [Seat]) {
        self.study = study
        self.seed = seed
        self.survey = survey
        self.generations = generations
        self.seats = seats
    }

    /// The seat of that number, or nil if the plan has none.
    package func seat(_ number: Int) -> Seat? {
        number >= 1 && number <= seats.count ? seats[number - 1] : nil
    }
}
