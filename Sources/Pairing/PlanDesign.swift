import Study

/// What every seat of a plan is asked, before images, sides and order are drawn.
struct PlanDesign {
    /// Two methods that meet under a condition, as indices of `pools`.
    struct Pair {
        var condition: String
        var first: Int
        var second: Int
    }

    /// The pools that are drawn from.
    private(set) var pools: [PoolGeneration] = []
    /// Images that one seat takes of each pool.
    private(set) var demands: [Int] = []
    /// What catch trials show; nil where there are none.
    private(set) var catches: CatchDesign?
    /// The pairs, in the study's order.
    private(set) var pairs: [Pair] = []
    /// Main trials of each pair.
    let trials: Int
    /// What images show, where they meet by item; nil where they meet at random.
    let items: PoolItems?
    /// The items that each pair's methods share, where images meet by item.
    private(set) var sharedItems: [[Int]] = []

    init(
        study: Study, generations: [PoolGeneration], seats: Int, seed: UInt64, items: PoolItems? = nil
    ) throws(PairingError) {
        trials = study.survey.trials
        self.items = study.survey.usedPairing == .item ? items ?? PoolItems([:]) : nil
        var findings: [String] = []
        var missing: [PoolKey] = []
        if study.conditions.isEmpty { findings.append("the study has no conditions") }
        for condition in study.conditions {
            if condition.methods.count < 2 {
                findings.append("condition \(condition.name) has fewer than two methods")
            }
            if Set(condition.methods).count < condition.methods.count {
                findings.append("condition \(condition.name) names a method twice")
            }
            let start = pools.count
            for key in condition.pools {
                let found = generations.filter { $0.pool == key }
                switch found.count {
                case 0: missing.append(key)
                case 1: break
                default: findings.append("pool \(key.name) is given in \(found.count) generations, expected one")
                }
                pools.append(found.first ?? PoolGeneration(pool: key, number: 0, count: 0))
                demands.append(min(study.survey.trials, SurveyPlan.mostTrials) * (condition.methods.count - 1))
                if self.items == nil, let found = found.first, found.count < demands[pools.count - 1] {
                    findings.append(
                        "pool \(key.name) has \(found.count.counted("image")), but a person sees "
                            + "\(demands[pools.count - 1]) of them (refresh it with more, or ask fewer trials)")
                }
            }
            for first in start..<pools.count {
                for second in pools.indices.dropFirst(first + 1) {
                    pairs.append(Pair(condition: condition.name, first: first, second: second))
                }
            }
        }
        if let items = self.items { findings += itemFindings(items) }
        if let design = CatchDesign(study: study, generations: generations, seed: seed, items: self.items) {
            catches = design
            findings += design.findings
        }
        findings += Self.findings(seats: seats, survey: study.survey, pairs: pairs.count)
        guard findings.isEmpty, missing.isEmpty else { throw PairingError(findings: findings, missing: missing) }
        if let items = self.items {
            sharedItems = pairs.map { items.shared(by: pools[$0.first].pool, pools[$0.second].pool) }
        }
    }

    /// What is in the way of comparing by item.
    private func itemFindings(_ items: PoolItems) -> [String] {
        // A pool without images has number 0, and is named already.
        let nameless = pools.filter { $0.number > 0 }.map(\.pool).filter { !items.names(allOf: $0) }
        let unnamed = nameless.map { pool in
            "the images of pool \(pool.name) have no names, since `dotchi pool refresh` made them; survey.pairing: item needs "
                + "imported ones (`dotchi pool import`)"
        }
        let few = pairs.compactMap { pair -> String? in
            let (first, second) = (pools[pair.first], pools[pair.second])
            guard [first, second].allSatisfy({ $0.number > 0 && !nameless.contains($0.pool) }) else { return nil }
            let match = items.match(first.pool, second.pool)
            guard match.shared < trials else { return nil }
            let near = match.near.map { "; \($0.inWords)" } ?? ""
            return
                "pools \(first.pool.name) and \(second.pool.name) share \(match.shared.counted("item")), but a person "
                + "sees \(trials.counted("pair")) of them (import more images of equal names, or ask fewer trials\(near))"
        }
        return unnamed + few
    }

    private static func findings(seats: Int, survey: SurveySettings, pairs: Int) -> [String] {
        var findings: [String] = []
        if !(1...SurveyPlan.mostSeats).contains(seats) {
            findings.append("\(seats.counted("seat")), expected 1 to \(SurveyPlan.mostSeats)")
        }
        if survey.trials < 1 { findings.append("survey.trials is \(survey.trials), expected at least 1") }
        let catches = survey.catchTrials
        if catches < 0 || catches > survey.trials {
            findings.append("survey.catch is \(catches), expected 0 to survey.trials")
        }
        // As doubles, which do not overflow.
        let main = Double(survey.trials) * Double(pairs)
        let (checks, practice) = (survey.besides.checks, survey.besides.practice)
        if checks < 0 || checks > 0 && Double(checks) >= main {
            findings.append(
                "survey.checks is \(checks), expected fewer than a person's main trials, since none comes among the first two pairs"
            )
        }
        if practice < 0 { findings.append("survey.practice is \(practice), expected at least 0") }
        if survey.repeats < 0 || Double(survey.repeats) > max(0, main) {
            findings.append("survey.repeats is \(survey.repeats), expected 0 to the number of a person's main trials")
        }
        let all = main + [survey.repeats, catches, checks, practice].reduce(0) { $0 + Double($1) }
        if all * Double(seats) > Double(SurveyPlan.mostTrials) {
            findings.append("the seats have more than \(SurveyPlan.mostTrials) trials together (seats times trials)")
        }
        return findings
    }
}
