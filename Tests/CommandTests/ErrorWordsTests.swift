import Foundation
import TestKit
import Testing

@Suite("The words of errors", .endsHangs)
struct ErrorWordsTests {
    @Test(
        "every error begins with the program's name and goes on in lower case, or with what was typed",
        arguments: [
            ["no-such-command"], ["runs", "--no-such-option"], ["simulate"], ["train", "--epochs", "many"],
            ["pool", "show", "gan"], ["pool", "show", "A/equal-time@7"], ["pool", "show", "A/none"],
            ["runs", "show", "gan"], ["runs", "show", "later"], ["runs", "export", "faces16", "x", "--epoch", "77"],
            ["votes", "import", "empty"], ["votes", "erase", "nobody"], ["survey", "plan", "--again", "zz"],
            ["survey", "build", "--seat", "3", "page"], ["report"], ["report", "votes.csv"],
            ["analyze", "missing.csv"],
            ["dataset", "add", "missing"], ["dataset", "add", "empty"], ["init", "."],
            ["init", "other", "--template", "none"], ["doctor", "--no-such-option"], ["power", "--rate", "many"],
        ])
    func beginning(arguments: [String]) async throws {
        try await withTinyStudy { dotchi in
            let more = TinyStudy.yaml.replacing("networks:\n", with: "networks:\n  later: {kind: dcgan, batch: 16}\n")
            try TinyStudy.write(more, to: dotchi.folder)
            try FileManager.default.createDirectory(
                at: dotchi.folder.appending(path: "empty"), withIntermediateDirectories: true)
            let ending = try await dotchi(arguments)
            #expect(ending.status != 0, "\(arguments)")
            let line = try #require(ending.talk.split(separator: "\n").first { $0.hasPrefix("dotchi: ") }, "\(ending)")
            let first = line.dropFirst("dotchi: ".count).first
            #expect(first?.isUppercase == false, "\(line)")
        }
    }

    @Test("a value of another kind is refused with what was expected")
    func values() async throws {
        let dotchi = Dotchi(folder: FileManager.default.temporaryDirectory)
        for (arguments, expected) in [
            (["train", "--epochs", "many"], "expected a whole number"),
            (["analyze", "--seed", "-1"], "--seed takes a whole number from 0"),
            (["pool", "refresh", "--seed", "-1"], "expected a whole number from 0 to"),
            (["power", "--rate", "many"], "expected a number, as 0.7"),
            (["power", "--rate", "0.7", "--icc", "many"], "'--icc <icc>': expected a number, as its help says\nHelp:"),
            (["pool", "show", "gan"], "expected METHOD/CONDITION, or METHOD/CONDITION@GENERATION"),
            (["no-such-command"], "`dotchi` has init, dataset, train"),
        ] {
            let talk = try await dotchi.fails(64, arguments)
            #expect(talk.contains(expected), "\(talk)")
        }
    }

    @Test("a pool by no name is refused with the pools there are; a run that is none, where nothing is, in whole words")
    func names() async throws {
        try await withTemporaryFolder { folder in
            let dotchi = Dotchi(folder: folder)
            try TinyStudy.write(TinyStudy.yaml, to: folder)
            for command in [["pool", "show", "gan"], ["pool", "export", "gan", "x"]] {
                let talk = try await dotchi.fails(64, command)
                #expect(
                    talk.contains("“gan” names no pool")
                        && talk.contains("study.yaml has A/equal-iterations, B/equal-"),
                    "\(talk)")
            }
            try TinyStudy.write("study: {id: s}\ndataset: {source: procedural, count: 4, holdout: 0}", to: folder)
            try await dotchi.well("dataset", "add", "procedural")
            let talk = try await dotchi.fails(66, "runs", "show", "gan")
            #expect(talk.contains("nothing was trained yet, and study.yaml has no networks."), "\(talk)")
        }
    }
}
