import Study

extension EnglishMethods {
    var screening: MethodsParagraph.Part {
        let screening = facts.screening
        let words = Wording.of(.english)
        let dropped = screening.funnel.filter { $0.votes > 0 }.map { row in
            "\(PlainText.oneLine(words.name(ofRule: row.rule))), \(counted(row.people, "person", "people")) and "
                + "\(counted(row.votes, "vote", "votes"))"
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
                "people who failed more than \(counted($0.maxFailed, "catch trial", "catch trials"))"
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
                facts.people.counted == nil
                    ? "The votes name no persons, so only Wilson’s \(NumberText.level(analysis.level)) % interval and the "
                        + "exact binomial test are given, which take every vote as independent."
                    : "Its \(NumberText.level(analysis.level)) % interval takes the person as the unit: the mean vote with the CR2 "
                        + "error of Bell and McCaffrey (people as clusters) and Student’s t at Satterthwaite’s degrees of "
                        + "freedom; Wilson’s interval and the exact binomial test, which take every vote as independent, are "
                        + "given beside it.",
                models.isEmpty ? nil : "Also estimated: \(models.joined(separator: "; ")).",
                analysis.resampling.map {
                    "Bootstrap: \($0.count) resamples of people (seed \($0.seed))."
                },
                analysis.stopping.map(end), "Software: dotchi \(analysis.version).",
            ], gaps: [analysis.stopping == nil ? "Not recorded: how it was decided when the study ends." : nil])
    }

    private func name(_ model: MethodsFacts.Model) -> String {
        switch model {
        case .bradleyTerry: "strengths of methods by the Bradley–Terry model, with errors clustered by person"
        case .davidson: "the same with ties by Davidson’s model"
        case .thurstone: "places of methods in just objectionable differences by Thurstone’s case V"
        case .mixed: "a logistic model with a random intercept per person"
        case .sequential:
            "an e-value by a betting martingale on people’s means, which may be looked at after every person"
        }
    }

    private func end(_ rule: StoppingRule) -> String {
        let people = rule.people.map { counted($0, "person", "people") }
        return switch rule.kind {
        case .fixed: "The study was planned to end after \(people ?? "a fixed number of people")."
        case .eValue:
            "The study was planned to end when the e-value reaches \(EvidenceChart.enough(alpha: rule.alpha ?? 1 - facts.analysis.level))"
                + (people.map { ", and after \($0) at the latest" } ?? "") + "."
        }
    }

    private func percent(_ share: Double) -> String { NumberText.level(share) + " %" }
}
