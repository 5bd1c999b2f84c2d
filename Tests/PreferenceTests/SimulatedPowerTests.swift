import Randomness
import Testing

@testable import Preference

@Suite("The power of studies of several votes a person")
struct SimulatedPowerTests {
    private static func plan(_ rate: Double, _ votes: Int, _ correlation: Double) -> ClusteredPower {
        ClusteredPower(rate: rate, votesPerPerson: votes, intraclassCorrelation: correlation, level: 0.95)
    }

    /// The power by other people and other random numbers, vote by vote (Pólya's urn), through the test of the analysis.
    private static func simulated(_ plan: ClusteredPower, people: Int, studies: Int) -> Double {
        var stream = RandomStream(seed: 77, purpose: .participants)
        let correlation = plan.intraclassCorrelation
        let found = (0..<studies).count { _ in
            let study = (0..<people).map { _ in
                var successes = 0
                for vote in 0..<plan.votesPerPerson {
                    let like = plan.rate * (1 - correlation) + Double(successes) * correlation
                    if stream.uniform() * (1 - correlation + Double(vote) * correlation) < like { successes += 1 }
                }
                return Proportion(successes: successes, trials: plan.votesPerPerson)
            }
            return (try? ClusteredRate.estimate(people: study, level: 0.95).get()).map { $0.p < 0.05 } ?? false
        }
        return Double(found) / Double(studies)
    }

    @Test(
        "is what the analysis finds in simulated studies, also of few people and of rates near 0 and 1",
        arguments: [
            (0.95, 10, 0.3, 3), (0.95, 10, 0.3, 8), (0.7, 20, 0.1, 5), (0.7, 20, 0.1, 14), (0.02, 5, 0.05, 6),
            (0.6, 2, 0.5, 60), (0.9, 50, 0.8, 12),
        ] as [(Double, Int, Double, Int)])
    func analysis(rate: Double, votes: Int, correlation: Double, people: Int) throws {
        let plan = Self.plan(rate, votes, correlation)
        let expected = Self.simulated(plan, people: people, studies: 8000)
        let power = try #require(plan.power(people: people))
        // Both are simulated: five errors of their difference.
        let error = (expected * (1 - expected) * (1.0 / 8000 + 1.0 / 20_000)).squareRoot()
        #expect(abs(power - expected) < 5 * error + 0.001, "\(plan): \(power), the analysis \(expected)")
    }

    @Test("of three people with ten votes at 0.95 is not what normal means would give")
    func few() throws {
        let plan = Self.plan(0.95, 10, 0.3)
        let power = try #require(plan.power(people: 3))
        #expect(plan.approximatePower(people: 3) > 0.8 && power < 0.32)
        let need = try #require(plan.need(forPower: 0.8))
        #expect(need.people > 3 && need.power >= 0.8)
    }

    @Test(
        "is within three points of the approximation wherever that is told",
        arguments: [
            (0.55, 10, 0.1), (0.53, 20, 0.3), (0.6, 2, 1), (0.45, 50, 0.02), (0.93, 10, 0.3), (0.075, 5, 1),
            (0.925, 3, 0),
        ] as [(Double, Int, Double)])
    func approximation(rate: Double, votes: Int, correlation: Double) {
        let plan = Self.plan(rate, votes, correlation)
        let studies = SimulatedPower(
            rate: rate, votesPerPerson: votes, intraclassCorrelation: correlation, level: 0.95)
        let people = 400
        #expect(Double(people) * (1 - studies.greatestProbability) >= 28, "\(plan)")
        let powers = studies.powers(upTo: people)
        for people in [people - 1, people] {
            #expect(abs(powers[people] - plan.approximatePower(people: people)) < 0.03, "\(plan)")
        }
    }

    @Test("is not told where nearly all people vote alike")
    func alike() {
        let plan = Self.plan(0.9999, 10, 1)
        #expect(plan.power(people: 401) == nil && plan.need(forPower: 0.8) == nil)
        #expect(plan.approximatePower(people: 401) > 0.99)
        #expect(Self.plan(0.51, 10, 0.1).need(forPower: 0.8).map { !$0.isSimulated } == true)
    }

    @Test("people's counts have the mean and the likeness asked for", arguments: [(0.95, 0.3), (0.4, 0), (0.2, 0.9)])
    func probabilities(rate: Double, correlation: Double) {
        let chances = SimulatedPower.probabilities(rate: rate, votes: 12, correlation: correlation)
        let mean = chances.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
        let square = chances.enumerated().reduce(0) { $0 + Double($1.offset * $1.offset) * $1.element }
        expectClose(chances.reduce(0, +), 1, 1e-12)
        expectClose(mean, 12 * rate, 1e-10)
        expectClose(square - mean * mean, 12 * rate * (1 - rate) * (1 + 11 * correlation), 1e-9)
    }
}
