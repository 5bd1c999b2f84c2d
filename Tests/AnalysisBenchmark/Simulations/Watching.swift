import Foundation
import Preference

/// What comes of looking at a study after every person, up to 200 people with 10 votes each.
struct Watching: Encodable {
    let rate: Double
    let correlation: Double
    let studies: Int
    /// Studies in which the e-value reached 20 by so many people; at a rate of one half these are false alarms.
    let clearBy: [Share]
    /// The number of people by which half of the studies were clear; nil where less were.
    let median: Int?
    /// Studies in which the e-value of the Beta(1, 1) mixture over single votes ever reached 20.
    let naive: Double
    /// Studies whose confidence sequence of 95 % held the true rate at every look.
    let covered: Double

    struct Share: Encodable {
        let people: Int
        let share: Double
    }

    private static let looks = [20, 50, 100, 200]

    init(rate: Double, correlation: Double, _ studies: Studies) {
        let simulated = SimulatedPeople(rate: rate, correlation: correlation)
        let most = Self.looks[Self.looks.count - 1]
        let outcomes = studies.outcomes { stream -> (people: Int?, naive: Bool, covered: Bool) in
            let people = simulated.draw(most, from: &stream)
            let martingale = BettingMartingale.estimate(people: people)
            let sequence = martingale.flatMap { $0.confidenceSequence(level: 0.95) }
            return (
                (try? martingale.get())?.peopleUntilClear(alpha: 0.05), Self.alarmsNaively(people),
                (try? sequence.get())?.holds(rate) ?? false
            )
        }
        self.rate = rate
        self.correlation = correlation
        self.studies = studies.count
        clearBy = Self.looks.map { people in
            Share(people: people, share: outcomes.share { $0.people.map { $0 <= people } ?? false })
        }
        let clear = outcomes.map { $0.people ?? .max }.sorted()[outcomes.count / 2]
        median = clear == .max ? nil : clear
        naive = outcomes.share { $0.naive }
        covered = outcomes.share { $0.covered }
    }

    /// Whether the mixture over single votes reaches 20 at any of the looks.
    private static func alarmsNaively(_ people: [Proportion]) -> Bool {
        var all = Proportion(successes: 0, trials: 0)
        return people.contains { person in
            all = [all, person].total
            return (try? all.naiveLogEValue.get()).map { $0 >= log(20) } ?? false
        }
    }
}
