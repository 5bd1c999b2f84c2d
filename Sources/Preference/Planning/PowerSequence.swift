import RealModule

/// The power of the exact test at 1, 2, 3 ... votes, each from the one before in a few steps.
struct PowerSequence {
    private var votes = 0
    /// The greatest count of the fewer side at which the test rejects; -1 where there is none.
    private var critical = -1
    private var null = Tail(probability: 0.5)
    private var fewer: Tail
    private var more: Tail
    private let limit: Double

    /// The sequence from 1 vote on.
    init(_ power: ExactPower) {
        fewer = Tail(probability: power.rate)
        more = Tail(probability: 1 - power.rate)
        limit = ExactPower.limit(level: power.level)
    }

    /// The power at one vote more.
    mutating func next() -> Double {
        null.addVote(to: votes, critical: critical)
        fewer.addVote(to: votes, critical: critical)
        more.addVote(to: votes, critical: critical)
        votes += 1
        while (null.tail + null.next) * 2 <= limit {
            null.raise(critical: critical, votes: votes)
            fewer.raise(critical: critical, votes: votes)
            more.raise(critical: critical, votes: votes)
            critical += 1
        }
        return min(1, fewer.tail + more.tail)
    }

    /// A binomial tail that follows the number of votes n and the critical count c.
    private struct Tail {
        let probability: Double
        /// The probability of at most c.
        var tail = 0.0
        /// The probability of c + 1.
        var next = 1.0

        init(probability: Double) { self.probability = probability }

        /// From n to n + 1: of those with c a share goes on to c + 1.
        mutating func addVote(to votes: Int, critical: Int) {
            let complement = 1 - probability
            let left = Double(votes - critical)
            tail = max(0, tail - next * Double(critical + 1) * complement / left)
            next *= Double(votes + 1) / left * complement
        }

        /// From c to c + 1.
        mutating func raise(critical: Int, votes: Int) {
            tail += next
            next *= Double(votes - critical - 1) / Double(critical + 2) * probability / (1 - probability)
        }
    }
}
