import Foundation
import TestKit
import Testing

@Suite("Paths that cannot be read or written", .endsHangs)
struct UnreadableTests {
    @Test(
        "a folder where a file is meant ends with 66, is named, and is said in words",
        arguments: [
            ["analyze", "folder"], ["report", "folder", "--out", "report"],
            ["report", "votes.csv", "--runs", "folder", "--out", "report"],
            ["pool", "import", "A", "votes.csv", "--condition", "equal-time"],
        ])
    func folders(arguments: [String]) async throws {
        try await withTinyStudy { dotchi in
            try FileManager.default.createDirectory(
                at: dotchi.folder.appending(path: "folder"), withIntermediateDirectories: false)
            try Data("participant,left,right,choice\nada,A,B,left\n".utf8)
                .write(to: dotchi.folder.appending(path: "votes.csv"))
            let talk = try await dotchi.fails(66, arguments)
            #expect(talk.contains("it is a directory, not a file") || talk.contains("not a directory: "), "\(talk)")
            #expect(!talk.contains("Cocoa") && !talk.contains("couldn"), "\(talk)")
        }
    }

    @Test(
        "a picture for a folder that is not there ends with 73, and nothing is printed",
        arguments: [["pool", "show", "A/equal-time"], ["dataset", "show"], ["runs", "show", "faces32"]])
    func grids(command: [String]) async throws {
        try await withTinyStudy { dotchi in
            let talk = try await dotchi.fails(73, command + ["--grid", "nowhere/grid.png"])
            #expect(talk.contains("nowhere/grid.png: cannot be written (no such file or directory)"), "\(talk)")
        }
    }

    @Test("a report for a folder that is not there ends with 73, and nothing is printed")
    func report() async throws {
        try await withTinyStudy { dotchi in
            let talk = try await dotchi.fails(73, "runs", "show", "faces32", "--report", "nowhere/report.html")
            #expect(
                talk.contains("nowhere/report.html cannot be written: no such file or directory."), "\(talk)")
        }
    }

    @Test("- is standard input: a table of votes is analysed and reported from it, answers are imported from it")
    func standardInput() async throws {
        try await withTinyStudy { dotchi in
            var dotchi = dotchi
            dotchi.input = "participant,left,right,choice\nada,A,B,left\nbo,B,A,left\nbo,A,B,right\n"
            let analysis = try decoded(AnalysisFacts.self, from: await dotchi.well("analyze", "-", "--json"))
            #expect(analysis.votes == .init(total: 3, counted: 3, participants: 2, simulated: 0))
            try await dotchi.well("report", "-", "--out", "report")
            let report = try String(contentsOf: dotchi.folder.appending(path: "report/report.md"), encoding: .utf8)
            #expect(report.hasPrefix("# standard input\n"), "\(report)")

            let choices = Array(repeating: "left", count: TinyStudy.trials)
            dotchi.input = AnswerLines(plan: try await TinyStudy.made().planHash, choices: choices).text
            #expect(try await dotchi.well("votes", "import", "-").contains("files 1, new events"))
            #expect(try await Table(dotchi.well("votes", "export")).rows.count == TinyStudy.trials)
        }
    }
}
