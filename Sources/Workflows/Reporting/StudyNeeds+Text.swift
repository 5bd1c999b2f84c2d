import Preference
package import Reports

extension StudyNeeds {
    /// The needs for a person at a terminal.
    package func text(_ words: ReportTexts) -> String {
        let wish = Self.percent(power)
        let (stays, first) = ("\(votes.staysFrom)", "\(votes.firstCrossing)")
        return """
            \(words.power(.aim, ["rate": Self.percent(rate), "power": wish, "alpha": "\(alpha)"]))

            \(words.power(.byPerson))
            \(([table(words).terminal] + notes(words)).joined(separator: "\n"))

            \(words.power(.votes, ["votes": stays, "power": wish]))
            \(words.power(votes.firstCrossing < votes.staysFrom ? .firstAndFalls : .first, ["votes": first]))
            \(sawTooth(words))
            """
    }

    private func table(_ words: ReportTexts) -> Table {
        Table(
            [
                .init(words.power(.votesEach)) { .count($0.votesPerPerson) },
                .init(words[.people]) { $0.need.map { .count($0.people) } ?? .none },
                .init(words[.votes]) { people in people.need.map { .count($0.people * people.votesPerPerson) } ?? .none
                },
                .init(words.power(.toInvite)) { $0.invitations.map { .count($0) } ?? .none },
                .init(words[.designEffect]) { .number($0.designEffect, .fixed(2)) },
                .init(words.power(.power), unit: "[%]") { $0.need.map { .number($0.power, .percent) } ?? .none },
                .init("", .left) { .text($0.votesPerPerson == people.votesPerPerson ? "<" : "") },
            ], (others + [people]).sorted { $0.votesPerPerson < $1.votesPerPerson })
    }

    /// How the power of several votes each was found, and where it was not.
    private func notes(_ words: ReportTexts) -> [String] {
        let all = others + [people]
        let isSimulated = all.contains { $0.need?.isSimulated == true }
        let isUnknown = all.contains { $0.need == nil }
        return (isSimulated ? [words.power(.simulated, ["studies": "\(ClusteredPower.simulatedStudies)"])] : [])
            + (isUnknown ? [words.power(.unknown, ["why": words.power(.alike)])] : [])
    }

    /// A line a number of votes; where the power falls short, a dot stands for what is missing.
    private func sawTooth(_ words: ReportTexts) -> String {
        let width = 40.0
        var lines: [String] = []
        for (place, tooth) in teeth.enumerated() {
            if place > 0, tooth.votes > teeth[place - 1].votes + 1 { lines.append("   ...") }
            let number = String(tooth.votes)
            let bar = String(repeating: "#", count: Int((tooth.power * width).rounded(.down)))
            let missing = String(repeating: ".", count: max(0, Int((power * width).rounded(.down)) - bar.count))
            let mark: ReportTexts.PowerKey? =
                tooth.votes == votes.staysFrom ? .stays : tooth.votes == votes.firstCrossing ? .firstMark : nil
            lines.append(
                String(repeating: " ", count: max(0, 6 - number.count)) + number + "  "
                    + (100 * tooth.power).decimals(2) + " %  " + bar + missing
                    + (mark.map { "  " + words.power($0) } ?? ""))
        }
        return lines.joined(separator: "\n")
    }

    private static func percent(_ share: Double) -> String { "\((100 * share).decimals(1)) %" }
}

extension StudyNeeds {
    /// Why there is no number of people, for programs; English reports have the same words.
    package static let unknown = "nearly all people vote alike, so that the test has nothing to go by"

    /// The needs for a program.
    package var json: JSONValue {
        .object([
            .init("rate", .number(rate)), .init("power", .number(power)), .init("alpha", .number(alpha)),
            .init(
                "votes",
                .object([
                    .init("stays_from", .integer(votes.staysFrom)),
                    .init("first_crossing", .integer(votes.firstCrossing)),
                    .init(
                        "saw_tooth",
                        .array(
                            teeth.map {
                                .object([.init("votes", .integer($0.votes)), .init("power", .number($0.power))])
                            })),
                ])),
            .init("drop_out", .number(recruitment.dropOut)), .init("catch_loss", .number(recruitment.catchLoss)),
            .init("people", Self.json(people)), .init("others", .array(others.map(Self.json))),
        ])
    }

    private static func json(_ people: People) -> JSONValue {
        let need = people.need
        let studies = ClusteredPower.simulatedStudies
        var members: [JSONValue.Member] = [
            .init("votes_per_person", .integer(people.votesPerPerson)),
            .init("design_effect", .number(people.designEffect)),
            .init("people", need.map { .integer($0.people) } ?? .null),
            .init("votes", need.map { .integer($0.people * people.votesPerPerson) } ?? .null),
            .init("power", need.map { .number($0.power) } ?? .null),
            .init("invitations", people.invitations.map(JSONValue.integer) ?? .null),
        ]
        if need?.isSimulated == true { members.append(.init("simulated_studies", .integer(studies))) }
        if need == nil { members.append(.init("why", .string(unknown))) }
        return .object(members)
    }
}
