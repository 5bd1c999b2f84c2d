import CSV
import Study

/// The forms in which votes are given to other programs.
package enum VoteExport: String, Sendable, CaseIterable {
    /// Comma-separated values, each vote a row with all columns of ``VoteColumn``; dotchi reads it back. Quotes stand only
    /// where they are needed, and an apostrophe before texts that a spreadsheet would take for a formula.
    case csv
    /// The same as JSON Lines: each vote an object, null where nothing is known.
    case jsonl
    /// The rows of a jsPsych experiment with HTML buttons, as its JSON: one array, a row a line.
    case jspsych
    /// The table of comparisons that pwcmp scales (Perez-Ortiz and Mantiuk, arXiv 1712.03686).
    case pwcmp
    /// Battles as the arenas publish them, JSON Lines.
    case arena

    /// Whether the form has no place for repeats, catch trials, checks and votes that a rule leaves out, so that it
    /// holds those only that count.
    package var holdsCountedVotesOnly: Bool { self == .pwcmp || self == .arena }

    /// Writes votes, part by part.
    ///
    /// - Parameters:
    ///   - rows: the votes, those of a session one after the other; only `csv` and `jsonl` tell that a row stands for more than one vote.
    ///   - write: takes the next bytes of the file.
    /// - Returns: what was written and what was left out.
    @discardableResult
    package func write(
        _ rows: some Sequence<VoteRow>, to write: ([UInt8]) throws -> Void
    ) rethrows -> VoteExportSummary {
        var summary = VoteExportSummary()
        var lines = ExportLines(form: self)
        for row in rows where summary.takes(row, in: self) {
            lines.add(row)
            if lines.count >= Self.bytesOfPart { try write(lines.take()) }
        }
        lines.end()
        try write(lines.take())
        return summary
    }

    private static let bytesOfPart = 1 << 18
}
