import Analysis
import Study

extension MethodsWriter {
    var analysis: MethodsParagraph.Part {
        let analysis = facts.analysis
        let models = MethodsFacts.Model.allCases.filter(analysis.models.contains).map(name)
        return part(
            .analysis,
            [
                say(.rateDefined), unit, models.isEmpty ? nil : say(.models, ["models": joined(models)]),
                analysis.resampling.map { say(.bootstrap, ["count": "\($0.count)", "seed": "\($0.seed)"]) },
                analysis.stopping.map(end), say(.software, ["version": analysis.version]),
            ],
            gaps: [analysis.stopping == nil ? .gapEnd : nil])
    }

    /// What the intervals take as the unit, as far as the votes name people.
    private var unit: String {
        let key: ReportTexts.MethodsKey =
            switch facts.unit {
            case .vote: facts.people.counted == nil ? .unitNobody : .unitVote
            case .personNotEstimated: .unitNotEstimated
            case .noRate: .unitNoRate
            case .person: .unitPerson
            case .personWhereNamed: .unitPersonWhereNamed
            }
        return key == .unitNoRate ? say(key) : say(key, ["level": NumberText.level(facts.analysis.level)])
    }

    private func name(_ model: MethodsFacts.Model) -> String {
        let errors: ReportTexts.MethodsKey =
            switch facts.unit {
            case .person: .errorsByPerson
            case .personWhereNamed: .errorsWhereNamed
            case .vote, .personNotEstimated, .noRate: .errorsByVote
            }
        return switch model {
        case .bradleyTerry: say(.bradleyTerry, ["errors": say(errors)])
        case .davidson: say(.davidson, ["errors": say(.errorsByVote)])
        case .thurstone: say(.thurstone, ["errors": say(errors)])
        case .mixed: say(.mixed)
        case .sequential: say(.sequential)
        }
    }

    private func end(_ rule: StoppingRule) -> String {
        let people = rule.people.map { say(.persons, ["count": "\($0)"]) }
        switch rule.kind {
        case .fixed:
            let people = people ?? say(.fixedNumber)
            guard let progress = facts.analysis.progress, progress.isInterim else {
                return say(.endFixed, ["people": people])
            }
            return say(
                .endInterim,
                ["people": people, "reached": "\(progress.reached)", "planned": "\(rule.people ?? 0)"])
        case .eValue:
            let value = EValueText.enough(alpha: rule.alpha ?? 1 - facts.analysis.level)
            guard let people else { return say(.endEvidence, ["value": value]) }
            return say(.endEvidenceOrPeople, ["value": value, "people": people])
        }
    }
}
