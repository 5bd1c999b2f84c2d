import Foundation
import Preference

/// What is computed in turn with the peers, from the same votes; every time from single votes in memory.
enum Contest: String {
    /// Errors of Bradley and Terry's strengths over 2,000 resamples of people.
    case bootstrap
    /// Bradley and Terry's strengths with their covariance.
    case fit
    /// A rate with a random intercept for each person.
    case mixed

    /// The votes.
    var votes: SimulatedVotes {
        switch self {
        case .bootstrap: SimulatedVotes(people: 40, each: 550, methods: 8)
        case .fit: SimulatedVotes(people: 90, each: 100, methods: 59)
        case .mixed: SimulatedVotes(people: 500, each: 20, methods: 2)
        }
    }

    /// What is computed of all votes, and gives figures that peers have too: an error of each strength, the log-worths
    /// of mean 0, or intercept and standard deviation.
    func figures(of comparisons: [Comparison]) throws -> [Double] {
        let methods = votes.methods
        switch self {
        case .bootstrap:
            let counts = PersonPairCounts(items: methods, comparisons: comparisons)
            return try BradleyTerryBootstrap.ofPeople(counts, resamples: 2000, seed: 1, level: 0.95).get()
                .strengths.map(\.error)
        case .fit:
            let counts = PersonPairCounts(items: methods, comparisons: comparisons)
            return try BradleyTerry.fit(counts.pairCounts).get().logWorths
        case .mixed:
            var people = [(wins: Int, trials: Int)](repeating: (0, 0), count: votes.people)
            for comparison in comparisons {
                guard let person = comparison.person else { continue }
                people[person].trials += 1
                if (comparison.left == 1) == (comparison.outcome == .left) { people[person].wins += 1 }
            }
            let model = try RandomInterceptModel.estimate(
                people: people.map { Proportion(successes: $0.wins, trials: $0.trials) }, level: 0.95
            ).get()
            return [model.intercept, model.sd]
        }
    }
}
