import Foundation
import TestKit
import Testing

@Suite("Names that are not UTF-8", .endsHangs)
struct OddNameTests {
    /// Runs the command by a shell that puts the byte FF in the place of `@`, which no text of Swift's can hold.
    private func ending(_ dotchi: Dotchi, _ script: String) async throws -> Dotchi.Ending {
        var shell = dotchi
        shell.executable = URL(filePath: "/bin/bash")
        return try await shell("-c", script.replacing("@", with: "$'\\xff'"), Project.command.path)
    }

    @Test(
        "on the command line are said to be so, with the name made safe, by every command that takes a path",
        arguments: [
            "votes import a@.jsonl", "votes erase a@.jsonl", "pool import A a@ --condition equal-time",
            "dataset add a@.tar",
            "analyze a@.csv", "report a@.csv --out out", "runs import a@.safetensors", "survey build a@",
            "pool export A/equal-time a@", "votes answers a@", "init a@", "analyze --study a@",
            "runs show faces32 --report a@.html",
        ])
    func arguments(command: String) async throws {
        try await withTinyStudy { dotchi in
            // All of them are there, so that none of them is missing.
            let made = try await ending(dotchi, "mkdir a@; touch a@.jsonl a@.tar a@.csv a@.safetensors; ls | wc -l")
            try #require(made.status == 0, "\(made)")
            let ending = try await ending(dotchi, "\"$0\" \(command)")
            #expect(ending.status == 64, "\(ending)")
            #expect(ending.talk.contains("“a\\xFF") && ending.talk.contains("is not UTF-8"), "\(ending)")
            #expect(!ending.talk.contains("no such file") && !ending.talk.contains("\u{FFFD}"), "\(ending)")
        }
    }

    @Test("of the folder in which a command is called are said to be so")
    func currentFolder() async throws {
        try await withTinyStudy { dotchi in
            let ending = try await ending(dotchi, "mkdir a@ && cd a@ && \"$0\" analyze")
            #expect(ending.status == 66 && ending.talk.contains("a\\xFF”, is not UTF-8"), "\(ending)")
        }
    }

    @Test("of images keep a folder from being imported or added, with the name")
    func images() async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("pool", "export", "A/equal-time", "images")
            let made = try await ending(dotchi, "cp images/*0.png images/b@.png")
            try #require(made.status == 0, "\(made)")
            for command in [
                ["pool", "import", "A", "images", "--condition", "equal-time"],
                ["dataset", "add", "images", "--count", "2", "--holdout", "0"],
            ] {
                let ending = try await dotchi(command)
                #expect(ending.status == 65 || ending.status == 66, "\(ending)")
                #expect(ending.talk.contains("“b\\xFF.png” in") && ending.talk.contains("is not UTF-8"), "\(ending)")
            }
        }
    }

    @Test("of answer files in a folder are refused by name, and the other files are taken")
    func answers() async throws {
        try await withTinyStudy { dotchi in
            try FileManager.default.createDirectory(
                at: dotchi.folder.appending(path: "answers"), withIntermediateDirectories: false)
            let choices = Array(repeating: "left", count: TinyStudy.trials)
            let answers = AnswerLines(plan: try await TinyStudy.made().planHash, choices: choices).text
            try Data(answers.utf8).write(to: dotchi.folder.appending(path: "answers/b.jsonl"))
            let made = try await ending(dotchi, "mkdir answers/c@ && cp answers/b.jsonl answers/c@/a.jsonl")
            try #require(made.status == 0, "\(made)")
            let imported = try await dotchi("votes", "import", "answers")
            #expect(imported.status == 65, "\(imported)")
            #expect(imported.talk.contains("c\\xFF/a.jsonl”") && imported.talk.contains("is not UTF-8"), "\(imported)")
            #expect(try await Table(dotchi.well("votes", "export")).rows.count == TinyStudy.trials)

            // An erasure lists the copy that it cannot reach, by its name.
            let rows = try await Table(dotchi.well("votes", "export", "--identities")).rows
            let session = try #require(rows.first?["session"])
            let erasure = try await dotchi("votes", "erase", session)
            #expect(erasure.status == 0, "\(erasure)")
            #expect(erasure.talk.contains("\n  answers/c\\xFF/a.jsonl"), "\(erasure)")
            #expect(erasure.talk.contains("\n  answers/b.jsonl"), "\(erasure)")
        }
    }
}
