import Preference
import Reports

extension StudyNeeds {
    /// The needs for a person at a terminal.
    var text: String {
        let wish = Self.percent(power)
        return """
            to find a rate of \(Self.percent(rate)) with a power of \(wish), at a two-sided alpha of \(alpha)

            people, clustered by person
            \(table)\(fewPeople)

            votes, were each by another person: \(votes.staysFrom), from which the power stays at \(wish)
            (\(votes.firstCrossing) reach it first\(votes.firstCrossing < votes.staysFrom ? ", but more votes may fall below it again" : ""))
            \(sawTooth)
            """
    }

    private var table: String {
        let all = (others + [people]).sorted { $0.votesPerPerson < $1.votesPerPerson }
        let rows = all.map { people in
            [
                "\(people.votesPerPerson)", "\(people.count)", "\(people.count * people.votesPerPerson)",
                "\(people.invitations)", people.designEffect.decimals(2), (100 * people.power).decimals(1),
                people.votesPerPerson == self.people.votesPerPerson ? "<" : "",
            ]
        }
        return ([["votes each", "people", "votes", "to invite", "design effect", "power [%]", ""]] + rows).table
    }

    /// Below so many people the approximation of the clustered test's power is too high: see `ClusteredPower`.
    private static let few = 15

    /// What is to be known where the clustered test is told for few people.
    private var fewPeople: String {
        let isFew = (others + [people]).contains { $0.votesPerPerson > 1 && $0.count < Self.few }
        return isFew
            ? "\nwith fewer than \(Self.few) people the power of several votes each is up to five points less"
            : ""
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
    var json: JSONValue {
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
        .object([
            .init("votes_per_person", .integer(people.votesPerPerson)),
            .init("design_effect", .number(people.designEffect)), .init("people", .integer(people.count)),
            .init("votes", .integer(people.count * people.votesPerPerson)), .init("power", .number(people.power)),
            .init("invitations", .integer(people.invitations)),
        ])
    }
}
