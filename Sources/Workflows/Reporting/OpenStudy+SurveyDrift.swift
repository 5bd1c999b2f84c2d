import Study
import StudyFiles
import StudyStore

extension OpenStudy {
    /// What of study.yaml is no longer what the plan in use was made of, and what to do; nil where nothing is.
    ///
    /// - Parameter withPools: whether newer images count too. They concern who may plan again, not who analyses.
    func surveyDriftNote(of plan: PlanOutline, withPools: Bool) throws -> String? {
        let drift = SurveyDrift(
            of: study, planned: (plan.study, plan.survey),
            generations: try store.generations(ofPlan: plan.hash).map(\.generation),
            current: withPools ? try store.currentGenerations().map(\.generation) : [])
        let texts = ParticipantTexts(self).changes(since: plan)
        let changes = drift.changes.map(\.description) + texts + drift.pools.map(\.description)
        guard !changes.isEmpty else { return nil }
        let changed = drift.changes.isEmpty ? texts.isEmpty ? "pools" : "language files" : "study.yaml"
        return """
            since the plan in use (\(plan.hash.prefix(12))) was frozen, \(changed) \
            changed: \(changes.joined(separator: "; ")). People are asked as it was frozen; `dotchi survey plan` makes a new \
            plan, to which answers to this one do not count.
            """
    }
}
