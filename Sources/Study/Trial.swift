/// One question to one person: two images, side by side.
package struct Trial: Sendable, Codable, Hashable {
    /// Position in the seat, from 1.
    package var number: Int
    /// Why it is asked.
    package var kind: Kind
    /// Name of the condition.
    package var condition: String
    /// The image shown on the left.
    package var left: PoolEntry
    /// The image shown on the right.
    package var right: PoolEntry
    /// The number of the trial of which this is the repeat, for `Kind.repeat`.
    package var repeatOf: Int?
    /// The side that the question asks to choose, `left` or `right`, for `Kind.check`.
    package var instructed: Choice?

    /// A trial.
    package init(
        number: Int, kind: Kind = .main, condition: String, left: PoolEntry, right: PoolEntry, repeatOf: Int? = nil,
        instructed: Choice? = nil
    ) {
        self.number = number
        self.kind = kind
        self.condition = condition
        self.left = left
        self.right = right
        self.repeatOf = repeatOf
        self.instructed = instructed
    }

    /// Whether it repeats a trial asked before it where it is a repeat, and none where it is not.
    package var repeatsRightly: Bool {
        guard let repeatOf else { return kind != .repeat }
        return kind == .repeat && (1..<number).contains(repeatOf)
    }

    /// Its repeat as trial `number`: the same images with the sides exchanged.
    package func repeated(as number: Int) -> Trial {
        Trial(
            number: number, kind: .repeat, condition: condition, left: right, right: left, repeatOf: self.number)
    }

    /// The same trial as number `number`; `numbers` are the new numbers of the trials before it by their old ones.
    package func renumbered(_ number: Int, _ numbers: [Int: Int]) -> Trial {
        var trial = self
        trial.number = number
        trial.repeatOf = repeatOf.flatMap { numbers[$0] }
        return trial
    }

    /// The side that is right, of a catch trial: not that of the ruined copy; of a check: that which its question names; nil for
    /// any other.
    package var correct: Choice? {
        if kind == .check { return instructed }
        guard kind == .catch, left.pool.isRuined != right.pool.isRuined else { return nil }
        return left.pool.isRuined ? .right : .left
    }

    /// The kinds of trial, as CSV and store name them.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// Counts towards the rates.
        case main
        /// Has a right answer; shows whether a person attends.
        case `catch`
        /// An earlier trial with the sides exchanged.
        case `repeat`
        /// Has a question that says which image to choose; shows whether a person reads it.
        case check

        /// Whether there is a right answer, which shows whether a person attends.
        package var isForAttention: Bool { self == .catch || self == .check }
    }
}
