/// One question to one person: two images, side by side.
package struct Trial: Sendable, Codable, Hashable {
    /// Position in the seat, from 1.
    package var number: Int
    /// Why it is asked.
    package var kind: Kind
    /// Name of the condition.
    package var condition: String
    /// The image shown on the left.
    package var left: PoolEntry
    /// The image shown on the right.
    package var right: PoolEntry
    /// The number of the trial of which this is the repeat, for `Kind.repeat`.
    package var repeatOf: Int?

    /// A trial.
    package init(
        number: Int, kind: Kind = .main, condition: String, left: PoolEntry, right: PoolEntry, repeatOf: Int? = nil
    ) {
        self.number = number
        self.kind = kind
        self.condition = condition
        self.left = left
        self.right = right
        self.repeatOf = repeatOf
    }

    /// The side that is right, of a catch trial: not that of the ruined copy; nil for any other.
    package var correct: Choice? {
        guard kind == .catch, left.pool.isRuined != right.pool.isRuined else { return nil }
        return left.pool.isRuined ? .right : .left
    }

    /// The kinds of trial, as CSV and store name them.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// Counts towards the rates.
        case main
        /// Has a right answer; shows whether a person attends.
        case `catch`
        /// An earlier trial with the sides exchanged.
        case `repeat`
    }
}

/// What one person is asked, made ahead: the trials in their order.
package struct Seat: Sendable, Codable, Hashable {
    /// Number in the plan, from 1.
    package var number: Int
    /// The trials in the order shown.
    package var trials: [Trial]

    /// A seat.
    package init(number: Int, trials: [Trial]) {
        self.number = number
        self.trials = trials
    }
}

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

/// What a person answers in a trial.
package enum Choice: String, Sendable, Codable, CaseIterable {
    /// The left image.
    case left
    /// The right image.
    case right
    /// Neither is better.
    case tie
}
