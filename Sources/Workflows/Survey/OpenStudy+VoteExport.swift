import Answers
import Foundation
import Study
package import StudyStore
package import Votes

extension OpenStudy {
    /// Writes the votes in the form of another program.
    ///
    /// - Parameters:
    ///   - format: the form.
    ///   - people: how people and sessions are named.
    ///   - condition: only the votes under this condition; nil for all.
    ///   - write: takes the file's bytes, part by part.
    /// - Throws: ``Failure`` where there is no such condition, or no plan; `StudyStoreError`; what `write` throws.
    package func exportVotes(
        as format: VoteExport, people: PeopleNames, condition: String?, write: ([UInt8]) throws -> Void
    ) throws {
        if let condition, study.condition(named: condition) == nil {
            let names = study.conditions.map(\.name)
            throw Failure(.usage, "study.yaml has no condition “\(condition)”; it has \(names.list).")
        }
        let rows = try plans(for: format).map { plan in
            var table = try votes(ofPlan: plan, people: people).table
            _ = table.exclude(study.analysis.exclusions)
            return table.rows
        }.lazy.joined().filter { condition == nil || $0.condition == condition }
        let summary = try format.write(rows) { try write($0) }
        for note in notes(on: summary, as: format) { reporter.note(note) }
    }

    /// The plans whose votes the form holds, by their hashes, in the order in which they were frozen.
    private func plans(for format: VoteExport) throws -> [String] {
        if format.holdsCountedVotesOnly { return [try planOutline().hash] }
        return try store.plans().sorted { ($0.frozenAt ?? .distantPast) < ($1.frozenAt ?? .distantPast) }.map(\.hash)
    }

    /// What a reader of the file could not know from it.
    private func notes(on summary: VoteExportSummary, as format: VoteExport) -> [String] {
        var notes: [String] = []
        let left = [
            summary.ties > 0 ? summary.ties.counted("tie") : nil,
            summary.otherQuestions > 0 ? "\(summary.otherQuestions.counted("vote")) on other questions" : nil,
            summary.otherTrials > 0
                ? "\(summary.otherTrials.counted("vote")) on repeats, catch trials and checks" : nil,
            summary.excluded > 0 ? "\(summary.excluded.counted("vote")) that a rule leaves out" : nil,
        ].compactMap(\.self)
        if !left.isEmpty { notes.append("\(format.rawValue) has no place for \(left.list); they are not in the file.") }
        if format.holdsCountedVotesOnly, summary.conditions.count > 1 {
            notes.append(
                "a method has other images under each condition, and the votes of "
                    + "\(summary.conditions.count) conditions are here, told apart by the field "
                    + "`\(format == .pwcmp ? "scene" : "condition")`; --condition NAME writes those of one.")
        }
        if summary.namedMissing > 0, format == .csv || format == .pwcmp {
            notes.append(
                "\(summary.namedMissing.counted("vote has", "votes have")) a name that programs read as missing (NA, NaN, null, None or "
                    + "spaces); `dotchi analyze FILE` does too. jsonl has no such names.")
        }
        if summary.simulated > 0 {
            notes.append(
                "\(summary.simulated) of the \(summary.votes.counted("vote")) \(summary.simulated.word("is", "are")) simulated."
            )
        }
        return notes
    }
}
