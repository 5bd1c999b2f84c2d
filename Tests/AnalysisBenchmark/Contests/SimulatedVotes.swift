import Foundation
import Preference
import Randomness

/// Votes of people who each have a taste of their own.
///
/// Model: methods have log-worths at equal distances from -0.6 to 0.6; to each of them every person adds one of its own,
/// normal with a standard deviation of 0.3, and then votes as ``BradleyTerry`` says. Pairs and sides are drawn at random.
struct SimulatedVotes {
    let people: Int
    /// Votes of each person.
    let each: Int
    let methods: Int

    /// One vote and what was shown.
    struct Vote {
        let left: Int
        let right: Int
        let choosesLeft: Bool
        /// Numbers of the images shown, below ``SimulatedVotes/images``.
        let leftImage: Int
        let rightImage: Int
        let milliseconds: Int
    }

    /// How many images each method has.
    static let images = 256
    private static let seed: UInt64 = 2

    /// The votes of one person, in order; always the same.
    func votes(of person: Int) -> [Vote] {
        var stream = RandomStream(seed: Self.seed, purpose: .participants, index: UInt64(person))
        let logWorths = (0..<methods).map { method in
            1.2 * Double(method) / Double(methods - 1) - 0.6 + 0.3 * stream.normals().0
        }
        return (0..<each).map { _ in
            let left = stream.below(methods)
            let right = (left + 1 + stream.below(methods - 1)) % methods
            let choosesLeft = stream.uniform() < 1 / (1 + exp(logWorths[right] - logWorths[left]))
            return Vote(
                left: left, right: right, choosesLeft: choosesLeft, leftImage: stream.below(Self.images),
                rightImage: stream.below(Self.images), milliseconds: Int(1800 * exp(stream.normals().0 / 2)))
        }
    }

    /// All votes, person after person.
    var comparisons: [Comparison] {
        (0..<people).flatMap { person in
            votes(of: person).map {
                Comparison(left: $0.left, right: $0.right, outcome: $0.choosesLeft ? .left : .right, person: person)
            }
        }
    }
}
