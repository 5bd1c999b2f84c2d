import Study

/// What the rules look at of one person: sums over the votes that no earlier rule left out.
struct PersonTally {
    /// Votes, of any kind of trial.
    private(set) var votes = 0
    /// Votes for the left and for the right image.
    private(set) var left = 0
    private(set) var right = 0
    /// Votes that say how long they took, and those among them that were fast.
    private(set) var timed = 0
    private(set) var fast = 0
    /// Catch trials with a known right answer, and those among them that were failed; no difference is a failure too.
    private(set) var catches = 0
    private(set) var failedCatches = 0
    /// The same of instructed checks.
    private(set) var checks = 0
    private(set) var failedChecks = 0
    /// The trials that the person was asked, where the table says so.
    private(set) var asked: Int?

    /// Counts a row.
    mutating func add(
        _ choice: Choice, count: Int, milliseconds: Int?, fastBelow: Int, kind: Trial.Kind, correct: Choice?,
        asked: Int?
    ) {
        votes += count
        switch choice {
        case .left: left += count
        case .right: right += count
        case .tie: break
        }
        if let milliseconds {
            timed += count
            if milliseconds < fastBelow { fast += count }
        }
        if let correct, kind == .catch {
            catches += count
            if choice != correct { failedCatches += count }
        } else if let correct, kind == .check {
            checks += count
            if choice != correct { failedChecks += count }
        }
        if let asked { self.asked = max(asked, self.asked ?? 0) }
    }

    /// Whether the person has not answered all; `asked` stands in where the table does not say how much that is.
    func isUnfinished(asked: Int?) -> Bool {
        guard let asked = self.asked ?? asked else { return false }
        return votes < asked
    }

    func breaks(_ rule: FailedCatchRule) -> Bool { failedCatches + failedChecks > rule.maxFailed }

    func breaks(_ rule: TooFastRule) -> Bool { timed > 0 && Double(fast) / Double(timed) > rule.share }

    func breaks(_ rule: StraightLiningRule) -> Bool {
        // Quotients of whole numbers, which are the nearest to what study.yaml says.
        let sided = left + right
        return sided >= rule.minVotes && Double(max(left, right)) / Double(sided) >= rule.share
    }
}
