import Study

/// The keys of `analysis.stopping`.
enum StoppingKeys {
    static let table = KeyTable<StoppingRule>(
        by: KindKey(
            name: "rule", kind: \.kind, standard: .fixed,
            meaning:
                """
                After a number of participants (`fixed`), or as soon as the evidence is there, looked at after every \
                participant (`e-value`).
                """
        ) { "the rule \($0); this one is \($1)" },
        { kind, _ in
            switch kind {
            case .fixed: .fixed(people: 1)
            case .eValue: .eValue()
            }
        },
        { kind in
            switch kind {
            case .fixed: [people(missing: "is missing; expected how many people end the study")]
            case .eValue: [people(), alpha]
            }
        })

    private static func people(missing: String? = nil) -> Key<StoppingRule> {
        let kind = ValueKind<Int>.whole(AnalysisSettings.Limits.people)
        if let missing {
            return Key(
                "people", \.requiredPeople, kind, missing: missing,
                "Participants who finish and whom no rule excludes, after whom the study ends.")
        }
        return Key(
            "people", optional: \.people, kind, default: "any number",
            "The most participants who finish and whom no rule excludes.")
    }

    private static let alpha = Key<StoppingRule>(
        "alpha", \.requiredAlpha, .number(AnalysisSettings.Limits.alpha),
        """
        Probability of stopping for evidence where there is nothing to find: the study may end once the e-value \
        reaches 1/alpha.
        """
    )
}

// What a rule of one kind always has; 0 in rules of the other.
extension StoppingRule {
    fileprivate var requiredPeople: Int {
        get { people ?? 0 }
        set { people = newValue }
    }

    fileprivate var requiredAlpha: Double {
        get { alpha ?? 0 }
        set { alpha = newValue }
    }
}
