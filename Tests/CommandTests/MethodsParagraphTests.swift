import Foundation
import TestKit
import Testing

@Suite("The methods paragraph of a study", .endsHangs)
struct MethodsParagraphTests {
    @Test("tells the days of the votes that count, shared latent vectors, and where the votes of a file are")
    func facts() async throws {
        try await withTinyStudy { dotchi in
            let rule = "analysis: {exclusions: {straight_lining: {min_votes: \(TinyStudy.trials)}}}"
            try TinyStudy.write(TinyStudy.yaml + "\n" + rule, to: dotchi.folder)
            let plan = try await TinyStudy.made().planHash
            // The first person and the last are left out.
            let days = ["2026-01-03", "2026-01-05", "2026-01-09"]
            for (number, day) in days.enumerated() {
                var person = AnswerLines(
                    plan: plan, seat: number + 1, participant: "hand-\(number)", day: day,
                    choices: Array(repeating: "left", count: TinyStudy.trials))
                if number == 1 { person.choices[3] = "right" }
                try Data(person.text.utf8).write(to: dotchi.folder.appending(path: "\(number).jsonl"))
            }
            try await dotchi.well("votes", "import", "0.jsonl", "1.jsonl", "2.jsonl")
            let study = try await report(dotchi, [])
            #expect(study.contains("1 person gave the 6 votes that count; 3 began. They answered on 2026-01-05."))
            #expect(study.contains("\n- Answered: 2026-01-05T00:00:"))
            #expect(study.contains("Image i of every method was made from the same latent vector."))
            #expect(study.contains("Not recorded: where the raw votes can be had."))

            try await Data(dotchi.well("votes", "export").utf8).write(to: dotchi.folder.appending(path: "votes.csv"))
            #expect(try await report(dotchi, ["votes.csv"]).contains("The raw votes are in votes.csv."))

            try await dotchi.well("pool", "refresh", "--method", "A", "--seed", "9")
            try await dotchi.well("survey", "plan", "--seats", "3", "--seed", "5")
            try await dotchi.well("simulate", "--participants", "1")
            let other = try await report(dotchi, [])
            #expect(!other.contains("latent vector"))
            // Three people with six main trials each answered the first plan.
            #expect(other.contains("> 18 votes of this study were given under other plans"))
            #expect(other.contains("Not in the results: 18 votes given under other plans."))
            #expect(other.contains("1 simulated person gave the 6 votes that count"))
        }
    }

    @Test(
        "says of a table only what its votes allow",
        arguments: [
            ("p1,A,B,left,1 p2,A,B,right,1", "0 people gave the 0 votes that count.", "so no rate is given"),
            ("p1,A,B,tie,0 p2,A,B,tie,0", "2 people gave the 2 votes that count.", "so no rate is given"),
            (
                "p1,A,B,left,0 p1,A,B,right,0", "1 person gave the 2 votes that count.",
                "the spread between people cannot"
            ),
            (
                "p1,A,B,left,0 p2,A,B,left,0", "2 people gave the 2 votes that count.",
                "the spread between people cannot"
            ),
            ("p1,A,B,left,0 ,A,B,right,0", "1 person gave 1 of the 2 votes", "Of no rate do all votes name"),
            (",A,B,left,0 ,A,B,right,0", "2 votes count; they do not name", "The votes name no persons"),
            ("p1,A,B,left,0 p2,A,B,right,0", "2 people gave the 2 votes that count.", "takes the person as the unit"),
        ])
    func table(rows: String, people: String, unit: String) async throws {
        try await withTemporaryFolder { folder in
            let dotchi = Dotchi(folder: folder)
            let table = "participant,left,right,choice,excluded\n" + rows.replacing(" ", with: "\n") + "\n"
            try Data(table.utf8).write(to: dotchi.folder.appending(path: "votes.csv"))
            let text = try await report(dotchi, ["votes.csv"])
            #expect(text.contains(people) && text.contains(unit), "\(text)")
        }
    }

    private func report(_ dotchi: Dotchi, _ arguments: [String]) async throws -> String {
        let ending = try await dotchi(["report", "--out", "report", "--format", "md"] + arguments)
        try #require(ending.status == 0, "\(ending.talk)")
        return try String(contentsOf: dotchi.folder.appending(path: "report/report.md"), encoding: .utf8)
    }
}
