import Files
import Pairing
import Study
import StudyFiles
import StudyStore

extension OpenStudy {
    /// How the analysis plan of today's study.yaml lies to what was frozen for the plan of that hash.
    func analysisDrift(ofPlan hash: String) throws -> AnalysisDrift {
        AnalysisDrift(
            of: study.analysis, hash: study.analysis.hash, frozen: try store.analysisPlans(ofPlan: hash),
            firstVote: try store.firstVote(onPlan: hash), naming: SettingChange.all)
    }

    /// Freezes `plan` together with today's analysis plan, and says so where that takes the place of another.
    func freeze(_ plan: SurveyPlan, hash: String) throws {
        let before = try store.analysisPlans(ofPlan: hash).last
        let isNew = try store.freeze(plan, hash: hash, analysis: (study.analysis, study.analysis.hash)) {
            HoldPoint.reached("survey plan: between transactions")
        }
        guard isNew, let now = try store.analysisPlans(ofPlan: hash).last else { return }
        guard let before else {
            if now.votes > 0 {
                reporter.note("the analysis plan is frozen now, when \(now.votes.counted("vote")) had been given.")
            }
            return
        }
        let changes = SettingChange.all(from: before.settings, to: now.settings).map(\.description)
        let late =
            now.votes == 0
            ? "nobody had voted"
            : "\(now.votes.counted("vote")) had been given, and `dotchi analyze` and `dotchi report` will say so"
        reporter.note(
            "the survey's plan stays, and the analysis plan changes: \(now.hash.prefix(12)) is frozen beside "
                + "\(before.hash.prefix(12)). When it was, \(late)."
                + (changes.isEmpty ? "" : " Changed: \(changes.joined(separator: "; "))."))
    }
}
