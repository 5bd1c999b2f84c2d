import Foundation
import TestKit
import Testing

@Suite("What participants read", .endsHangs)
struct ParticipantTextsTests {
    /// The study with `survey` in place of its block of that name.
    private static func write(_ survey: String, to dotchi: Dotchi) throws {
        let yaml = TinyStudy.yaml.replacing(
            /survey: \{[^}]*\}/, with: "survey: {trials: 3, min_response_ms: 0, \(survey)}")
        try TinyStudy.write(yaml, to: dotchi.folder)
    }

    /// All that the page of `dotchi`'s study says, as it was built.
    private static func page(_ dotchi: Dotchi) async throws -> String {
        try await dotchi.well("survey", "build", "page", "--single-file", "--seat", "1", "--discard-earlier")
        return try String(contentsOf: dotchi.folder.appending(path: "page/index.html"), encoding: .utf8)
    }

    @Test("a language of the study's own folder is asked in, and what its file says when the plan is made stays")
    func ownLanguage() async throws {
        try await withTinyStudy { dotchi in
            try Self.write("languages: [en, nl]", to: dotchi)
            let none = try await dotchi.fails(66, "survey", "plan")
            #expect(
                none.contains("no texts for participants in the language \"nl\"; dotchi comes with ar, de, en"),
                "\(none)")
            #expect(none.contains("languages/nl.json"), "\(none)")

            let file = dotchi.folder.appending(path: "languages/nl.json")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            let english = try String(
                contentsOf: Project.root.appending(path: "survey-templates/languages/en.json"), encoding: .utf8)
            try english.replacing("\"thanks_title\"", with: "\"thank_title\"")
                .write(to: file, atomically: true, encoding: .utf8)
            let lacking = try await dotchi.fails(65, "survey", "plan")
            #expect(lacking.contains("languages/nl.json cannot be used: \"thanks_title\" has no text"), "\(lacking)")
            #expect(lacking.contains("\"thank_title\" is not a key"), "\(lacking)")

            // As some editors write it, with a byte order mark.
            try ("\u{FEFF}" + english.replacing("I agree and take part", with: "Ik doe mee"))
                .write(to: file, atomically: true, encoding: .utf8)
            try await dotchi.well("survey", "plan")
            try english.replacing("I agree and take part", with: "Ik doe niet mee")
                .write(to: file, atomically: true, encoding: .utf8)
            let page = try await Self.page(dotchi)
            #expect(page.contains("Ik doe mee") && !page.contains("Ik doe niet mee"))
            let doctor = try await dotchi("doctor")
            #expect(doctor.output.contains("texts in nl: agree"), "\(doctor.output)")
            try FileManager.default.removeItem(at: file)
            #expect(try await Self.page(dotchi).contains("Ik doe mee"))
        }
    }

    @Test("texts of study.yaml are asked as they were frozen; the page and the terminal say them, and drift names them")
    func ownWords() async throws {
        try await withTinyStudy { dotchi in
            func consent(_ words: String) -> String {
                "languages: [en], consent: {version: '7'}, texts: {consent_text: {en: \"\(words)\"}, contact: {en: \"Ask *us*\"}}"
            }
            let long = (1...40).map { "Paragraph \($0) of the board." }.joined(separator: "\\n\\n")
            try Self.write(consent("First board. \(long)"), to: dotchi)
            try await dotchi.well("survey", "plan")
            try Self.write(consent("Second board. \(long)"), to: dotchi)
            let page = try await Self.page(dotchi)
            #expect(page.contains("First board.") && !page.contains("Second board."))
            let build = try await dotchi("survey", "build", "another")
            #expect(build.talk.contains("survey.texts.consent_text.en: "), "\(build.talk)")
            let doctor = try await dotchi("doctor").output
            #expect(doctor.contains("survey.texts.consent_text.en: ") && doctor.contains("Second board"), "\(doctor)")

            let terminal = try PseudoTerminal(columns: 100, rows: 24)
            try dotchi.sit(at: terminal, "survey", "take", "--pixels", "blocks", "--language", "en")
            try await terminal.wait(for: "Paragraph 5 of the board.")
            #expect(!terminal.output.contains("I agree and take part"))
            // Nothing is agreed to before its end was in view.
            try terminal.type("y")
            for part in ["Paragraph 15 of", "Paragraph 25 of", "Paragraph 35 of", "Ask us"] {
                try terminal.type(" ")
                try await terminal.wait(for: part)
            }
            try await terminal.wait(for: "I agree and take part")
            try terminal.type("y")
            try await terminal.wait(for: "How it works")
            try terminal.type("q")
            #expect(try await terminal.exit() == .status(0))
            let again = try await dotchi("survey", "plan").talk
            #expect(again.contains("survey.consent.version is still “7”: two texts have one name"), "\(again)")
        }
    }

    @Test("nobody is asked another question because a language was forgotten, and what was frozen so goes on")
    func forgottenLanguage() async throws {
        try await withTinyStudy { dotchi in
            try Self.write("languages: [en, ja], question: {en: Which is real?}", to: dotchi)
            let refusal = try await dotchi.fails(65, "survey", "plan")
            #expect(
                refusal.contains("survey.question is not worded in ja, which survey.languages offers"), "\(refusal)")
            #expect(try await dotchi("doctor").output.contains("is not worded in ja"))
            // The plan in use is asked and analysed as before.
            try await dotchi.well("simulate", "--participants", "2")
            try await dotchi.well("analyze")
            try Self.write("languages: [en], question: {en: Which is real?, ja: どちら}", to: dotchi)
            let unused = try await dotchi.fails(65, "survey", "plan")
            #expect(unused.contains("is worded in ja, which survey.languages does not offer"), "\(unused)")
        }
    }

    @Test("a language that the plan does not offer is refused, and those it offers are named")
    func notOffered() async throws {
        try await withTinyStudy { dotchi in
            let refusal = try await dotchi.fails(64, "survey", "take", "--language", "de")
            #expect(refusal.contains("does not offer the language \"de\", but en, ja, ja-kansai"), "\(refusal)")
            let build = try await dotchi("survey", "build", "page", "--language", "de")
            #expect(build.status != 0 && build.talk.contains("de"), "\(build.talk)")
        }
    }
}
