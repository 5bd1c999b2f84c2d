import Foundation
import TestKit
import Testing

@Suite("The id of a new study", .endsHangs)
struct NamedStudyTests {
    @Test(
        "is the folder's name, and said where an id cannot hold that",
        arguments: [("顔の研究", "study"), ("顔 2", "2"), ("...", "study"), ("My faces", nil), ("faces", nil)])
    func folder(name: String, id: String?) async throws {
        try await withTemporaryFolder { folder in
            let ending = try await Dotchi(folder: folder)("init", "./" + name)
            try #require(ending.status == 0, "\(ending.talk)")
            let yaml = try String(
                contentsOf: folder.appending(path: name).appending(path: "study.yaml"), encoding: .utf8)
            guard let id else {
                #expect(!ending.talk.contains("the study's id"), "\(ending.talk)")
                return
            }
            #expect(ending.talk.contains("the study's id is “\(id)”: an id has only ASCII letters"), "\(ending.talk)")
            #expect(ending.talk.contains("Change it in study.yaml") && yaml.contains("\n  id: \(id)\n"), "\(yaml)")
        }
    }
}
