import Foundation
import TestKit
import Testing

@Suite("The language of the analysis", .endsHangs)
struct ReportLanguageTests {
    private static let votes = "participant,left,right,choice\np,A,B,left\nq,B,A,right\nq,A,B,right\n"

    @Test(
        "analyze speaks the language that is asked for",
        arguments: [("en", "3 of 3 votes count"), ("ja", "3票のうち3票が有効"), ("ja-kansai", "推定でけへんかったもん")])
    func languages(language: String, words: String) async throws {
        try await withTemporaryFolder { folder in
            try Self.votes.write(to: folder.appending(path: "votes.csv"), atomically: true, encoding: .utf8)
            let text = try await Dotchi(folder: folder).well("analyze", "votes.csv", "--language", language)
            #expect(text.contains(words), "\(text)")
        }
    }

    @Test("a language file that lacks a text is named with the key, and none at all with the place")
    func damaged() async throws {
        try await withTemporaryFolder { folder in
            try Self.votes.write(to: folder.appending(path: "votes.csv"), atomically: true, encoding: .utf8)
            let templates = folder.appending(path: "templates")
            try FileManager.default.copyItem(at: Project.root.appending(path: "survey-templates"), to: templates)
            let file = templates.appending(path: "languages/report.ja.json")
            var texts = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: file))
            texts["rate"] = nil
            try JSONEncoder().encode(texts).write(to: file)
            let dotchi = Dotchi(folder: folder, environment: ["DOTCHI_TEMPLATES": templates.path])
            let lacking = try await dotchi.fails(65, "analyze", "votes.csv", "--language", "ja")
            #expect(lacking.contains("report.ja.json cannot be used: \"rate\" has no text"), "\(lacking)")
            try FileManager.default.removeItem(at: file)
            let missing = try await dotchi.fails(66, "analyze", "votes.csv", "--language", "ja-kansai")
            #expect(missing.contains("languages/report.ja.json cannot be read"), "\(missing)")
            try await dotchi.well("analyze", "votes.csv")
        }
    }
}
