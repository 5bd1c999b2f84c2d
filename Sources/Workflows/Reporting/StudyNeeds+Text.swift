import Preference
package import Reports

extension StudyNeeds {
    /// The needs for a person at a terminal.
    package var text: String {
        let wish = Self.percent(power)
        return """
            to find a rate of \(Self.percent(rate)) with a power of \(wish), at a two-sided alpha of \(alpha)

            people, clustered by person
            \(table.terminal)\(notes)

            votes, were each by another person: \(votes.staysFrom), from which the power stays at \(wish)
            (\(votes.firstCrossing) reach it first\(votes.firstCrossing < votes.staysFrom ? ", but more votes may fall below it again" : ""))
            \(sawTooth)
            """
    }

    private var table: Table {
        Table(
            [
                .init("votes each") { .count($0.votesPerPerson) },
                .init("people") { $0.need.map { .count($0.people) } ?? .none },
                .init("votes") { people in people.need.map { .count($0.people * people.votesPerPerson) } ?? .none },
                .init("to invite") { $0.invitations.map { .count($0) } ?? .none },
                .init("design effect") { .number($0.designEffect, .fixed(2)) },
                .init("power", unit: "[%]") { $0.need.map { .number($0.power, .percent) } ?? .none },
                .init("", .left) { .text($0.votesPerPerson == people.votesPerPerson ? "<" : "") },
            ], (others + [people]).sorted { $0.votesPerPerson < $1.votesPerPerson })
    }

    /// Why there is no number of people.
    private static let unknown = "nearly all people vote alike, so that the test has nothing to go by"

    /// How the power of several votes each was found, and where it was not.
    private var notes: String {
        let all = others + [people]
        let isSimulated = all.contains { $0.need?.isSimulated == true }
        let isUnknown = all.contains { $0.need == nil }
        let simulated =
            "\nwith several votes each and up to 400 people the power is that of \(ClusteredPower.simulatedStudies) simulated "
            + "studies"
        let unknown = "\n–: cannot be promised: \(Self.unknown)"
        return (isSimulated ? simulated : "") + (isUnknown ? unknown : "")
    }

    /// A line a number of votes; where the power falls short, a dot stands for what is missing.
    private var sawTooth: String {
        let width = 40.0
        var lines: [String] = []
        for (place, tooth) in teeth.enumerated() {
            if place > 0, tooth.votes > teeth[place - 1].votes + 1 { lines.append("   ...") }
            let number = String(tooth.votes)
            let bar = String(repeating: "#", count: Int((tooth.power * width).rounded(.down)))
            let missing = String(repeating: ".", count: max(0, Int((power * width).rounded(.down)) - bar.count))
            let mark =
                tooth.votes == votes.staysFrom ? "  stays" : tooth.votes == votes.firstCrossing ? "  first" : ""
            lines.append(
                String(repeating: " ", count: max(0, 6 - number.count)) + number + "  "
                    + (100 * tooth.power).decimals(2) + " %  " + bar + missing + mark)
        }
        return lines.joined(separator: "\n")
    }

    private static func percent(_ share: Double) -> String { "\((100 * share).decimals(1)) %" }
}

extension StudyNeeds {
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
