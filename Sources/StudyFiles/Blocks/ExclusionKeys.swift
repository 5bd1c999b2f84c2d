import Study

/// The keys of `analysis.exclusions`.
enum ExclusionKeys {
    private typealias Limits = AnalysisSettings.Limits

    static let table = KeyTable<ExclusionSettings>(
        { _ in ExclusionSettings() },
        [
            Key(
                "incomplete", optional: \.incomplete, .blockOrFlag(incomplete), default: notApplied,
                "Excludes who stopped before the last pair, or has answers to a smaller share of the pairs than `survey.complete`."
            ),
            Key(
                "failed_catch", optional: \.failedCatch, .blockOrFlag(failedCatch), default: notApplied,
                "Excludes who failed more catch trials and checks, taken together, than are forgiven; needs `survey.catch` or `survey.checks`."
            ),
            Key(
                "too_fast", optional: \.tooFast, .blockOrFlag(tooFast), default: notApplied,
                "Excludes who gave more than a share of the votes in less than so many milliseconds."),
            Key(
                "straight_lining", optional: \.straightLining, .blockOrFlag(straightLining), default: notApplied,
                "Excludes who chose one side in at least a share of the votes for a side."),
        ])

    private static let notApplied = "not applied"

    private static let incomplete = KeyTable<IncompleteRule>({ _ in IncompleteRule() }, [planned(\.planned)])

    private static let failedCatch = KeyTable<FailedCatchRule>(
        { _ in FailedCatchRule() },
        [
            Key(
                "max_failed", \.maxFailed, .whole(Limits.maxFailed),
                "The most failed catch trials and checks, taken together, that are forgiven; fewer than `survey.catch` and `survey.checks` plan."
            ),
            planned(\.planned),
        ], check: checkCatches)

    private static let tooFast = KeyTable<TooFastRule>(
        { _ in TooFastRule() },
        [
            Key(
                "ms", \.milliseconds, .whole(Limits.fastMilliseconds),
                "A vote is fast that took less, from both images in view."),
            Key(
                "share", \.share, .number(Limits.fastShare, "a share"),
                "The largest share of fast votes that is forgiven."),
            planned(\.planned),
        ])

    private static let straightLining = KeyTable<StraightLiningRule>(
        { _ in StraightLiningRule() },
        [
            Key(
                "share", \.share, .number(Limits.oneSidedShare, "a share"),
                "The least share of one side that counts as straight-lining."),
            Key(
                "min_votes", \.minVotes, .whole(Limits.minVotes),
                "Participants who chose a side in fewer votes are not judged."),
            planned(\.planned),
        ])

    /// The key that every rule has.
    private static func planned<Rule>(_ path: any WritableKeyPath<Rule, Double> & Sendable) -> Key<Rule> {
        Key(
            "planned", path, .number(Limits.planned, "a share of people"),
            "The share of participants that the rule is expected to exclude; reports compare it with what happened.")
    }

    private static func checkCatches(_ block: Block, _ rule: inout FailedCatchRule) {
        let survey = block.reading.study.survey
        let (catches, checks) = (survey.catchTrials, survey.besides.checks)
        guard ["catch", "checks"].allSatisfy({ block.findings.isSound(KeyPlace().key("survey").key($0)) }),
            block.findings.isSound(block.place)
        else { return }
        if catches + checks == 0 {
            block.findings.add(
                at: block.place,
                "survey.catch plans no catch trials and survey.checks no checks, so nobody can fail one; plan some, or leave the rule out"
            )
        } else if rule.maxFailed >= catches + checks {
            let origin = block.has("max_failed") ? "" : " (its default)"
            let planned = [
                catches > 0 ? "\(catches.counted("catch trial")) that survey.catch plans" : nil,
                checks > 0 ? "\(checks.counted("check")) that survey.checks plans" : nil,
            ].compactMap(\.self).joined(separator: " and the ")
            block.fault("max_failed", "forgives \(rule.maxFailed)\(origin) of the \(planned); expected fewer")
        }
    }
}
