package import Study

extension VoteTable {
    /// Which rows the rules leave out.
    ///
    /// Rules come in this order, and a row belongs to the first that leaves it out, so that what counts and what the
    /// rules left out add up to all: simulated people, where that is asked for; what the column `excluded` says
    /// (repeated sessions, then other names in their order); incomplete, failed_catch, too_fast, straight_lining. The last four judge people, by all their rows
    /// that neither of the first two left out, of main, catch and repeat trials alike, a row of `count` votes as so
    /// many; they leave out all of a person's rows. Rows without a person are judged by nothing. The order of the rows
    /// changes nothing.
    ///
    /// - Parameters:
    ///   - settings: the rules about people.
    ///   - withoutSimulated: whether votes that no person gave are left out.
    ///   - asked: how many trials each person is asked, where the table has no column of that name; nil takes the most
    ///     that anyone answered.
    package func exclusions(
        _ settings: ExclusionSettings, withoutSimulated: Bool = false, asked: Int? = nil
    ) -> Exclusions {
        var (rules, codes) = ruledBefore(withoutSimulated: withoutSimulated)
        let (persons, names) = people()
        let tallies = tallies(settings, persons: persons, names.count, codes)
        let isJudged = tallies.contains { $0.votes > 0 }

        let most = tallies.reduce(0) { max($0, $1.votes) }
        let hasAsked = tallies.contains { $0.asked != nil }
        let judges = Self.judges(settings, asked: hasAsked ? nil : asked ?? most)
        let first = rules.count
        for judge in judges {
            var rule = AppliedRule(judge.rule.rawValue, planned: judge.planned)
            // Where nobody's votes are left to judge, there is nothing to be said of how they were judged.
            rule.note =
                isJudged
                ? note(judge.rule, tallies, hasAsked: hasAsked, asked: asked, most: most)
                : codes.contains { $0 < 0 } ? .noPeople : nil
            rules.append(rule)
        }
        let verdicts = tallies.map { tally -> Int32 in
            guard tally.votes > 0, let place = judges.firstIndex(where: { $0.breaks(tally) }) else { return -1 }
            return Int32(first + place)
        }
        for row in 0..<count where codes[row] < 0 && persons[row] >= 0 { codes[row] = verdicts[Int(persons[row])] }
        count(codes, persons, names.count, into: &rules)
        let unfinished = tallies.indices.filter { tallies[$0].isUnfinished(asked: asked) }
        return Exclusions(
            rules: rules, codes: codes, people: tallies.count { $0.votes > 0 },
            unfinished: unfinished.map { names[$0] }.sorted())
    }

    /// What is left out before people are judged: simulated votes, and what the file says.
    private func ruledBefore(withoutSimulated: Bool) -> (rules: [AppliedRule], codes: [Int32]) {
        var codes = [Int32](repeating: -1, count: count)
        var rules: [AppliedRule] = []
        if withoutSimulated {
            rules.append(AppliedRule(ExclusionRule.simulatedPeople.rawValue))
            for row in 0..<count where simulated[row] { codes[row] = 0 }
        }
        guard let excluded = texts[.excluded] else { return (rules, codes) }
        let values = excluded.values
        let order = ExclusionRule.allCases.map(\.rawValue)
        let named = Set(values).subtracting([""]).sorted { one, other in
            let places = [one, other].map { order.firstIndex(of: $0) ?? order.count }
            return places[0] == places[1] ? one < other : places[0] < places[1]
        }
        var places: [String: Int32] = [:]
        for name in named {
            if let place = rules.firstIndex(where: { $0.name == name }) {
                places[name] = Int32(place)
            } else {
                places[name] = Int32(rules.count)
                rules.append(AppliedRule(name))
            }
        }
        let ofValue = values.map { places[$0] ?? -1 }
        for row in 0..<count where codes[row] < 0 { codes[row] = ofValue[Int(excluded.codes[row])] }
        return (rules, codes)
    }

    /// What each person did in the rows that count so far.
    private func tallies(
        _ settings: ExclusionSettings, persons: [Int32], _ people: Int, _ codes: [Int32]
    ) -> [PersonTally] {
        var tallies = [PersonTally](repeating: PersonTally(), count: people)
        let (counts, times, asked) = (numbers[.count], numbers[.responseMilliseconds], numbers[.asked])
        let fastBelow = settings.tooFast?.milliseconds ?? 0
        for row in 0..<count where codes[row] < 0 && persons[row] >= 0 {
            tallies[Int(persons[row])].add(
                choices[row], count: counts?[row] ?? 1, milliseconds: times?[row], fastBelow: fastBelow,
                correct: kinds[row] == .catch ? correct?[row] : nil, asked: asked?[row])
        }
        return tallies
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
        _ rule: ExclusionRule, _ tallies: [PersonTally], hasAsked: Bool, asked: Int?, most: Int
    ) -> ExclusionNote? {
        switch rule {
        case .incomplete: hasAsked ? nil : asked.map { .given($0) } ?? .mostAnswered(most)
        case .failedCatch: tallies.contains { $0.catches > 0 } ? nil : .noCatchTrials
        case .tooFast: tallies.contains { $0.timed > 0 } ? nil : .noTimes
        case .straightLining, .repeatedSession, .simulatedPeople, .sameMethod: nil
        }
    }

    /// Counts votes on main trials, and people, under the rules that left them out.
    private func count(_ codes: [Int32], _ persons: [Int32], _ people: Int, into rules: inout [AppliedRule]) {
        let counts = numbers[.count]
        var lost = rules.map { _ in [Bool]() }
        for row in 0..<count where codes[row] >= 0 && kinds[row] == .main {
            let rule = Int(codes[row])
            rules[rule].votes += counts?[row] ?? 1
            guard persons[row] >= 0 else { continue }
            if lost[rule].isEmpty { lost[rule] = Array(repeating: false, count: people) }
            lost[rule][Int(persons[row])] = true
        }
        for rule in rules.indices { rules[rule].people = lost[rule].count { $0 } }
    }
}
