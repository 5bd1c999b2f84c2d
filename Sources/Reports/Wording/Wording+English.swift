import Analysis
import Study

extension Wording {
    /// English.
    static let english = Wording(
        method: "method",
        rate: "selection rate",
        iterations: "iterations",
        time: "time",
        hours: "h",
        people: "people",
        votes: "votes",
        interval: { "\($0) % interval" },
        byPerson: "by person [%]",
        low: "low",
        high: "high",
        conditions: [Condition.equalIterations: "equal iterations", "equal-time": "equal training time"],
        unequalEpochs: { methods in
            "The iterations are not equal, against the condition’s name: "
                + methods.map { "\($0.label) \($0.epochs)" }.joined(separator: "; ") + " epochs."
        },
        caption: { condition, paperName in
            switch (condition, paperName) {
            case (let condition?, let name?): "Results at \(name) (condition \(condition))"
            case (let condition?, nil): "Results under condition \(condition)"
            case (nil, _): "Results"
            }
        },
        allSimulated: "SIMULATED VOTES – not data from people",
        someSimulated: { "SIMULATED VOTES: \($0) of \($1) – those are not data from people" },
        why: { $0.words },
        ties: { "Ties: \($0). They are among the votes and count for neither method." },
        matchedTime: { matched, time, others in
            "Training time is matched to \(matched) (\(time)): "
                + others.map { "\($0.label) \($0.time), difference \($0.difference)" }.joined(separator: "; ") + "."
        },
        condition: "condition",
        against: "against",
        allOthers: "all others",
        pByPerson: "p by person",
        exactP: "exact p",
        wins: "wins",
        losses: "losses",
        tiesHeading: "ties",
        rule: "rule",
        ruleName: { rule in
            switch rule {
            case .repeatedSession: "another session of the same person"
            case .sameMethod: "both images of the same method"
            case .simulatedPeople: "simulated people"
            case .incomplete: "stopped before the last trial"
            case .failedCatch: "failed catch trials"
            case .tooFast: "answered too fast"
            case .straightLining: "nearly always chose one side"
            }
        },
        nothingLeftOut: "No vote was left out.",
        reading: "How to read the numbers",
        readingNotes: [
            "The selection rate is wins / (wins + losses); ties count as neither.",
            "By person: votes of one person are alike, so the person is the unit of evidence. The interval is for the "
                + "mean vote, with the CR2 error of Bell and McCaffrey (people as clusters) and t at Satterthwaite’s "
                + "degrees of freedom. p is two-sided, for a true rate of one half.",
            "Naive: Wilson’s and Clopper and Pearson’s intervals and the exact two-sided binomial p take every vote as "
                + "if it came from another person, so they look surer than the answers are.",
            "Resamples of people draw people anew, with all their votes. Those of people and images draw the images too, and "
                + "are wide: where neither images nor people matter, 2.6 times (two images a vote) too wide.",
            "Intra-class correlation: how alike the votes of one person are; the design effect says how many times the "
                + "variance of independent votes that is. Votes and people to flip: the fewest whose removal brings the "
                + "one in the lead to one half.",
        ],
        study: "Study",
        votesFile: "Votes",
        plan: "Plan (SHA-256)",
        answered: "Answered",
        noRates: "There are no votes and no conditions, so there is nothing to estimate.",
        counts: {
            "\($0.counted) of \($0.total.counted("vote")) \($0.counted.word("counts", "count")); people: \($0.peopleText)"
        }
    )
}
