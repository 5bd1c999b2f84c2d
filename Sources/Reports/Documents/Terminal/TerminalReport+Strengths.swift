import Preference

extension TerminalReport {
    /// The methods on one scale, where there are more than two; or the names of those that stand in the way.
    var strengths: [String] {
        let sections = zip(summary.bradleyTerry, summary.thurstone).filter { $0.0.methods.count > 2 }
        guard !sections.isEmpty else { return [] }
        var table = TerminalTable(textColumns: 1, ["method", "log strength", byPerson, "JOD", "alike"])
        var refusals: [String] = []
        for (section, places) in sections {
            guard let estimate = section.estimate.value else {
                refusals += refusal(section)
                continue
            }
            let letters = letters(estimate, &table.gaps)
            let jods = section.methods.indices.map { item in
                table.gaps.cell(places.items, "JOD") { NumberText.signed(Thurstone.jod($0[item].value), 2) }
            }
            let order = section.methods.indices.sorted {
                (estimate.strengths[$1].value, $0) < (estimate.strengths[$0].value, $1)
            }
            table.add(
                heading(section.condition),
                order.map { item in
                    let strength = estimate.strengths[item]
                    let interval = strength.clustered.mapError(Missing.init).flatMap { _ in
                        strength.interval.mapError(Missing.init)
                    }
                    return (
                        [
                            section.methods[item], NumberText.signed(strength.value, 3),
                            table.gaps.cell(interval, "interval by person") { Self.signed($0, digits: 3) },
                            jods[item], letters[item],
                        ], 0
                    )
                })
        }
        let note = "Methods that share a letter under “alike” cannot be told apart (Holm's adjustment over all pairs)."
        return ["The methods on one scale: Bradley-Terry's model, JOD by Thurstone's case V"] + table.lines
            + (table.groups.isEmpty ? [] : [note]) + refusals
    }

    /// For each method the letters of its groups of methods that cannot be told apart, the strongest group first.
    private func letters(_ estimate: BradleyTerryInference, _ gaps: inout TerminalGaps) -> [String] {
        let none = estimate.strengths.map { _ in "" }
        switch estimate.groups {
        case .failure(let undefined):
            gaps.note("methods that are alike", Missing(undefined))
            return none.map { _ in NumberText.none }
        case .success(let all):
            let groups = all.filter { $0.count > 1 }
            guard groups.count <= 26 else { return none.map { _ in "--json" } }
            return groups.enumerated().reduce(into: none) { letters, group in
                let letter = Character(UnicodeScalar(UInt8(97 + group.offset)))
                for item in group.element { letters[item].append(letter) }
            }
        }
    }

    private func refusal(_ section: BradleyTerrySection) -> [String] {
        guard let why = section.estimate.why else { return [] }
        let groups =
            switch why {
            case .disconnected: section.components
            case .separated: section.undefeated
            default: [[String]]()
            }
        let names = groups.map { $0.joined(separator: ", ") }.joined(separator: " | ")
        let condition = heading(section.condition).map { " under \($0)" } ?? ""
        return PlainText.wrapped(
            "No common scale\(condition): \(words.why(why))\(names.isEmpty ? "" : ": \(names)").")
    }
}
