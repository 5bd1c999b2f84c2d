import Foundation
import Study
import TestKit
import Testing

@Suite("docs/text-keys.md")
struct TextKeysTests {
    @Test("the page has every text that a study can word, where it stands, and what it says in English")
    func page() throws {
        let english = Project.root.appending(path: "survey-templates/languages/en.json")
        let texts = try SurveyTexts(json: Data(contentsOf: english), name: "en.json")
        let page =
            try sources(in: "survey-templates/page", ending: ["js", "mustache"])
            + sources(in: "Sources/SurveyPage", ending: ["swift"])
        let terminal = try sources(in: "Sources/SurveyTerminal", ending: ["swift"])
        // The script composes some keys: `check_${...}`, `${key}_graded`.
        let beginnings = page.matches(of: /`([a-z_]+_)\$\{/).map { String($0.output.1) }
        let endings = page.matches(of: /\}(_[a-z_]+)`/).map { String($0.output.1) }
        let rows = try SurveyTexts.Key.allCases.map { key in
            let isOfTerminal = key.rawValue.hasPrefix("terminal_") || key.rawValue.hasSuffix("_terminal")
            // A terminal says its own where there is one.
            let hasTwin = SurveyTexts.Key(rawValue: "\(key.rawValue)_terminal") != nil
            let isInTerminal = try terminal.contains(Regex("[.]\(key)[^A-Za-z]")) && !hasTwin
            let isComposed =
                beginnings.contains(where: key.rawValue.hasPrefix) || endings.contains(where: key.rawValue.hasSuffix)
            let isNamed = try page.contains("\"\(key.rawValue)\"") || page.contains(Regex("[.]\(key)[^A-Za-z]"))
            let isOnPage = !isOfTerminal && (isNamed || isComposed)
            let fronts = isOnPage || !isInTerminal ? isInTerminal ? ["page", "terminal"] : ["page"] : ["terminal"]
            let placeholders = key.placeholders.sorted().map { "`{\($0)}`" }.joined(separator: ", ")
            let form = key.isProse ? "Markdown" : "one line"
            return
                "| `\(key.rawValue)` | \(fronts.joined(separator: ", ")) | \(form) | \(placeholders) | \(cell(texts[key])) |"
        }
        let text = """
            # Texts that participants read

            <!-- Written by the test of this page with RECORD=1; change survey-templates/languages and SurveyTexts.Key. -->

            Every text of both fronts, by its key in the language files. A study words any of them in `survey.texts` \
            ([participant-texts.md](participant-texts.md)), but for `question`, which stands in `survey.question`. A text \
            has no placeholders but those of its row; those without an English text are shown only where a study words them.

            | key | where | form | placeholders | in English |
            | --- | --- | --- | --- | --- |
            \(rows.joined(separator: "\n"))

            """
        try expectRecorded(text, at: Project.root.appending(path: "docs/text-keys.md"))
    }

    private func cell(_ text: String) -> String {
        text.replacing("|", with: "\\|").replacing("\n\n", with: "<br>").replacing("\n", with: " ")
    }

    private func sources(in folder: String, ending: [String]) throws -> String {
        let root = Project.root.appending(path: folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
        return try paths.filter { ending.contains(URL(filePath: $0).pathExtension) }
            .map { try String(contentsOf: root.appending(path: $0), encoding: .utf8) }.joined(separator: "\n")
    }
}
