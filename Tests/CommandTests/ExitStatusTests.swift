import Foundation
import TestKit
import Testing

@Suite("Exit statuses", .endsHangs)
struct ExitStatusTests {
    @Test(
        "a wrong command line ends with 64 and names what is wrong",
        arguments: [
            (["--no-such-option"], "--no-such-option"),
            (["runs", "--no-such-option"], "--no-such-option"),
            (["no-such-command"], "no-such-command"),
            (["analyse"], "there is no command `dotchi analyse`; did you mean `dotchi analyze`?"),
            (["survey", "plna"], "there is no command `dotchi survey plna`; did you mean `dotchi survey plan`?"),
            (["runs", "shwo", "faces"], "did you mean `dotchi runs show`?"),
            (["train", "--epochs", "0"], "--epochs"),
            (["train", "--epochs", "many"], "many"),
            (["train", "--threads", "100000"], "--threads takes a whole number from 1 to 1024"),
            (["train", "--epochs", "+5"], "expected a whole number in decimal digits"),
            (["train", "--epochs", "５"], "expected a whole number in decimal digits"),
            (["train", "--epochs", " 5"], "expected a whole number in decimal digits"),
            (["survey", "plan", "--seed", "+5"], "expected a whole number from 0"),
            (["analyze", "--seed", "+5"], "expected a number"),
            (["simulate", "--participants", "1", "--seed", "+5"], "expected a number"),
            (["power", "--rate", "0.7", "--votes-per-person", "+5"], "expected a number"),
            (["pool", "show", "A/equal-time@+1"], "names no pool"),
            (["simulate"], "participants"),
            (["simulate", "--participants", "-2"], "from 1 up, not -2"),
            (["simulate", "--participants", "3", "--prefer", "B=1.5"], "rate from 0 to 1"),
            (["simulate", "--participants", "3", "--prefer", "B=0x1p-1"], "rate from 0 to 1"),
            (["simulate", "--participants", "3", "--prefer", "B=0.9", "--prefer", "B=0.1"], "B more than once"),
            (["simulate", "--participants", "3", "--icc", "2"], "--icc takes a number from 0 to 1, not 2.0"),
            (["simulate", "--participants", "3", "--icc", "nan"], "expected a number"),
            (["simulate", "--participants", "3", "--careless", "-0.5"], "--careless takes a number from 0 to 1"),
            (["simulate", "--participants", "3", "--side-bias", "-2"], "--side-bias takes a number from -1 to 1"),
            (["survey", "plan", "--seats", "0"], "--seats takes a whole number from 1 to 100000, not 0"),
            (["dataset", "add", "--count", "0"], "--count takes a whole number from 1 to 10000000, not 0"),
            (["dataset", "add", "--crop", "20000"], "--crop takes a whole number from 8 to 16384"),
            (["dataset", "add", "--holdout", "-1"], "--holdout takes a whole number from 0 up, not -1"),
            (["pool", "refresh", "--images", "-1"], "--images takes a whole number from 1 to 1000000, not -1"),
            (["pool", "show", "no-slash"], "no-slash"),
            (["init", "study", "--template", "no-such-template"], "demo, images, paper"),
            (["report", "votes.csv"], "--out"),
        ])
    func usage(arguments: [String], named: String) async throws {
        try await withTemporaryFolder { folder in
            let talk = try await Dotchi(folder: folder).fails(64, arguments)
            #expect(talk.contains(named), "\(talk)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test(
        "a value that the study does not take ends with 64 and says which it takes",
        arguments: [
            (["simulate", "--participants", "1", "--prefer", "A=0.9", "--prefer", "B=0.9"], "leave one of them out"),
            (["dataset", "add", "--count", "16"], "--holdout takes 0 to 15 here"),
            (["dataset", "add", "--holdout", "48"], "--holdout takes 0 to 47 here"),
            (["survey", "take", "--seat", "-1"], "seats 1 to 12, not -1"),
        ])
    func studyUsage(arguments: [String], named: String) async throws {
        try await withTinyStudy { dotchi in
            let talk = try await dotchi.fails(64, arguments)
            #expect(talk.contains(named), "\(talk)")
        }
    }

    @Test(
        "a command of a study, called where there is none, ends with 66 and makes nothing",
        arguments: [
            ["runs"], ["train"], ["dataset", "add", "procedural"], ["pool", "refresh"], ["pool", "list"],
            ["survey", "plan"], ["survey", "build", "page"], ["votes", "export"], ["analyze"], ["report"],
            ["simulate", "--participants", "1"],
        ])
    func noStudy(arguments: [String]) async throws {
        try await withTemporaryFolder { folder in
            let talk = try await Dotchi(folder: folder).fails(66, arguments)
            #expect(talk.contains("study.yaml") && talk.contains("dotchi init"), "\(talk)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test(
        "a file or folder that is not there ends with 66 and is named",
        arguments: [
            ["analyze", "missing.csv"], ["report", "missing.csv", "--out", "report"],
            ["votes", "import", "missing.jsonl"],
            ["dataset", "add", "missing"], ["runs", "--study", "missing"],
            ["pool", "import", "A", "missing", "--condition", "equal-time"],
        ])
    func missingFile(arguments: [String]) async throws {
        try await withTinyStudy { dotchi in
            let talk = try await dotchi.fails(66, arguments)
            #expect(talk.contains("missing"), "\(talk)")
        }
    }

    @Test("init over a study ends with 73 and leaves that study as it is; beside other files it makes one")
    func initOverStudy() async throws {
        try await withTemporaryFolder { folder in
            let dotchi = Dotchi(folder: folder)
            try await dotchi.well("init", "study", "--template", "demo")
            let file = folder.appending(path: "study/study.yaml")
            let before = try Data(contentsOf: file)
            #expect(try await dotchi.fails(73, "init", "study", "--template", "paper").contains(file.path))
            #expect(try Data(contentsOf: file) == before)

            try FileManager.default.removeItem(at: file)
            #expect(String(decoding: before, as: UTF8.self).contains("\n  id: study\n"))

            try Data("notes".utf8).write(to: folder.appending(path: "study/notes.txt"))
            #expect(try await dotchi.well("init", "study") == "\(file.path)\n")
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: "study/notes.txt").path))
        }
    }

    @Test("a study in which nothing happened has empty lists, which say what to do next")
    func emptyLists() async throws {
        try await withTemporaryFolder { folder in
            try TinyStudy.write(TinyStudy.yaml, to: folder)
            let dotchi = Dotchi(folder: folder)
            #expect(try decoded([RunFacts].self, from: await dotchi.well("runs", "--json")).isEmpty)
            for isBegun in [false, true] {
                if isBegun { try await dotchi.well("dataset", "add", "procedural", "--count", "18", "--holdout", "2") }
                for (command, next) in [
                    (["runs"], "dotchi train"), (["pool", "list"], "dotchi pool refresh"),
                    (["survey", "list"], "dotchi survey plan"),
                ] {
                    let ending = try await dotchi(command)
                    #expect(ending.status == 0 && ending.output.isEmpty, "\(command): \(ending)")
                    #expect(ending.talk.contains(next), "\(ending.talk)")
                }
                #expect(try await dotchi("runs").talk.contains("dotchi dataset add") != isBegun)
            }
        }
    }

    @Test("a part of --format that is no format is named, with those that are")
    func formats() async throws {
        try await withTemporaryFolder { folder in
            let talk = try await Dotchi(folder: folder)
                .fails(64, "report", "votes.csv", "--out", "report", "--format", "md,pdf")
            #expect(talk.contains("“pdf” is no format of a report; there are md, csv, tex, html, json"), "\(talk)")
        }
    }

    @Test("what comes after a step that was not done yet ends with 66 and names the command that does it")
    func stepMissing() async throws {
        try await withTemporaryFolder { folder in
            let dotchi = Dotchi(folder: folder)
            try TinyStudy.write(TinyStudy.yaml, to: folder)
            #expect(try await dotchi.fails(66, "train").contains("dotchi dataset add"))
            try await dotchi.well("dataset", "add", "procedural", "--count", "18", "--holdout", "2")
            #expect(try await dotchi.fails(66, "pool", "refresh").contains("dotchi train"))
            // What is missing is input, so this ends as every other step that comes too early.
            let talk = try await dotchi.fails(66, "survey", "plan")
            #expect(talk.contains("A/equal-iterations, B/equal-iterations"), "\(talk)")
            #expect(talk.ranges(of: "dotchi pool refresh").count == 1, "\(talk)")
            for command in [
                ["survey", "build", "page"], ["simulate", "--participants", "1"], ["analyze"], ["report"],
            ] {
                #expect(try await dotchi.fails(66, command).contains("dotchi survey plan"), "\(command)")
            }
        }
    }
}
