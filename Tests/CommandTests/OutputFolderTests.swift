import Foundation
import TestKit
import Testing

@Suite("Commands that write one folder at once", .endsHangs)
struct OutputFolderTests {
    @Test("of three first builds of one page one writes it; the others end with 75 and name it")
    func firstBuilds() async throws {
        try await withTinyStudy { dotchi in
            let build = ["survey", "build", "page"]
            let first = try await dotchi.whileHeld(at: "page: before it is put in place", build) { process in
                for _ in 1...2 {
                    let talk = try await dotchi.fails(75, build)
                    #expect(
                        talk.contains(
                            "page is being written by `dotchi survey build page` (process \(process), since 20"))
                }
            }
            #expect(first.status == 0, "\(first)")
            try expectNothingElse(than: "page", in: dotchi)
        }
    }

    @Test("of first builds that nothing holds up each succeeds or ends with 75")
    func race() async throws {
        try await withTinyStudy { dotchi in
            for round in 1...3 {
                let endings = try await withThrowingTaskGroup(of: Dotchi.Ending.self) { group in
                    for _ in 1...3 {
                        group.addTask {
                            try await dotchi("survey", "build", "page-\(round)", "--single-file", "--seat", "1")
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(
                    endings.contains { $0.status == 0 } && endings.allSatisfy { [0, 75].contains($0.status) },
                    "\(endings)")
            }
        }
    }

    @Test(
        "the second of two commands ends with 75 and names the first, which ends well",
        arguments: [
            ("pool export: image written", ["pool", "export", "A/equal-time", "out"]),
            ("file: before rename", ["figures", "--out", "out"]),
            ("file: before rename", ["report", "--out", "out"]),
            ("file: before rename", ["votes", "answers", "out"]),
            ("init: study.yaml written", ["init", "out"]),
        ])
    func second(point: String, command: [String]) async throws {
        try await withTinyStudy { dotchi in
            let answers = AnswerLines(
                plan: try await TinyStudy.made().planHash,
                choices: Array(repeating: "left", count: TinyStudy.trials))
            try Data(answers.text.utf8).write(to: dotchi.folder.appending(path: "answers.jsonl"))
            try await dotchi.well("votes", "import", "answers.jsonl")
            let first = try await dotchi.whileHeld(at: point, command) { process in
                let talk = try await dotchi.fails(75, command)
                #expect(talk.contains("out is being written by `dotchi \(command.joined(separator: " "))`"), "\(talk)")
                #expect(talk.contains("(process \(process), since 20"), "\(talk)")
            }
            #expect(first.status == 0, "\(first)")
            try expectNothingElse(than: "out", in: dotchi)
        }
    }

    @Test("a folder in one that cannot be written is locked in itself")
    func besideNothing() async throws {
        try await withTinyStudy { dotchi in
            let place = dotchi.folder.appending(path: "closed")
            try FileManager.default.createDirectory(
                at: place.appending(path: "out"), withIntermediateDirectories: true)
            // A file where the folder of locks would be: as good as no permission, which root always has.
            try Data().write(to: place.appending(path: ".locks"))
            let command = ["figures", "--out", "closed/out"]
            let first = try await dotchi.whileHeld(at: "file: before rename", command) { _ in
                let talk = try await dotchi.fails(75, command)
                #expect(talk.contains("closed/out is being written by `dotchi figures"), "\(talk)")
            }
            #expect(first.status == 0, "\(first)")
        }
    }

    private func expectNothingElse(than name: String, in dotchi: Dotchi) throws {
        let left = try FileManager.default.contentsOfDirectory(atPath: dotchi.folder.path).filter { $0.hasPrefix(".") }
        #expect(left.allSatisfy { $0 == ".gitignore" }, "\(left)")
        #expect(FileManager.default.fileExists(atPath: dotchi.folder.appending(path: name).path))
    }
}
