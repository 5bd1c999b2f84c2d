import Study
import Yams

extension StudyReader {
    /// What is asked of the answers, about these conditions and this survey.
    func analysis(_ block: Block, conditions: [Condition], survey: SurveySettings) -> AnalysisSettings {
        block.allow(["hypotheses", "exclusions", "stopping", "level"])
        let standard = AnalysisSettings()
        return AnalysisSettings(
            hypotheses: hypotheses(block, conditions: conditions),
            exclusions: exclusions(block.block("exclusions"), catches: survey.catchTrials ?? 0),
            stopping: block["stopping"].flatMap { $0.isNull ? nil : stopping(block.block("stopping")) },
            level: block.number(
                "level", expected: "a confidence level above 0.5 and below 1, as 0.95", default: standard.level
            ) { $0 > 0.5 && $0 < 1 })
    }

    private func exclusions(_ block: Block, catches: Int) -> ExclusionSettings {
        block.allow(["incomplete", "failed_catch", "too_fast", "straight_lining"])
        return ExclusionSettings(
            incomplete: rule(block, "incomplete", incomplete),
            failedCatch: rule(block, "failed_catch") { failedCatch($0, of: catches) },
            tooFast: rule(block, "too_fast", tooFast),
            straightLining: rule(block, "straight_lining", straightLining))
    }

    /// The rule under `key`: its keys, `true` for one with the defaults of all of them, `false` for none.
    private func rule<Rule>(_ block: Block, _ key: String, _ read: (Block) -> Rule) -> Rule? {
        guard let node = block[key] else { return nil }
        guard node.scalar != nil, !node.isNull else { return read(block.block(key)) }
        return block.flag(key, default: false) ? read(Block(nil, at: block.place.key(key), findings: findings)) : nil
    }

    private func incomplete(_ block: Block) -> IncompleteRule {
        block.allow(["planned"])
        return IncompleteRule(planned: planned(block, default: IncompleteRule().planned))
    }

    private func failedCatch(_ block: Block, of catches: Int) -> FailedCatchRule {
        block.allow(["max_failed", "planned"])
        let standard = FailedCatchRule()
        let rule = FailedCatchRule(
            maxFailed: block.integer("max_failed", in: 0...10_000, default: standard.maxFailed),
            planned: planned(block, default: standard.planned))
        guard findings.isSound(KeyPlace().key("survey").key("catch")), findings.isSound(block.place) else {
            return rule
        }
        if catches == 0 {
            findings.add(
                at: block.place,
                "survey.catch plans no catch trials, so nobody can fail one; plan some, or leave the rule out")
        } else if rule.maxFailed >= catches {
            let origin = block.has("max_failed") ? "" : " (its default)"
            block.fault(
                "max_failed",
                "forgives \(rule.maxFailed)\(origin) of the \(catches.counted("catch trial")) that survey.catch plans; expected fewer"
            )
        }
        return rule
    }

    private func tooFast(_ block: Block) -> TooFastRule {
        block.allow(["ms", "share", "planned"])
        let standard = TooFastRule()
        return TooFastRule(
            milliseconds: block.integer("ms", in: 1...600_000, default: standard.milliseconds),
            share: block.number("share", expected: "a share from 0, below 1", default: standard.share) {
                $0 >= 0 && $0 < 1
            },
            planned: planned(block, default: standard.planned))
    }

    private func straightLining(_ block: Block) -> StraightLiningRule {
        block.allow(["share", "min_votes", "planned"])
        let standard = StraightLiningRule()
        return StraightLiningRule(
            share: block.number("share", expected: "a share above 0.5, at most 1", default: standard.share) {
                $0 > 0.5 && $0 <= 1
            },
            minVotes: block.integer("min_votes", in: 2...10_000, default: standard.minVotes),
            planned: planned(block, default: standard.planned))
    }

    /// The share of people that a rule is expected to leave out.
    private func planned(_ block: Block, default standard: Double) -> Double {
        block.number("planned", expected: "a share of people from 0 to 1", default: standard) { (0...1).contains($0) }
    }

    private func stopping(_ block: Block) -> StoppingRule? {
        let kind = block.word("rule", default: StoppingRule.Kind.fixed)
        guard findings.isSound(block.place.key("rule")) else { return nil }
        let isFixed = kind == .fixed
        block.allow(
            isFixed ? ["rule", "people"] : ["rule", "people", "alpha"],
            elsewhere: isFixed ? ["alpha": "the rule e-value; this one is fixed"] : [:])
        let people = block.has("people") ? block.integer("people", in: 1...100_000_000, default: 1) : nil
        switch kind {
        case .fixed:
            if people == nil { block.fault("people", "is missing; expected how many people end the study") }
            return people.map(StoppingRule.fixed)
        case .eValue:
            let alpha = block.number("alpha", expected: "a number above 0, at most 0.5", default: 0.05) {
                $0 > 0 && $0 <= 0.5
            }
            return .eValue(alpha: alpha, people: people)
        }
    }
}
