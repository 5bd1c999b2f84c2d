package import Preference

/// How consistent people are, under one condition: one element of `consistency` in the analysis.
package struct ConsistencySection: Sendable, Hashable {
    /// Name of the condition; nil where there are none.
    package var condition: String?
    /// Pairs of images that people were shown again, answered alike or not.
    package var repeats: Result<RepeatAgreement, Missing>
    /// Circular triads of people who decided every pair of methods.
    package var triads: Result<CircularTriads, Missing>
    /// Triples of methods whose rates do not fit to one scale.
    package var transitivity: Result<StochasticTransitivity, Missing>

    /// The consistency of a sample.
    init(_ sample: ConditionSample) {
        condition = sample.name
        repeats = RepeatAgreement.estimate(sample.repeatedPairs).mapError(Missing.init)
        triads = CircularTriads.estimate(methods: sample.methods.count, comparisons: sample.comparisons)
            .mapError(sample.reason)
        transitivity = sample.pairCounts.flatMap { counts in
            StochasticTransitivity.estimate(counts).mapError(sample.reason)
        }
    }
}

extension ConditionSample {
    /// What was answered on trials that were shown again, the first time and then: by sitting (or where it is not known,
    /// by person) and the number of the trial.
    fileprivate var repeatedPairs: [(first: Comparison, again: Comparison)] {
        guard !repeats.isEmpty else { return [] }
        var first: [Place: Int] = [:]
        for (number, place) in rows.enumerated() where table.rows[place].trial > 0 {
            first[Place(table.rows[place], trial: table.rows[place].trial)] = number
        }
        return repeats.compactMap { place in
            let row = table.rows[place]
            guard row.repeatOf > 0, let number = first[Place(row, trial: row.repeatOf)] else { return nil }
            return shown(table.rows[rows[number]], row, by: comparisons[number].person)
        }
    }

    private struct Place: Hashable {
        let session: Int32
        let person: Int32
        let trial: Int32

        init(_ row: JudgementTable.Row, trial: Int32) {
            session = row.session
            person = row.person
            self.trial = trial
        }
    }

    /// Two answers of a person on images, or on methods where one of them does not name all its images.
    private func shown(
        _ first: JudgementTable.Row, _ again: JudgementTable.Row, by person: Int?
    ) -> (first: Comparison, again: Comparison) {
        let hasImages = [first.leftImage, first.rightImage, again.leftImage, again.rightImage].allSatisfy { $0 >= 0 }
        func comparison(_ row: JudgementTable.Row) -> Comparison {
            Comparison(
                left: Int(hasImages ? row.leftImage : row.left), right: Int(hasImages ? row.rightImage : row.right),
                outcome: .init(row.choice), person: person)
        }
        return (comparison(first), comparison(again))
    }
}
