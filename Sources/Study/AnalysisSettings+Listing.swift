extension AnalysisSettings {
    /// All settings that are given, by the keys of study.yaml; hypotheses by their names.
    package var listing: [(key: String, value: String)] {
        hypotheses.flatMap(\.listing) + exclusions.listing + (stopping?.listing ?? []) + [("level", "\(level)")]
    }
}

extension Hypothesis {
    /// The hypothesis by the keys of study.yaml.
    fileprivate var listing: [(key: String, value: String)] {
        let values: [(String, String?)] = [
            ("statement", statement), ("condition", claim?.condition), ("method", claim?.method),
            ("against", claim.map { $0.against ?? "all others" }), ("direction", claim?.direction.rawValue),
        ]
        return values.compactMap { key, value in value.map { ("hypotheses.\(name).\(key)", $0) } }
    }
}

extension ExclusionSettings {
    /// The rules by the keys of study.yaml.
    fileprivate var listing: [(key: String, value: String)] {
        var listing: [(key: String, value: String)] = []
        func add(_ rule: String, _ values: [(key: String, value: String)]) {
            listing += values.map { ("exclusions.\(rule).\($0.key)", $0.value) }
        }
        if let incomplete { add("incomplete", [("planned", "\(incomplete.planned)")]) }
        if let failedCatch {
            add("failed_catch", [("max_failed", "\(failedCatch.maxFailed)"), ("planned", "\(failedCatch.planned)")])
        }
        if let tooFast {
            add(
                "too_fast",
                [("ms", "\(tooFast.milliseconds)"), ("share", "\(tooFast.share)"), ("planned", "\(tooFast.planned)")])
        }
        if let straightLining {
            add(
                "straight_lining",
                [
                    ("share", "\(straightLining.share)"), ("min_votes", "\(straightLining.minVotes)"),
                    ("planned", "\(straightLining.planned)"),
                ])
        }
        return listing
    }
}

extension StoppingRule {
    /// The rule by the keys of study.yaml.
    fileprivate var listing: [(key: String, value: String)] {
        let values = [("rule", kind.rawValue), ("people", people.map(String.init)), ("alpha", alpha.map { "\($0)" })]
        return values.compactMap { key, value in value.map { ("stopping.\(key)", $0) } }
    }
}
