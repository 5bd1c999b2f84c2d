import Foundation
import TestKit
import Testing

@Suite("Simulated votes beside those of people", .endsHangs)
struct MixedVotesTests {
    @Test("come into an answered plan only when that is asked for, and nothing is changed before")
    func refused() async throws {
        try await withAnsweredStudy { dotchi in
            let before = try await dotchi.well("votes", "export")
            let talk = try await dotchi.fails(64, "simulate", "--participants", "2")
            #expect(talk.contains("has 1 session of people") && talk.contains("--beside-people"), "\(talk)")
            #expect(try await dotchi.well("votes", "export") == before)
            // What it advises.
            #expect(
                talk.contains("copy the study folder") && talk.contains("`dotchi survey plan --seed 1 --study COPY`"))
            let copy = dotchi.folder.deletingLastPathComponent().appending(path: "COPY")
            try FileManager.default.copyItem(at: dotchi.folder, to: copy)
            try await dotchi.well("survey", "plan", "--seed", "1", "--study", copy.path)
            try await dotchi.well("simulate", "--participants", "2", "--study", copy.path)
            #expect(try await dotchi.well("analyze", "--study", copy.path).hasPrefix("SIMULATED VOTES – not data"))
            try await dotchi.well("simulate", "--participants", "2", "--beside-people")
            let rows = try await Table(dotchi.well("votes", "export")).rows
            #expect(rows.count { $0["simulated"] == "TRUE" } == 2 * TinyStudy.trials)
        }
    }

    @Test("are told by every table and left out by --without-simulated, of the study and of its export")
    func leftOut() async throws {
        try await withAnsweredStudy { dotchi in
            let people = try decoded(AnalysisFacts.self, from: await dotchi.well("analyze", "--json"))
            try await dotchi.well("simulate", "--participants", "2", "--beside-people")
            try await Data(dotchi.well("votes", "export").utf8).write(to: dotchi.folder.appending(path: "votes.csv"))

            for table in [[], ["votes.csv"]] {
                let mixed = try await dotchi(["analyze"] + table)
                #expect(mixed.output.hasPrefix("SIMULATED VOTES: 12 of 18"), "\(mixed.output)")
                #expect(mixed.talk.contains("12 of the 18 votes are simulated; --without-simulated"), "\(mixed.talk)")
                try await checkReport(dotchi, table, contains: "SIMULATED VOTES: 6 of 9")

                let only = try await dotchi(["analyze", "--without-simulated"] + table)
                #expect(only.status == 0 && only.talk.isEmpty && !only.output.contains("SIMULATED"), "\(only)")
                #expect(only.output.contains("Left out (simulated people): votes 12, people 2."), "\(only.output)")
                let facts = try await dotchi(["analyze", "--without-simulated", "--json"] + table)
                let counted = try decoded(AnalysisFacts.self, from: facts.output)
                #expect(counted.rates == people.rates)
                #expect(counted.votes == .init(total: 18, counted: 6, participants: 1, simulated: 12))
                try await checkReport(dotchi, table + ["--without-simulated"], contains: nil)
            }
        }
    }

    @Test("alone leave nothing to report without them")
    func nothingLeft() async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("simulate", "--participants", "1")
            let talk = try await dotchi.fails(66, "report", "--without-simulated")
            #expect(talk.contains("no votes but simulated ones under the plan in use"), "\(talk)")
        }
    }

    /// Expects that every table of the report for people says `words`, or that none speaks of simulation.
    private func checkReport(_ dotchi: Dotchi, _ arguments: [String], contains words: String?) async throws {
        let ending = try await dotchi(["report", "--out", "report"] + arguments)
        try #require(ending.status == 0, "\(ending.talk)")
        let tables = try contents(of: dotchi.folder.appending(path: "report")).filter { $0.key.hasPrefix("table") }
        #expect(tables.count == 6)
        for (name, bytes) in tables {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains(words ?? "SIMULATED") == (words != nil), "\(name):\n\(text)")
        }
    }

    /// A copy of the tiny study that one person answered.
    private func withAnsweredStudy(_ body: (Dotchi) async throws -> Void) async throws {
        try await withTinyStudy { dotchi in
            let choices = ["left", "right", "left", "left", "right", "left", "right"]
            var asking = dotchi
            asking.input = AnswerLines(plan: try await TinyStudy.made().planHash, choices: choices).text
            try await asking.well("votes", "import", "-")
            try await body(dotchi)
        }
    }
}
