import Preference
import Randomness

/// People who vote several times each; any two votes of one person correlate, votes of different people do not.
///
/// Model: beta-binomial. It is drawn as Pólya's urn, in which each vote of a person makes the next one more probably
/// alike: with correlation r and k successes in n votes so far, the next one succeeds with probability
/// (rate (1 - r) + k r) / (1 - r + n r).
struct SimulatedPeople {
    /// The probability that a vote succeeds, over all people.
    let rate: Double
    /// The intra-class correlation, 0 ..< 1.
    let correlation: Double
    /// Votes of each person.
    var votes = 10

    /// What `count` people said.
    func draw(_ count: Int, from stream: inout RandomStream) -> [Proportion] {
        (0..<count).map { _ in
            var successes = 0
            for vote in 0..<votes {
                let like = rate * (1 - correlation) + Double(successes) * correlation
                if stream.uniform() * (1 - correlation + Double(vote) * correlation) < like { successes += 1 }
            }
            return Proportion(successes: successes, trials: votes)
        }
    }
}
