import Foundation
import TestKit
import Testing

@Suite("How many people", .endsHangs)
struct PowerTests {
    private struct Needs: Decodable {
        struct Votes: Decodable {
            struct Tooth: Decodable { var votes: Int, power: Double }
            var staysFrom: Int, firstCrossing: Int, sawTooth: [Tooth]
        }
        struct People: Decodable { var votesPerPerson: Int, designEffect: Double, people: Int, invitations: Int }
        var votes: Votes, people: People, others: [People]
    }

    private let dotchi = Dotchi(folder: FileManager.default.temporaryDirectory)

    @Test(
        "the votes from which the power stays are told, and those that reach it first",
        arguments: [("0.65", 97, 90), ("0.7", 54, 49), ("0.75", 35, 30), ("0.8", 23, 20), ("0.2", 23, 20)])
    func votes(rate: String, staysFrom: Int, first: Int) async throws {
        let needs = try decoded(Needs.self, from: await dotchi.well("power", "--rate", rate, "--json"))
        #expect(needs.votes.staysFrom == staysFrom && needs.votes.firstCrossing == first)
        for tooth in needs.votes.sawTooth {
            if tooth.votes < first || tooth.votes == staysFrom - 1 { #expect(tooth.power < 0.8) }
            if tooth.votes == first || tooth.votes >= staysFrom { #expect(tooth.power >= 0.8) }
        }
        let text = try await dotchi.well("power", "--rate", rate)
        #expect(text.contains("another person: \(staysFrom), from which the power stays at 80.0 %"), "\(text)")
        #expect(text.contains("(\(first) reach it first, but"), "\(text)")
        let last = try #require(text.split(separator: "\n").first { $0.hasSuffix("  stays") })
        #expect(last.contains("\(staysFrom)  8"), "\(text)")
        #expect(text.contains("the power is that of 20000 simulated studies"))
    }

    @Test("more votes a person need fewer people, likeness more, and losses more invitations")
    func people() async throws {
        func needs(_ more: String...) async throws -> Needs {
            try decoded(Needs.self, from: await dotchi(["power", "--rate", "0.7", "--json"] + more).output)
        }
        let few = try await needs()
        #expect(few.people.votesPerPerson == 20 && abs(few.people.designEffect - 2.9) < 1e-12)
        #expect(few.others.map(\.votesPerPerson) == [1, 5, 10, 50])
        #expect(few.others[0].people == 54 && few.others[1].people > few.people.people)
        #expect(try await needs("--icc", "0.4").people.people > few.people.people)
        let lossy = try await needs("--votes-per-person", "1", "--drop-out", "0.1", "--catch-loss", "0.25")
        #expect(lossy.people.people == 54 && lossy.people.invitations == 80)
    }

    @Test("few people have the power that studies show, and none is promised where nearly all vote alike")
    func few() async throws {
        struct Answer: Decodable {
            struct People: Decodable {
                var people: Int?
                var power: Double?
                var invitations: Int?
                var simulatedStudies: Int?
                var why: String?
            }
            var people: People
        }
        let options = ["power", "--rate", "0.95", "--votes-per-person", "10", "--icc", "0.3", "--json"]
        let few = try decoded(Answer.self, from: await dotchi(options).output).people
        // Three people have a power of 0.29, for which the means of normal votes promise 0.82.
        #expect(
            try #require(few.people) > 4 && few.power ?? 0 >= 0.8 && few.simulatedStudies == 20_000 && few.why == nil)
        let alike = ["power", "--rate", "0.9999", "--votes-per-person", "10", "--icc", "1"]
        let none = try decoded(Answer.self, from: await dotchi(alike + ["--json"]).output).people
        #expect(none.people == nil && none.power == nil && none.invitations == nil)
        #expect(none.why?.contains("vote alike") == true)
        #expect(try await dotchi(alike).output.contains("cannot be promised"))
    }

    @Test("a rate next to one half is answered too, with both ends of its saw-tooth")
    func long() async throws {
        let text = try await dotchi.well("power", "--rate", "0.51")
        #expect(text.contains("   ...\n") && text.split(separator: "\n").count < 40, "\(text)")
    }

    @Test(
        "what is no rate, share or number of votes is refused by name",
        arguments: [
            ("--rate", "0.5", "at least 0.001 from 0.5, not 0.5"), ("--rate", "1", "above 0 and below 1, not 1.0"),
            ("--rate", "nan", "expected a number"), ("--rate", "0x1p-1", "expected a number"),
            ("--icc", "0x1p-3", "expected a number"), ("--alpha", "nan", "expected a number"),
            ("--power", "0", "--power takes"),
            ("--alpha", "1", "--alpha takes"), ("--alpha", "1e-17", "from 1e-09 to 1 - 1e-09, not 1e-17"),
            ("--power", "0.9999999999", "from 1e-09 to 1 - 1e-09"), ("--drop-out", "1", "from 0 to 0.99, not 1.0"),
            ("--drop-out", "0.9999999999", "from 0 to 0.99"), ("--catch-loss", "0.9999999999", "from 0 to 0.99"),
            ("--catch-loss", "-0.1", "from 0 to 0.99, not -0.1"),
            ("--icc", "1.5", "from 0 to 1"), ("--votes-per-person", "0", "from 1 to 10000"),
        ])
    func refused(option: String, value: String, says: String) async throws {
        let rate = option == "--rate" ? [] : ["--rate", "0.7"]
        let talk = try await dotchi.fails(64, ["power"] + rate + [option, value])
        #expect(talk.contains(option) && talk.contains(says), "\(talk)")
    }
}
