import Foundation
import TestKit
import Testing

@Suite("Messages that name what they are about", .endsHangs)
struct WordingTests {
    @Test(
        "help of a command that is not there is a usage error that names the nearest",
        arguments: [
            (["help", "analyse"], "there is no command `dotchi analyse`; did you mean `dotchi analyze`?"),
            (["help", "foo"], "there is no command `dotchi foo`; `dotchi` has init"),
            (
                ["help", "survey", "biuld"],
                "there is no command `dotchi survey biuld`; did you mean `dotchi survey build`?"
            ),
        ])
    func help(arguments: [String], says: String) async throws {
        try await withTemporaryFolder { folder in
            let dotchi = Dotchi(folder: folder)
            let talk = try await dotchi.fails(64, arguments)
            #expect(talk.contains(says), "\(talk)")
            for known in [["help"], ["help", "survey", "build"], ["help", "analyze"]] {
                let ending = try await dotchi(known)
                #expect(ending.status == 0 && ending.output.contains("OVERVIEW"), "\(known): \(ending)")
            }
        }
    }

    @Test("names in capitals stay as they are typed")
    func capitals() async throws {
        try await withTinyStudy { dotchi in
            let ending = try await dotchi("simulate", "--participants", "1", "--prefer", "B=2")
            #expect(ending.status == 64 && !ending.talk.contains(/dotchi: [a-z][A-Z]{2}/), "\(ending.talk)")
        }
    }

    @Test("very many findings of study.yaml and missing estimates are shown in part, with how many more there are")
    func bounded() async throws {
        try await withTinyStudy { dotchi in
            let wrong = (1...200).map { "odd\($0): 1" }.joined(separator: "\n")
            try TinyStudy.write(TinyStudy.yaml + "\n" + wrong, to: dotchi.folder)
            let talk = try await dotchi.fails(65, "runs")
            #expect(talk.split(separator: "\n").count == 51, "\(talk)")
            #expect(talk.contains("and 150 more; they are named when these are mended"), "\(talk)")
        }
        try await withTemporaryFolder { folder in
            let rows = (1...60).map { "p,A,B,left,condition-\($0)\n" }.joined()
            try Data(("participant,left,right,choice,condition\n" + rows).utf8).write(
                to: folder.appending(path: "votes.csv"))
            let ending = try await Dotchi(folder: folder)("analyze", "votes.csv")
            let all = ending.output + ending.talk
            for gap in all.split(separator: "Not estimated: ").dropFirst() {
                #expect(gap.prefix { $0 != "." }.count { $0 == ";" } <= 20)
            }
        }
    }

    @Test("a number with too many digits is not called no whole number, and a refused event is named by 12 digits")
    func answers() async throws {
        try await withTinyStudy { dotchi in
            let choices = Array(repeating: "left", count: TinyStudy.trials)
            let text = AnswerLines(plan: try await TinyStudy.made().planHash, choices: choices).text
            let first = try #require(text.firstMatch(of: /"response_ms":[0-9]+/))
            let huge = text.replacing(
                first.0, with: "\"response_ms\":1000000000000000000000000000000", maxReplacements: 1)
            let trial = try #require(huge.matches(of: /"trial":[0-9]+/).last)
            let odd = huge.replacingCharacters(in: trial.range, with: "\"trial\":999")
            try Data(odd.utf8).write(to: dotchi.folder.appending(path: "hand.jsonl"))
            let ending = try await dotchi("votes", "import", "hand.jsonl")
            #expect(
                ending.talk.contains("\"response_ms\" is 1e+30, expected a whole number of at most 18 digits"),
                "\(ending.talk)")
            #expect(
                ending.talk.contains(/: event [0-9a-f]{8}-[0-9a-f]{4}: seat 2 has no trial 999/), "\(ending.talk)")
        }
    }

    @Test("doctor speaks of several things as several, names a command once, and a dangling link as what it is")
    func doctor() async throws {
        try await withTinyStudy { dotchi in
            let locks = dotchi.folder.appending(path: ".locks")
            try FileManager.default.createDirectory(at: locks, withIntermediateDirectories: true)
            for name in ["one", "two"] { try Data().write(to: locks.appending(path: "\(name).lock")) }
            let left = try await dotchi("doctor").output
            #expect(left.contains("2 locks: one.lock, two.lock; `dotchi doctor --clean` removes them"), "\(left)")
            let refresh = ["pool", "refresh", "--seed", "3"]
            let held = try await dotchi.held(at: "pool refresh: pool begun", refresh)
            let busy = try await dotchi("doctor").output
            #expect(busy.split(separator: "\n").count { $0.contains("is at work") } == 1, "\(busy)")
            _ = try await held.kill()

            try FileManager.default.createSymbolicLink(
                atPath: dotchi.folder.appending(path: "page").path, withDestinationPath: "nowhere")
            let talk = try await dotchi.fails(73, "survey", "build", "page")
            #expect(talk.contains("a link to") && talk.contains("nowhere, which is not there"), "\(talk)")
        }
    }

    @Test("notes on plans name them by 12 digits, which --again takes")
    func plans() async throws {
        try await withAnsweredStudy { dotchi in
            let first = try await TinyStudy.made().planHash
            let again = try await dotchi("survey", "plan", "--seed", "77")
            #expect(again.talk.contains("`dotchi survey plan --again \(first.prefix(12))` goes back"), "\(again.talk)")
            let talk = try await dotchi("analyze").talk
            #expect(talk.contains("goes back to a plan: \(first.prefix(12)).") && !talk.contains(first), "\(talk)")
            try await dotchi.well("survey", "plan", "--again", String(first.prefix(12)))
        }
    }

    @Test("the page of another study of the same id is left alone, by its plan")
    func sameID() async throws {
        try await withTinyStudy { dotchi in
            let page = dotchi.folder.deletingLastPathComponent().appending(path: "page")
            try await dotchi.well("survey", "build", page.path)
            // A copy that never froze this plan: same study.yaml, another study.sqlite.
            try await withTinyStudy { other in
                try await other.well("survey", "plan", "--seed", "8")
                // The first plan is known to both, and a page of it may be built over.
                try await other.well("survey", "build", page.path)
                let talk = try await dotchi.fails(73, "survey", "build", page.path)
                #expect(
                    talk.contains("that this study never froze: of another study that is called tiny too"), "\(talk)")
            }
            try await dotchi.well("survey", "build", page.path, "--discard-earlier")
        }
    }
}
