package import Study

/// What of study.yaml, or of its pools, is no longer what the plan in use was made of.
package struct SurveyDrift: Sendable, Hashable {
    /// What differs in study.yaml, by its keys: the study's id, its conditions, the survey.
    package let changes: [SettingChange]
    /// The pools whose current generation is another than the plan's.
    package let pools: [SettingChange]

    /// Compares.
    ///
    /// - Parameters:
    ///   - study: today's, of study.yaml.
    ///   - planned: the study's id and the survey as they were frozen.
    ///   - generations: those that the plan compares, in its order, without ruined copies.
    ///   - current: today's current generations.
    package init(
        of study: Study, planned: (study: String, survey: SurveySettings), generations: [PoolGeneration],
        current: [PoolGeneration]
    ) {
        let survey = SettingChange.all(
            from: planned.survey.listing, to: study.survey.compared(with: planned.survey).listing, under: "survey.")
        // Of a question that is new, or gone, the list of questions tells enough.
        let questions = Set(planned.survey.questionKeys).symmetricDifference(study.survey.questionKeys)
        let telling = survey.filter { change in !questions.contains { change.key.hasPrefix("survey.\($0).") } }
        changes =
            SettingChange.all(from: [("study.id", planned.study)], to: [("study.id", study.identity.id)])
            + SettingChange.all(
                from: Self.methods(of: generations.map(\.pool)), to: Self.methods(of: study.conditions.flatMap(\.pools))
            )
            + telling
        pools = generations.compactMap { planned in
            guard let now = current.first(where: { $0.pool == planned.pool }), now.number != planned.number else {
                return nil
            }
            return SettingChange(
                key: "pool \(planned.pool.name)", before: "generation \(planned.number)", after: "\(now.number)")
        }
    }

    /// The methods of each condition, by the keys of study.yaml.
    private static func methods(of pools: [PoolKey]) -> [(key: String, value: String)] {
        var conditions: [String] = []
        for pool in pools where !conditions.contains(pool.condition) { conditions.append(pool.condition) }
        return conditions.map { name in
            let methods = pools.filter { $0.condition == name }.map(\.method)
            return ("conditions.\(name).methods", methods.joined(separator: ", "))
        }
    }
}

extension SurveySettings {
    /// The keys of the questions about people: `before.age`.
    fileprivate var questionKeys: [String] { before.map { "before.\($0.id)" } + after.map { "after.\($0.id)" } }
}
