import Study
import Yams

/// The keys of an item of `survey.quota`.
enum QuotaKeys {
    static let list = ValueKind<[Quota]>.list(of: .block(table), called: "quotas", count: Quota.Limits.quotas)

    private static let table = KeyTable<Quota>(
        { _ in Quota(question: "", answers: .options([]), people: 0) },
        [
            Key(
                "question", \.question, .text.quoted,
                missing: "is missing; expected the id of a question of survey.before",
                "The question of `before`, by its `id`."),
            Key(
                "answers", \.answers, AdmitKeys.some, missing: "is missing; expected choices, or min and max",
                "The answers of those who are counted together: names of choices, or `min` and `max` of a number or scale."
            ),
            Key(
                "people", \.people, .whole(Quota.Limits.people),
                missing: "is missing; expected how many take part at most",
                "How many of them take part at most: who finished, and who is under way."),
        ])

    /// Quotas refer to questions, and somebody has to keep them.
    static func check(_ block: Block, _ survey: SurveySettings) {
        let place = block.place.key("quota")
        guard !survey.quotas.isEmpty, block.findings.isSound(place), block.findings.isSound(block.place.key("before"))
        else { return }
        if !survey.submit.isSent {
            block.findings.add(
                at: place, "needs a collector, which counts those who are there; expected `submit: collector` with it")
        }
        for (index, quota) in survey.quotas.enumerated() {
            if let fault = AdmitKeys.fault(in: quota.answers, of: quota.question, survey, verb: "counts") {
                block.findings.add(at: place.item(index), fault)
            }
        }
    }
}
