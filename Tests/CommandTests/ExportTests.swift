import Foundation
import TestKit
import Testing

@Suite("Exports of votes", .endsHangs)
struct ExportTests {
    @Test("every form comes whole to standard output, and what it has no place for is told")
    func forms() async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("simulate", "--participants", "2")
            func export(_ format: String, _ more: String...) async throws -> (lines: [String], talk: String) {
                let ending = try await dotchi(["votes", "export", "--format", format] + more)
                #expect(ending.status == 0, "\(ending.talk)")
                return (ending.output.split(separator: "\n").map(String.init), ending.talk)
            }
            let all = 2 * TinyStudy.trials
            #expect(try await export("csv").lines.count == all + 1)
            #expect(try await export("jsonl").lines.count == all)
            #expect(try await export("jspsych").lines.count == all + 2)
            #expect(try await export("jsonl").talk == "note: 14 of the 14 votes are simulated.\n")
            for format in ["pwcmp", "arena"] {
                let (lines, talk) = try await export(format)
                #expect(lines.count == 2 * TinyStudy.mainTrials + (format == "pwcmp" ? 1 : 0))
                #expect(
                    talk.contains("\(format) has no place for 2 votes on repeats, catch trials and checks"), "\(talk)")
                #expect(talk.contains("the votes of 2 conditions are here") && talk.contains("--condition NAME"))
                let one = try await export(format, "--condition", "equal-time")
                #expect(one.lines.filter { $0.contains("equal-time") }.count == TinyStudy.mainTrials)
                #expect(!one.talk.contains("--condition") && !one.lines.contains { $0.contains("equal-iterations") })
            }
            let talk = try await dotchi.fails(64, "votes", "export", "--condition", "equal-tim")
            #expect(talk.contains("it has equal-iterations, equal-time"), "\(talk)")
        }
    }

    @Test("the rules of study.yaml stand in the column excluded, and with pwcmp such votes are not there")
    func rules() async throws {
        try await withTinyStudy { dotchi in
            let rule = "analysis: {exclusions: {straight_lining: {min_votes: \(TinyStudy.trials)}}}"
            try TinyStudy.write(TinyStudy.yaml + "\n" + rule, to: dotchi.folder)
            let plan = try await TinyStudy.made().planHash
            var people = [AnswerLines(plan: plan, choices: Array(repeating: "left", count: TinyStudy.trials))]
            people.append(AnswerLines(plan: plan, participant: "hand-2", choices: people[0].choices))
            people[1].choices[3] = "right"
            for (place, person) in people.enumerated() {
                try Data(person.text.utf8).write(to: dotchi.folder.appending(path: "\(place).jsonl"))
            }
            try await dotchi.well("votes", "import", "0.jsonl", "1.jsonl")
            let rows = try await Table(dotchi.well("votes", "export", "--identities")).rows
            #expect(rows.count { $0["excluded"] == "straight_lining" && $0["participant"] == "hand-1" } == 7)
            #expect(rows.count { $0["excluded"] == "" && $0["participant"] == "hand-2" && $0["asked"] == "7" } == 7)
            let pwcmp = try await dotchi("votes", "export", "--format", "pwcmp", "--identities")
            #expect(pwcmp.talk.contains("2 votes on repeats, catch trials and checks, 6 votes that a rule leaves out"))
            #expect(try Table(pwcmp.output).rows.allSatisfy { $0["observer"] == "hand-2" })
        }
    }
}
