import Foundation
import Pictures
import Study
import StudyStore

/// What a plan shows of the items of its pairs: what was imported with the generations that it froze, and no other.
struct TrialContexts {
    private let kind: SurveySettings.Context
    private let store: StudyStore
    private let generations: [PoolKey: PoolGeneration]
    private let contexts: [PoolKey: [Int: ItemContext]]

    /// What goes with the items of these generations, where `survey` shows any of it.
    ///
    /// - Throws: `StudyStoreError`.
    init(_ survey: SurveySettings, _ generations: [PoolGeneration], in study: OpenStudy) throws {
        kind = survey.usedContext
        store = study.store
        let shown = kind == .none ? [] : generations.filter { !$0.pool.isRuined }
        self.generations = Dictionary(shown.map { ($0.pool, $0) }) { first, _ in first }
        contexts = try ItemRemarks.contexts(of: shown, in: study)
    }

    /// The text above a pair; nil where texts are not shown.
    ///
    /// - Throws: ``Failure`` where its item has none.
    func text(of trial: Trial) throws -> String? {
        guard kind == .text else { return nil }
        return try place(of: trial, with: { $0.text != nil }).context.text
    }

    /// The reference beside a pair and its SHA-256; nil where references are not shown.
    ///
    /// - Throws: ``Failure`` where its item has none; `StudyStoreError` where it is not the one that was recorded.
    func reference(of trial: Trial) throws -> (sha256: String, png: Data)? {
        guard kind == .reference else { return nil }
        let (entry, context) = try place(of: trial, with: { $0.reference != nil })
        guard let reference = context.reference, let generation = generations[entry.pool],
            let png = try store.reference(ofItemOf: entry, in: generation)
        else { throw missing(trial) }
        return (reference.sha256, png)
    }

    /// The image whose item says it: the left one where it does, since both say the same.
    private func place(
        of trial: Trial, with holds: (ItemContext) -> Bool
    ) throws -> (entry: PoolEntry, context: ItemContext) {
        for entry in [trial.left, trial.right] {
            if let context = contexts[entry.pool]?[entry.index], holds(context) { return (entry, context) }
        }
        throw missing(trial)
    }

    private func missing(_ trial: Trial) -> Failure {
        Failure(.badData, "\(trial.left.name) and \(trial.right.name) have no \(kind.rawValue), which the plan shows.")
    }
}
