import Parallel
import Randomness
import RealModule

/// How often simulated studies of few people find a preference, by the very test of the analysis (``ClusteredRate``).
///
/// Model: every person gives m votes, of which the number for the method is beta-binomial with mean rate p and intra-class
/// correlation r (Skellam, 1948). Each study is counted after every one of its people, so that studies of n and of n + 1
/// people share their first n. A study whose people all voted alike has no test, and finds nothing. With 20,000 studies a
/// power is off by more than 0.7 points in one of twenty cases. The same seed always.
struct SimulatedPower: Sendable {
    /// How many studies are simulated.
    static let studies = 20_000
    /// With more people than this studies are not simulated.
    static let mostPeople = 400

    /// The cumulated probabilities of 0, 1, ... m votes for the method.
    private let cumulated: [Double]
    private let votes: Int
    private let level: Double

    /// Studies of people of this rate, votes and correlation.
    init(rate: Double, votesPerPerson: Int, intraclassCorrelation: Double, level: Double) {
        votes = votesPerPerson
        self.level = level
        var sum = 0.0
        let chances = Self.probabilities(rate: rate, votes: votesPerPerson, correlation: intraclassCorrelation)
        greatestProbability = chances.max() ?? 1
        cumulated = chances.map {
            sum += $0
            return sum
        }
    }

    /// How likely the most frequent count of a person is. Near 1 nearly all people vote alike.
    let greatestProbability: Double

    /// The beta-binomial probabilities of 0 ... votes, by the ratio of each to the one before.
    static func probabilities(rate: Double, votes: Int, correlation: Double) -> [Double] {
        if correlation >= 1 { return [1 - rate] + Array(repeating: 0, count: votes - 1) + [rate] }
        var logs = [0.0]
        for count in 0..<votes {
            let ratio =
                Double(votes - count) / Double(count + 1) * (Double(count) * correlation + rate * (1 - correlation))
                / (Double(votes - count - 1) * correlation + (1 - rate) * (1 - correlation))
            logs.append(logs[count] + Double.log(ratio))
        }
        let most = logs.max() ?? 0
        let weights = logs.map { Double.exp($0 - most) }
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
    }

    /// The power of studies of 0, 1, ... `people` people.
    func powers(upTo people: Int) -> [Double] {
        guard people >= 2 else { return Array(repeating: 0, count: max(0, people + 1)) }
        let squares = (0...people).map { people -> Double in
            guard people >= 2 else { return .infinity }
            let student = StudentDistribution(degreesOfFreedom: Double(people - 1))
            let critical = student.quantile(upperTail: (1 - level) / 2)
            return critical * critical
        }
        let blocks = stride(from: 0, to: Self.studies, by: 1000).map { $0 }
        let found = blocks.mapOnAllCores { first in
            findings(in: first..<min(first + 1000, Self.studies), people: people, squares: squares)
        }
        return (0...people).map { people in
            Double(found.reduce(0) { $0 + $1[people] }) / Double(Self.studies)
        }
    }

    /// How many of some studies find something after 0, 1, ... people.
    private func findings(in studies: Range<Int>, people: Int, squares: [Double]) -> [Int] {
        var found = [Int](repeating: 0, count: people + 1)
        for study in studies {
            var stream = RandomStream(seed: 1, purpose: .participants, index: UInt64(study))
            var (sum, sumOfSquares) = (0.0, 0.0)
            for number in 1...people {
                let count = Double(draw(stream.uniform()))
                sum += count
                sumOfSquares += count * count
                if number >= 2, isFound(sum, sumOfSquares, people: Double(number), square: squares[number]) {
                    found[number] += 1
                }
            }
        }
        return found
    }

    /// Whether Student's t of the people's means is beyond the critical value whose square is given: with as many votes from
    /// everybody CR2's error is that of those means.
    private func isFound(_ sum: Double, _ sumOfSquares: Double, people: Double, square: Double) -> Bool {
        // Whole numbers, exact below 2^53.
        let spread = people * sumOfSquares - sum * sum
        let distance = 2 * sum - people * Double(votes)
        return spread > 0 && distance * distance * (people - 1) > 4 * square * spread
    }

    /// The count that a number in 0 ..< 1 stands for.
    private func draw(_ uniform: Double) -> Int {
        firstIndex(in: 0...votes) { uniform < cumulated[$0] } ?? votes
    }
}
