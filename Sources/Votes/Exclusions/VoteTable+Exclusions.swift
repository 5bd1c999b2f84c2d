package import Study

extension VoteTable {
    /// Writes into ``rule`` which rule leaves each row out, and into ``unfinished`` who has not answered all.
    ///
    /// Rules come in this order, and a row belongs to the first that leaves it out, so that what counts and what the
    /// rules left out add up to all: simulated people, where that is asked for; what the column `excluded` says
    /// (repeated sessions, then other names in their order); incomplete, failed_catch, too_fast, straight_lining. The
    /// last four judge people, by all their rows that neither of the first two left out, of all kinds of trials alike,
    /// a row of several votes as so many, and on the primary question alone where there are several; they leave out all of a
    /// person's rows. Rows without a person are judged by
    /// nothing. How many trials a person is asked the table says; where it says so of nobody it is the most that anyone
    /// answered, and nobody is unfinished. The order of the rows changes nothing.
    ///
    /// - Parameters:
    ///   - settings: the rules about people.
    ///   - withoutSimulated: whether votes that no person gave are left out.
    /// - Returns: the rules; those that left nothing out are not among ``rules``.
    package mutating func exclude(_ settings: ExclusionSettings, withoutSimulated: Bool = false) -> Exclusions {
        var (applied, codes) = ruledBefore(withoutSimulated: withoutSimulated)
        let tallies = tallies(settings, codes)
        let isJudged = tallies.contains { $0.votes > 0 }

        let most = tallies.reduce(0) { max($0, $1.votes) }
        let hasAsked = tallies.contains { $0.asked != nil }
        let judges = Self.judges(settings, asked: hasAsked ? nil : most)
        let first = applied.count
        for judge in judges {
            var rule = AppliedRule(judge.rule.rawValue, planned: judge.planned)
            // Where nobody's votes are left to judge, there is nothing to be said of how they were judged.
            rule.note =
                isJudged
                ? note(judge.rule, tallies, hasAsked: hasAsked, most: most)
                : codes.contains { $0 < 0 } ? .noPeople : nil
            applied.append(rule)
        }
        let verdicts = tallies.map { tally -> Int32 in
            guard tally.votes > 0, let place = judges.firstIndex(where: { $0.breaks(tally) }) else { return -1 }
            return Int32(first + place)
        }
        if let place = applied.firstIndex(where: { $0.name == ExclusionRule.failedCatch.rawValue }), place >= first {
            applied[place].failed = failed(tallies, by: Int32(place), verdicts)
        }
        for row in 0..<count where codes[row] < 0 && person[row] >= 0 { codes[row] = verdicts[Int(person[row])] }
        take(codes, applied.map(\.name))
        unfinished = Set(tallies.indices.filter { tallies[$0].isUnfinished(asked: nil) }.map(Int32.init))
        return Exclusions(rules: applied)
    }

    /// Takes which of some rules leaves each row out, -1 for none.
    private mutating func take(_ codes: [Int32], _ names: [String]) {
        var isUsed = [Bool](repeating: false, count: names.count)
        for code in codes where code >= 0 { isUsed[Int(code)] = true }
        rules = NameList()
        let numbers = zip(names, isUsed).map { $1 ? rules.number(of: $0) : Self.none }
        rule = codes.map { $0 < 0 ? Self.none : numbers[Int($0)] }
    }

    /// What is left out before people are judged: simulated votes, and what the file says.
    private func ruledBefore(withoutSimulated: Bool) -> (rules: [AppliedRule], codes: [Int32]) {
        var codes = [Int32](repeating: -1, count: count)
        var applied: [AppliedRule] = []
        if withoutSimulated {
            applied.append(AppliedRule(ExclusionRule.simulatedPeople.rawValue))
            for row in 0..<count where simulated[row] { codes[row] = 0 }
        }
        let order = ExclusionRule.allCases.map(\.rawValue)
        let named = rules.names.sorted { one, other in
            let places = [one, other].map { order.firstIndex(of: $0) ?? order.count }
            return places[0] == places[1] ? one < other : places[0] < places[1]
        }
        var places: [String: Int32] = [:]
        for name in named {
            if let place = applied.firstIndex(where: { $0.name == name }) {
                places[name] = Int32(place)
            } else {
                places[name] = Int32(applied.count)
                applied.append(AppliedRule(name))
            }
        }
        let ofRule = rules.names.map { places[$0] ?? -1 }
        for row in 0..<count where codes[row] < 0 && rule[row] >= 0 { codes[row] = ofRule[Int(rule[row])] }
        return (applied, codes)
    }

    /// What each person did in the rows that count so far.
    private func tallies(_ settings: ExclusionSettings, _ codes: [Int32]) -> [PersonTally] {
        var tallies = [PersonTally](repeating: PersonTally(), count: people.names.count)
        let fastBelow = settings.tooFast?.milliseconds ?? 0
        for row in 0..<count where codes[row] < 0 && person[row] >= 0 && primary[row] != false {
            let time = responseMilliseconds[row]
            tallies[Int(person[row])].add(
                choice[row], count: votes[row], milliseconds: time < 0 ? nil : time, fastBelow: fastBelow,
                kind: kind[row], correct: correct[row], asked: asked[row] < 1 ? nil : asked[row])
        }
        return tallies
    }

    /// What people failed whom the rule at `place` leaves out.
    private func failed(_ tallies: [PersonTally], by place: Int32, _ verdicts: [Int32]) -> FailedAttention {
        let left = zip(tallies, verdicts).filter { $1 == place }.map(\.0)
        return FailedAttention(
            catches: tallies.contains { $0.catches > 0 } ? left.count { $0.failedCatches > 0 } : nil,
            checks: tallies.contains { $0.checks > 0 } ? left.count { $0.failedChecks > 0 } : nil)
    }

    /// A rule about people, ready to judge.
    private struct Judge {
        let rule: ExclusionRule
        let planned: Double
        let breaks: (PersonTally) -> Bool
    }

    private static func judges(_ settings: ExclusionSettings, asked: Int?) -> [Judge] {
        [
            settings.incomplete.map { rule in
                Judge(rule: .incomplete, planned: rule.planned) { $0.isUnfinished(asked: asked) }
            },
            settings.failedCatch.map { rule in
                Judge(rule: .failedCatch, planned: rule.planned) { $0.breaks(rule) }
            },
            settings.tooFast.map { rule in
                Judge(rule: .tooFast, planned: rule.planned) { $0.breaks(rule) }
            },
            settings.straightLining.map { rule in
                Judge(rule: .straightLining, planned: rule.planned) { $0.breaks(rule) }
            },
        ].compactMap(\.self)
    }

    private func note(
        _ rule: ExclusionRule, _ tallies: [PersonTally], hasAsked: Bool, most: Int
    ) -> ExclusionNote? {
        switch rule {
        case .incomplete: hasAsked ? nil : .mostAnswered(most)
        case .failedCatch: tallies.contains { $0.catches + $0.checks > 0 } ? nil : .noCatchTrials
        case .tooFast: tallies.contains { $0.timed > 0 } ? nil : .noTimes
        case .straightLining, .notAdmitted, .repeatedSession, .simulatedPeople, .sameMethod: nil
        }
    }
}
