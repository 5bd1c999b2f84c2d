import Foundation
import TestKit
import Testing

@Suite("What is kept from others", .endsHangs)
struct PrivacyTests {
    @Test("a new study keeps answers out of a repository, and its store to its owner")
    func kept() async throws {
        try await withTemporaryFolder { folder in
            let dotchi = Dotchi(folder: folder)
            try await dotchi.well("init", "study")
            let study = folder.appending(path: "study")
            let ignored = try String(contentsOf: study.appending(path: ".gitignore"), encoding: .utf8)
            for line in ["/answers/", "*.jsonl", "/study.sqlite*", "/report/"] {
                #expect(ignored.contains("\(line)\n"), "\(ignored)")
            }
            try FileManager.default.createDirectory(
                at: folder.appending(path: "repository"), withIntermediateDirectories: true)
            try Data("*.jsonl\n".utf8).write(to: folder.appending(path: "repository/.gitignore"))
            let talk = try await dotchi("init", "repository").talk
            #expect(
                talk.contains("it should also have: ") && talk.contains("/answers/") && !talk.contains("*.jsonl"),
                "\(talk)")

            let inside = Dotchi(folder: study)
            try await inside.well("dataset", "add", "procedural", "--count", "300", "--holdout", "256")
            let store = study.appending(path: "study.sqlite").path
            func mode() throws -> Int? {
                try FileManager.default.attributesOfItem(atPath: store)[.posixPermissions] as? Int
            }
            #expect(try mode() == 0o600)
            chmod(store, 0o644)
            let first = try await inside("votes", "erase", "nobody-at-all")
            #expect(first.talk.contains("other users of this machine could read"), "\(first.talk)")
            #expect(try mode() == 0o600)
            #expect(try await !inside("votes", "erase", "nobody-at-all").talk.contains("other users"))
        }
    }
}
