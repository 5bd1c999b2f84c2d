import Foundation
import TestKit
import Testing

@Suite("A new study in a folder that is there", .endsHangs)
struct NewStudyTests {
    @Test("a folder's own files stay as they are, links too, and are named")
    func others() async throws {
        try await withTemporaryFolder { folder in
            let runs = folder.appending(path: "study/runs")
            try FileManager.default.createDirectory(at: runs, withIntermediateDirectories: true)
            try Data("mine\n".utf8).write(to: runs.appending(path: "README.md"))
            let target = folder.appending(path: "terms")
            try FileManager.default.createSymbolicLink(
                at: runs.appending(path: "TERMS.md"), withDestinationURL: target)
            let ending = try await Dotchi(folder: folder)("init", "study", "--template", "demo")
            try #require(ending.status == 0, "\(ending.talk)")
            #expect(try Data(contentsOf: runs.appending(path: "README.md")) == Data("mine\n".utf8))
            #expect(!FileManager.default.fileExists(atPath: target.path))
            for name in ["README.md", "TERMS.md"] {
                #expect(ending.talk.contains("/runs/\(name) is there already and stays as it is."), "\(ending.talk)")
            }
        }
    }

    @Test(
        "its id is the folder's name, and said where an id cannot hold that",
        arguments: [
            ("顔の研究", "study"), ("顔 2", "2"), ("...", "study"), ("n", nil), ("2026", nil), ("1e5", nil), ("null", nil),
            ("My faces", nil), ("faces", nil),
        ])
    func folder(name: String, id: String?) async throws {
        try await withTemporaryFolder { folder in
            let ending = try await Dotchi(folder: folder)("init", "./" + name)
            try #require(ending.status == 0, "\(ending.talk)")
            let yaml = try String(
                contentsOf: folder.appending(path: name).appending(path: "study.yaml"), encoding: .utf8)
            // A study.yaml that cannot be read ends with 65.
            #expect(try await Dotchi(folder: folder.appending(path: name))("runs").status != 65, "\(yaml)")
            guard let id else {
                #expect(!ending.talk.contains("the study's id"), "\(ending.talk)")
                return
            }
            #expect(ending.talk.contains("the study's id is “\(id)”: an id has only ASCII letters"), "\(ending.talk)")
            #expect(
                ending.talk.contains("Change it in study.yaml")
                    && [id, "\"\(id)\""].contains { yaml.contains("\n  id: \($0)\n") }, "\(yaml)")
        }
    }
}
