import Foundation
import TestKit
import Testing

@Suite("Files of others in the folders that commands write", .endsHangs)
struct FilesOfOthersTests {
    @Test("answers written again replace earlier ones of theirs, and never the file that a person handed over")
    func answers() async throws {
        try await withAnsweredStudy { dotchi in
            try await dotchi.well("votes", "answers", "out")
            let out = dotchi.folder.appending(path: "out")
            let name = try #require(try contents(of: out).keys.first)
            let file = out.appending(path: name)
            let whole = try String(contentsOf: file, encoding: .utf8)
            // An earlier one, when less had arrived.
            try Data((whole.split(separator: "\n").prefix(3).joined(separator: "\n") + "\n").utf8).write(to: file)
            try await dotchi.well("votes", "answers", "out")
            #expect(try String(contentsOf: file, encoding: .utf8) == whole)
            let original = whole + #"{"id":"00000000-0000-4000-8000-000000000000","t_ms":1,"kind":"blur"}"# + "\n"
            try Data(original.utf8).write(to: file)
            let talk = try await dotchi.fails(73, "votes", "answers", "out")
            #expect(talk.contains("/out/\(name) holds what the study's answers lack"), "\(talk)")
            #expect(try String(contentsOf: file, encoding: .utf8) == original)
        }
    }

    @Test("figures drawn again replace earlier ones, and never a file of somebody else or one that was changed")
    func figures() async throws {
        try await withAnsweredStudy { dotchi in
            let out = dotchi.folder.appending(path: "out")
            for seed in ["1", "2"] { try await dotchi.well("figures", "--out", "out", "--seed", seed) }
            var before = try contents(of: out)
            let name = try #require(before.keys.filter { $0.hasSuffix(".png") }.sorted().last)
            before[name] = Data("my own figure\n".utf8)
            try before[name]?.write(to: out.appending(path: name))
            let talk = try await dotchi.fails(73, "figures", "--out", "out", "--seed", "3")
            #expect(talk.contains("/out/\(name) was not written by dotchi, or was changed since"), "\(talk)")
            #expect(try contents(of: out) == before)
        }
    }

    @Test(
        "a symbolic link is named, and nothing is written through it",
        arguments: [["votes", "answers"], ["figures", "--out"]])
    func links(command: [String]) async throws {
        try await withAnsweredStudy { dotchi in
            #expect(try await dotchi(command + ["out"]).status == 0)
            let out = dotchi.folder.appending(path: "out")
            let name = try #require(try contents(of: out).keys.sorted().first)
            let target = dotchi.folder.appending(path: "mine")
            try Data("mine\n".utf8).write(to: target)
            try FileManager.default.removeItem(at: out.appending(path: name))
            try FileManager.default.createSymbolicLink(at: out.appending(path: name), withDestinationURL: target)
            let talk = try await dotchi.fails(73, command + ["out"])
            #expect(talk.contains("/out/\(name) is a symbolic link"), "\(talk)")
            #expect(try Data(contentsOf: target) == Data("mine\n".utf8))
        }
    }
}
