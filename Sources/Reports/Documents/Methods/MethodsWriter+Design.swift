import Analysis
import Study

extension MethodsWriter {
    var task: MethodsParagraph.Part {
        let design = facts.design
        let questions = wordings(design.question)
        let asked = questions.joined(separator: words[.comma])
        let isNamed = !design.questions.isEmpty
        let how: [String?] = [
            questions.isEmpty || isNamed ? nil : say(.asked, ["questions": asked]),
            isNamed ? named(design.questions) : nil, design.scale.map { say(key($0)) },
            design.undo.map { say($0 ? .undo : .noUndo) },
            design.consent.map(consent), design.trialsPerPair.map(trials),
            design.sides.map { say($0 == .equal ? .sidesEqual : .sidesWithinOne) },
            design.completeShare.map { say(.completeShare, ["share": percent($0)]) },
            design.pairing.map { say($0 == .item ? .pairingItem : .pairingRandom) },
            design.context.flatMap(context),
            design.repeats.map { $0 == 0 ? say(.noRepeats) : say(.repeats, ["count": "\($0)"]) },
            design.catchTrials.map { $0 == 0 ? say(.noCatchTrials) : say(.catchTrials, ["count": "\($0)"]) },
            beside(.checks, design.besides.checks), beside(.practice, design.besides.practice),
            beside(.breaks, design.besides.breaks),
        ]
        let frozen: [String?] = [
            design.seats.map { say(.seats, ["count": "\($0)"]) },
            design.planHash.map { say(.planFrozen, ["hash": "\($0.prefix(16))"]) },
        ]
        return part(
            .design, how + people(design) + frozen,
            gaps: [
                questions.isEmpty && !isNamed ? .gapQuestion : nil, design.trialsPerPair == nil ? .gapTrials : nil,
                design.sides == nil ? .gapSides : nil,
            ])
    }

    private func beside(_ key: ReportTexts.MethodsKey, _ count: Int) -> String? {
        count > 0 ? say(key, ["count": "\(count)"]) : nil
    }

    /// A question in its languages.
    private func wordings(_ question: [Language: String]) -> [String] {
        question.keys.sorted { $0.rawValue < $1.rawValue }.compactMap { language in
            question[language].map {
                say(.question, ["question": PlainText.oneLine($0), "language": language.rawValue])
            }
        }
    }

    /// The questions that have ids, and which of several the results are of.
    private func named(_ questions: [MethodsFacts.Asked]) -> String {
        let list = questions.map { question in
            let wordings = wordings(question.text).joined(separator: words[.comma])
            return say(.namedQuestion, ["id": question.id, "questions": wordings])
        }
        let asked = joined(list)
        guard questions.count > 1, let primary = questions.first(where: \.isPrimary) else {
            return say(.asked, ["questions": asked])
        }
        return say(.askedSeveral, ["count": "\(questions.count)", "questions": asked, "primary": primary.id])
    }

    private func key(_ scale: AnswerScale) -> ReportTexts.MethodsKey {
        switch scale {
        case .choice: .noTies
        case .ties: .ties
        case .graded: .graded
        }
    }

    private func consent(_ consent: ConsentSettings) -> String {
        guard consent.isRequired else { return say(.noConsent) }
        return consent.version.map { say(.consentVersion, ["version": PlainText.oneLine($0)]) } ?? say(.consent)
    }

    /// The questions of a questionnaire; nil for none.
    private func list(_ questions: [String], _ key: ReportTexts.MethodsKey) -> String? {
        questions.isEmpty ? nil : say(key, ["list": joined(questions.map { "“\(PlainText.oneLine($0))”" })])
    }

    /// What was asked about the participants, and who could take part.
    private func people(_ design: MethodsFacts.Design) -> [String?] {
        let lists = [list(design.before, .before), list(design.after, .after)]
        guard let admit = design.admit else { return lists }
        let answers = admit.answers.sorted { $0.key < $1.key }.map { "\($0.key): \(admitted($0.value))" }
        return lists + [
            admit.devices.count == AdmitSettings.Device.allCases.count
                ? nil : say(.admitDevices, ["list": joined(admit.devices.map { words.device($0.rawValue) })]),
            admit.leastWindow.map { say(.admitWindow, ["size": "\($0.width) × \($0.height)"]) },
            answers.isEmpty ? nil : say(.admitAnswers, ["list": joined(answers)]),
            design.refused == 0 ? nil : say(.refused, ["count": "\(design.refused)"]),
        ]
    }

    private func admitted(_ answers: AdmittedAnswers) -> String {
        switch answers {
        case .options(let names): return names.joined(separator: " / ")
        case .numbers(let least, let most):
            let bounds: [String?] = [
                least.map { "≥ " + NumberText.shortest($0) }, most.map { "≤ " + NumberText.shortest($0) },
            ]
            return bounds.compactMap(\.self).joined(separator: ", ")
        }
    }

    private func trials(_ trials: Int) -> String {
        switch facts.design.pairs {
        case nil: say(.trialsEachPair, ["trials": "\(trials)"])
        case 1: say(.trialsOnePair, ["trials": "\(trials)"])
        case let pairs?: say(.trialsPairs, ["trials": "\(trials)", "pairs": "\(pairs)"])
        }
    }

    var screening: MethodsParagraph.Part {
        let screening = facts.screening
        let dropped = screening.funnel.filter { $0.votes > 0 }.map { row in
            say(
                .leftOutByRule,
                [
                    "rule": PlainText.oneLine(words.name(ofRuleIn: row)), "people": "\(row.people)",
                    "votes": "\(row.votes)",
                ])
        }
        return part(
            .screening,
            [
                screening.exclusions.map(rules), screening.plan.map { say(key($0)) },
                dropped.isEmpty ? say(.nothingLeftOut) : say(.leftOut, ["list": joined(dropped)]),
                dropped.isEmpty ? nil : say(.withAndWithout),
                screening.otherPlans == 0 ? nil : say(.otherPlans, ["votes": "\(screening.otherPlans)"]),
            ],
            gaps: [screening.exclusions == nil ? .gapRules : nil])
    }

    private func key(_ plan: MethodsFacts.Screening.AnalysisPlan) -> ReportTexts.MethodsKey {
        switch plan {
        case .kept: .analysisKept
        case .changed: .analysisChanged
        case .frozenLate: .analysisFrozenLate
        case .notFrozen: .analysisNotFrozen
        }
    }

    private func rules(_ exclusions: ExclusionSettings) -> String {
        let rules = [
            exclusions.incomplete.map { _ in
                facts.design.completeShare.map { say(.incompleteShareRule, ["share": percent($0)]) }
                    ?? say(.incompleteRule)
            },
            exclusions.failedCatch.map {
                say(
                    facts.design.besides.checks == 0
                        ? .failedCatchRule
                        : facts.design.catchTrials == 0 ? .failedChecksRule : .failedAttentionRule,
                    ["count": "\($0.maxFailed)"])
            },
            exclusions.tooFast.map {
                say(.tooFastRule, ["share": percent($0.share), "milliseconds": "\($0.milliseconds)"])
            },
            exclusions.straightLining.map {
                say(.straightLiningRule, ["share": percent($0.share), "votes": "\($0.minVotes)"])
            },
        ].compactMap(\.self)
        return rules.isEmpty ? say(.noRules) : say(.rules, ["rules": joined(rules)])
    }

    private func percent(_ share: Double) -> String { NumberText.level(share) + " %" }
}
