package import Preference
import Votes

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
    /// What was answered on trials that were shown again, the first time and then: by session (or where it is not known,
    /// by person) and the number of the trial.
    fileprivate var repeatedPairs: [(first: Comparison, again: Comparison)] {
        guard !repeats.isEmpty else { return [] }
        var first: [Place: Int] = [:]
        func place(_ row: Int, trial: Int) -> Place {
            Place(session: table.session[row], person: table.person[row], trial: trial)
        }
        for (number, row) in rows.enumerated() where table.trial[row] > 0 {
            first[place(row, trial: table.trial[row])] = number
        }
        return repeats.compactMap { row in
            let repeated = table.repeatOf[row]
            guard repeated > 0, let number = first[place(row, trial: repeated)] else { return nil }
            return shown(rows[number], row, by: comparisons[number].person)
        }
    }

    private struct Place: Hashable {
        let session: Int32
        let person: Int32
        let trial: Int
    }

    /// Two answers of a person on images, or on methods where one of them does not name all its images.
    private func shown(
        _ first: Int, _ again: Int, by person: Int?
    ) -> (first: Comparison, again: Comparison) {
        let hasImages = [first, again].allSatisfy { table.leftImage[$0] >= 0 && table.rightImage[$0] >= 0 }
        func comparison(_ row: Int) -> Comparison {
            Comparison(
                left: Int((hasImages ? table.leftImage : table.left)[row]),
                right: Int((hasImages ? table.rightImage : table.right)[row]),
                outcome: .init(table.choice[row]), person: person)
        }
        return (comparison(first), comparison(again))
    }
}
