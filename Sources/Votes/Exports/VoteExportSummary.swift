import CSV
import Study

/// What an export holds, and what it has no place for.
package struct VoteExportSummary: Sendable, Hashable {
    /// Votes that were written.
    package private(set) var votes = 0
    /// Votes on catch trials, checks and repeats that were left out.
    package private(set) var otherTrials = 0
    /// Votes on other questions than the primary one that were left out.
    package private(set) var otherQuestions = 0
    /// Votes that were left out because a rule leaves them out.
    package private(set) var excluded = 0
    /// Votes without preference that were left out.
    package private(set) var ties = 0
    /// Votes among those written that no person gave.
    package private(set) var simulated = 0
    /// Votes among those written with a name that tables take for nothing known, such as `NA`, which a reader of the file will
    /// not know.
    package private(set) var namedMissing = 0
    /// The conditions of what was written, in the order in which they came up.
    package private(set) var conditions: [String?] = []

    /// Counts a row; whether the form has a place for it.
    mutating func takes(_ row: VoteRow, in form: VoteExport) -> Bool {
        if form.holdsCountedVotesOnly {
            if row.isPrimary == false {
                otherQuestions += 1
                return false
            }
            if row.kind != .main {
                otherTrials += 1
                return false
            }
            if row.excluded != nil {
                excluded += 1
                return false
            }
            if form == .pwcmp, row.choice == .tie {
                ties += 1
                return false
            }
        }
        votes += 1
        if row.simulated { simulated += 1 }
        let names = [row.participant, row.left, row.right, row.condition, row.item]
        if names.contains(where: { $0.map { !$0.isEmpty && MissingValue.isMissing($0) } ?? false }) {
            namedMissing += 1
        }
        if !conditions.contains(row.condition) { conditions.append(row.condition) }
        return true
    }
}
