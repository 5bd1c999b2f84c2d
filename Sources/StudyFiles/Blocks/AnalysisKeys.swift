import Study

/// The keys of `analysis`.
enum AnalysisKeys {
    static let table = KeyTable<AnalysisSettings>(
        { _ in AnalysisSettings() },
        [
            Key(
                "hypotheses", \.hypotheses, HypothesisKeys.list, default: "none",
                "What is expected of the votes before there are any: in words, as a claim that can be tested, or both."),
            Key(
                "exclusions", \.exclusions, .block(ExclusionKeys.table), default: "none",
                "Rules by which a participant's votes are excluded from the estimates."),
            Key(
                "stopping", optional: \.stopping, ValueKind.block(StoppingKeys.table).orNothing, default: "none",
                "When the study ends; until then hypotheses have no verdict."),
            Key(
                "level", \.level,
                .number(AnalysisSettings.Limits.level, "a confidence level", as: "0.95"),
                "Confidence level of the intervals."),
        ])

    static let example = """
        analysis:
          hypotheses:
            - Faces of method B look more real.
            - {name: H2, condition: equal-time, method: B, against: A, direction: greater}
          exclusions:
            incomplete: true
            failed_catch: {max_failed: 1}
            too_fast: {ms: 300, share: 0.5}
          stopping: {rule: fixed, people: 40}
          level: 0.95
        """
}
