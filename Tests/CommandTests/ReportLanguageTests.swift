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

    @Test(
        "power speaks the language that is asked for",
        arguments: [
            ("en", "votes, were each by another person: 54, from which the power stays at 80.0 %"),
            ("ja", "すべての票が別々の人のものである場合の投票数：54（これ以上で検出力は80.0 %を下回りません）"),
            ("ja-kansai", "これより多かったら検出力は80.0 %を下回らへん"),
        ])
    func power(language: String, words: String) async throws {
        let dotchi = Dotchi(folder: FileManager.default.temporaryDirectory)
        let text = try await dotchi.well("power", "--rate", "0.7", "--language", language)
        #expect(text.contains(words), "\(text)")
        if language != "en" { #expect(text.matches(of: /[A-Za-z]{2,}/).isEmpty, "\(text)") }
    }

    @Test("lists and facts of a study are said in Japanese, with no English words but names and units")
    func lists() async throws {
        // Names of the study, values that study.yaml has by these names, files, and units.
        let names: Set = [
            "equal", "iterations", "time", "faces", "enlarge", "multistage", "dcgan", "srcnn", "cpu", "runs",
            "checkpoint", "safetensors", "libtorch", "AVX", "procedural", "px", "MB", "PSNR", "SSIM", "MS", "dB",
            "Wasserstein",
        ]
        try await withTinyStudy { dotchi in
            let calls = [
                ["runs"], ["runs", "show", "faces32"], ["runs", "cost"], ["runs", "quality", "faces32"],
                ["runs", "quality", "enlarge32"], ["pool", "list"], ["pool", "show", "A/equal-time"],
                ["survey", "list"], ["dataset", "show"], ["simulate", "--participants", "1"],
            ]
            for call in calls {
                let ending = try await dotchi(call + ["--language", "ja"])
                #expect(ending.status == 0 && ending.output.contains(/[ぁ-ん一-龠ァ-ヶ]{2}/), "\(call): \(ending)")
                let text = ending.output.replacing(/[0-9a-f]{12,}|\d{4}-\d\d-\d\dT[\d:]*Z/, with: "")
                let words = Set(text.matches(of: /[A-Za-z]{2,}/).map { String($0.output) }).subtracting(names)
                #expect(words.isEmpty, "\(call): \(words) in\n\(text)")
            }
        }
    }

    @Test("the report of a training run is a page in the language that is asked for, and data for programs have none")
    func training() async throws {
        try await withTinyStudy { dotchi in
            try await dotchi.well("runs", "show", "faces32", "--report", "report.html", "--language", "ja")
            let html = try String(contentsOf: dotchi.folder.appending(path: "report.html"), encoding: .utf8)
            #expect(html.contains("<html lang=\"ja\">") && html.contains("<h1>faces32の学習</h1>"))
            #expect(html.contains("<dt>乱数の種</dt>") && html.contains("<th class=\"number\">ステージ2 生成器</th>"))
            for call in [["runs", "--json"], ["runs", "cost", "--csv"], ["runs", "cost", "--json"]] {
                #expect(try await dotchi(call + ["--language", "ja"]).output == dotchi(call).output, "\(call)")
            }
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
