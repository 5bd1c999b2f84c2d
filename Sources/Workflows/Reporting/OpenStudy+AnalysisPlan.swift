import Files
import Foundation
import Pairing
import Study
import StudyFiles
import StudyStore

extension OpenStudy {
    /// How the analysis plan of today's study.yaml compares with the one frozen for the plan of that hash.
    func analysisDrift(ofPlan hash: String) throws -> AnalysisDrift {
        let frozen = try store.analysisPlans(ofPlan: hash)
        return AnalysisDrift(
            of: study.analysis, hash: study.analysis.hash, plan: hash, frozen: frozen,
            damaged: frozen.first { !$0.isWhole }, firstVote: try store.firstVote(onPlan: hash),
            naming: SettingChange.all)
    }

    /// Freezes `plan` together with today's analysis plan, and says so where that takes the place of another.
    ///
    /// - Parameter current: the hash of the plan that was in use before; nil where there was none.
    /// - Returns: whether today's analysis plan was not frozen as the last of that plan before.
    /// - Throws: ``Failure`` where what was frozen is damaged: what is to be compared with it may not hide that.
    @discardableResult
    func freeze(_ plan: FrozenPlan, texts: [Data] = [], after current: String?) throws -> Bool {
        let hash = plan.hash
        let earlier = try store.analysisPlans(ofPlan: hash)
        if let damaged = earlier.first(where: { !$0.isWhole }) {
            throw Failure(
                .badData,
                """
                the record of the analysis plan \(damaged.hash.prefix(12)) is damaged: its settings are not those that have \
                this hash. Nothing was frozen. Put a copy of study.sqlite back.
                """)
        }
        let before = earlier.last
        let isNew = try store.freeze(plan, analysis: (study.analysis, study.analysis.hash), texts: texts) {
            HoldPoint.reached("survey plan: between transactions")
        }
        guard isNew, let now = try store.analysisPlans(ofPlan: hash).last else { return isNew }
        guard let before else {
            if now.votes > 0 {
                reporter.note("the analysis plan is frozen now, when \(now.votes.counted("vote")) had been given.")
            }
            return isNew
        }
        let changes = SettingChange.all(from: before.settings, to: now.settings).map(\.description)
        let late =
            now.votes == 0
            ? "nobody had voted"
            : "\(now.votes.counted("vote")) had been given, and `dotchi analyze` and `dotchi report` will say so"
        let what =
            current == hash
            ? "the survey's plan stays, and the analysis plan changes"
            : "the plan that comes into use was frozen before, and its analysis plan changes"
        reporter.note(
            "\(what): \(now.hash.prefix(12)) is frozen beside \(before.hash.prefix(12)). When it was, \(late)."
                + (changes.isEmpty ? "" : " Changed: \(changes.joined(separator: "; "))."))
        return isNew
    }
}
