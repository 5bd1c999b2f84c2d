import Study
package import Votes

/// How long answers took on a front.
package struct ResponseTimes: Sendable, Hashable {
    /// The front; nil where votes name none.
    package var front: String?
    /// The times that were measured, each with its votes.
    package var times: [Time]
    /// Answers in less than so many milliseconds are too fast; nil without such a rule.
    package var tooFastMilliseconds: Int?

    /// A time that some votes took.
    package struct Time: Sendable, Hashable {
        /// Milliseconds from both images in view to the answer.
        package var milliseconds: Int
        /// How many votes took it.
        package var votes: Int

        /// A time.
        package init(milliseconds: Int, votes: Int) {
            self.milliseconds = milliseconds
            self.votes = votes
        }
    }

    /// Times of a front.
    package init(front: String?, times: [Time], tooFastMilliseconds: Int? = nil) {
        self.front = front
        self.times = times
        self.tooFastMilliseconds = tooFastMilliseconds
    }

    /// The times of a table's main trials by front, in the order of their names; also of votes that rules leave out, or
    /// none would be too fast. Votes without a time are left out.
    package static func all(of table: VoteTable, tooFastMilliseconds: Int? = nil) -> [ResponseTimes] {
        var votes: [Int32: [Int: Int]] = [:]
        for row in 0..<table.count where table.kind[row] == .main && table.votes[row] > 0 {
            let milliseconds = table.responseMilliseconds[row]
            guard milliseconds >= 0 else { continue }
            votes[table.front[row], default: [:]][milliseconds, default: 0] += table.votes[row]
        }
        return votes.map { front, times in
            ResponseTimes(
                front: table.fronts[front],
                times: times.sorted { $0.key < $1.key }.map { Time(milliseconds: $0.key, votes: $0.value) },
                tooFastMilliseconds: tooFastMilliseconds)
        }.sorted { $0.front ?? "" < $1.front ?? "" }
    }
}
