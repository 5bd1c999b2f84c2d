import Analysis
import Study

extension EnglishMethods {
    var screening: MethodsParagraph.Part {
        let screening = facts.screening
        let dropped = screening.funnel.filter { $0.votes > 0 }.map { row in
            "\(PlainText.oneLine(words.name(ofRule: row.rule))), \(row.people.counted("person", "people")) and "
                + "\(row.votes.counted("vote"))"
        }
        let plan = screening.plan.map {
            switch $0 {
            case .kept: "The analysis plan was frozen and not changed after the first vote."
            case .changed: "The analysis plan was changed after the first vote."
            case .frozenLate: "The analysis plan was frozen after the first vote."
            case .notFrozen: "The analysis plan in use was not frozen."
            }
        }
        return part(
            "Screening",
            [
                screening.exclusions.map(rules), plan,
                dropped.isEmpty ? "No vote was left out." : "Left out: \(dropped.joined(separator: "; ")).",
                dropped.isEmpty ? nil : "Results are given with and without these votes.",
                screening.otherPlans == 0
                    ? nil
                    : "Not in the results: \(screening.otherPlans.counted("vote")) given under other plans.",
            ],
            gaps: [
                screening.exclusions == nil
                    ? "Not recorded: whose votes were to be left out, and whether that was decided beforehand." : nil
            ])
    }

    private func rules(_ exclusions: ExclusionSettings) -> String {
        let rules = [
            exclusions.incomplete.map { _ in "people who stopped before their last trial" },
            exclusions.failedCatch.map {
                "people who failed more than \($0.maxFailed.counted("catch trial"))"
            },
            exclusions.tooFast.map {
                "people who gave more than \(percent($0.share)) of their votes in less than \($0.milliseconds) ms"
            },
            exclusions.straightLining.map {
                "people who chose one side in at least \(percent($0.share)) of \($0.minVotes) or more votes"
            },
        ].compactMap(\.self)
        return rules.isEmpty
            ? "No rule of exclusion was declared." : "Declared rules leave out \(rules.joined(separator: "; "))."
    }

    var analysis: MethodsParagraph.Part {
        let analysis = facts.analysis
        let models = MethodsFacts.Model.allCases.filter(analysis.models.contains).map(name)
        return part(
            "Analysis",
            [
                "The selection rate of a method is wins / (wins + losses); ties count as neither.",
                unit,
                models.isEmpty ? nil : "Also estimated: \(models.joined(separator: "; ")).",
                analysis.resampling.map {
                    "Bootstrap: \($0.count) resamples of people (seed \($0.seed))."
                },
                analysis.stopping.map(end), "Software: dotchi \(analysis.version).",
            ], gaps: [analysis.stopping == nil ? "Not recorded: how it was decided when the study ends." : nil])
    }

    /// What the intervals take as the unit, as far as the votes name people.
    private var unit: String {
        let level = NumberText.level(facts.analysis.level)
        let naive = "Wilson’s \(level) % interval and the exact binomial test"
        let byPerson =
            "the person as the unit: the mean vote with the CR2 error of Bell and McCaffrey (people as clusters) and "
            + "Student’s t at Satterthwaite’s degrees of freedom"
        return switch facts.unit {
        case .vote:
            (facts.people.counted == nil
                ? "The votes name no persons" : "Of no rate do all votes name their persons")
                + ", so only \(naive) are given, which take every vote as independent."
        case .personNotEstimated:
            "The person is the unit, but the spread between people cannot be estimated from these votes; \(naive) are given, "
                + "which take every vote as independent."
        case .noRate: "No vote that counts chose one of two methods, so no rate is given."
        case .person:
            "Its \(level) % interval takes \(byPerson); Wilson’s interval and the exact binomial test, which take every vote "
                + "as independent, are given beside it."
        case .personWhereNamed:
            "Where all votes name their persons its \(level) % interval takes \(byPerson). For the other rates, and beside "
                + "it, \(naive) are given, which take every vote as independent."
        }
    }

    private func name(_ model: MethodsFacts.Model) -> String {
        let errors =
            switch facts.unit {
            case .person: "errors clustered by person"
            case .personWhereNamed: "errors clustered by person where all votes name one"
            case .vote, .personNotEstimated, .noRate: "errors that take every vote as independent"
            }
        return switch model {
        case .bradleyTerry: "strengths of methods by the Bradley–Terry model, with \(errors)"
        case .davidson: "strengths with ties by Davidson’s model, with errors that take every vote as independent"
        case .thurstone: "places of methods in just objectionable differences by Thurstone’s case V, with \(errors)"
        case .mixed: "a logistic model with a random intercept per person"
        case .sequential:
            "an e-value by a betting martingale on people’s means, which may be looked at after every person"
        }
    }

    private func end(_ rule: StoppingRule) -> String {
        let people = rule.people.map { $0.counted("person", "people") }
        return switch rule.kind {
        case .fixed:
            "The study was planned to end after \(people ?? "a fixed number of people")"
                + (facts.analysis.progress.flatMap { $0.isInterim ? $0.reached : nil }.map {
                    "; it has not ended, and the results are interim: \($0) of \((rule.people ?? 0).counted("person", "people"))."
                } ?? ".")
        case .eValue:
            "The study was planned to end when the e-value reaches \(EValueText.enough(alpha: rule.alpha ?? 1 - facts.analysis.level))"
                + (people.map { ", and after \($0) at the latest" } ?? "") + "."
        }
    }

    private func percent(_ share: Double) -> String { NumberText.level(share) + " %" }
}
