import Analysis
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
            let letters = estimate.letters
            if let why = letters.why { table.gaps.note("methods that are alike", why) }
            let jods = section.methods.indices.map { item in
                table.gaps.cell(places.items, "JOD") { NumberText.signed(Thurstone.jod($0[item].value), 2) }
            }
            table.add(
                heading(section.condition),
                estimate.order.map { item in
                    let strength = estimate.strengths[item]
                    return (
                        [
                            section.methods[item], NumberText.signed(strength.value, 3),
                            strength.isOfReference
                                ? "reference"
                                : table.gaps.cell(strength.intervalByPerson, "interval by person") {
                                    NumberText.signed($0, 3)
                                },
                            jods[item], letters.value.map { $0?[item] ?? "--json" } ?? NumberText.none,
                        ], 0
                    )
                })
        }
        let note = "Methods that share a letter under “alike” cannot be told apart (Holm's adjustment over all pairs)."
        return ["The methods on one scale: Bradley-Terry's model, JOD by Thurstone's case V"] + table.lines
            + (table.groups.isEmpty ? [] : [note]) + refusals
    }

    private func refusal(_ section: BradleyTerrySection) -> [String] {
        guard let why = section.estimate.why else { return [] }
        let groups =
            switch why {
            case .undefined(.disconnected): section.components
            case .undefined(.separated): section.undefeated
            default: [[String]]()
            }
        let names = groups.map { $0.joined(separator: ", ") }.joined(separator: " | ")
        let condition = heading(section.condition).map { " under \($0)" } ?? ""
        return PlainText.wrapped(
            "No common scale\(condition): \(words.why(why))\(names.isEmpty ? "" : ": \(names)").")
    }
}
