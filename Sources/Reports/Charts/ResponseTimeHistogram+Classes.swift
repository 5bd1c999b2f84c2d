import Foundation

extension ResponseTimeHistogram {
    /// The classes that response times fall into: ten to a power of ten, from the fastest to the slowest.
    /// - Parameter times: Times in milliseconds, each with the number of votes that took it; those of 0 and less count as
    ///   1 ms.
    static func classes(_ times: [(milliseconds: Int, votes: Int)]) -> [Class] {
        var counts: [Int: Int] = [:]
        for time in times where time.votes > 0 {
            // The last bit of a logarithm must not put 1000 ms among those below.
            counts[Int((log10(Double(max(1, time.milliseconds))) * 10 + 1e-9).rounded(.down)), default: 0] += time.votes
        }
        guard let first = counts.keys.min(), let last = counts.keys.max() else { return [] }
        return (first...last).map { step in
            Class(
                low: pow(10, Double(step) / 10 - 3), high: pow(10, Double(step + 1) / 10 - 3),
                votes: counts[step] ?? 0)
        }
    }

    /// The time in seconds that half of the votes stay within: of an even number the mean of the two in the middle; nil
    /// of none.
    static func median(_ times: [(milliseconds: Int, votes: Int)]) -> Double? {
        let sorted = times.filter { $0.votes > 0 }.sorted { $0.milliseconds < $1.milliseconds }
        let votes = sorted.reduce(0) { $0 + $1.votes }
        guard votes > 0 else { return nil }
        func time(number: Int) -> Double {
            var before = 0
            for time in sorted {
                before += time.votes
                if number <= before { return Double(time.milliseconds) / 1000 }
            }
            preconditionFailure("the numbers are within the votes")
        }
        return (time(number: (votes + 1) / 2) + time(number: votes / 2 + 1)) / 2
    }
}
