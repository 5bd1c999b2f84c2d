import Foundation
import Study
import TestKit
import Testing

/// The language files that both fronts read.
struct SurveyTextsTests {
    private static func file(_ language: Language) throws -> [String: String] {
        let url = SamplePage.templates.appending(path: "languages/\(language.rawValue).json")
        return try JSONDecoder().decode([String: String].self, from: Data(contentsOf: url))
    }

    private static func read(_ texts: [String: String]) throws -> SurveyTexts {
        try SurveyTexts(json: JSONEncoder().encode(texts), name: "test.json")
    }

    @Test("every built-in language says everything", arguments: Language.builtIn)
    func complete(language: Language) throws {
        let url = SamplePage.templates.appending(path: "languages/\(language.rawValue).json")
        let texts = try SurveyTexts(json: Data(contentsOf: url), name: url.lastPathComponent)
        #expect(texts.text(.progress, ["n": "3", "total": "20"]).contains("20"))
        #expect(!texts.text(.progress, ["n": "3", "total": "20"]).contains("{"))
    }

    @Test("a key that stands in a file more than once is named: one of its texts would be lost without a word")
    func repeated() throws {
        let texts = try Self.file(.english)
        let whole = String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
        let twice =
            whole.dropLast() + #", "instructions": "a \"b\" \\", "\u0074ie": "c", "tie": "d", "page_title": "}"}"#
        #expect {
            try SurveyTexts(json: Data(twice.utf8), name: "test.json")
        } throws: { error in
            let findings = (error as? LanguageFileError)?.findings ?? []
            return findings == ["instructions", "tie", "page_title"].map { "\"\($0)\" stands there more than once" }
        }
    }

    @Test("the built-in questions are those of the study's design")
    func questions() throws {
        #expect(try Self.read(Self.file(.english))[.question] == "Which image looks better?")
        #expect(try Self.read(Self.file(.japanese))[.question] == "どちらの画像がよく見えますか？")
        #expect(try Self.read(Self.file(.kansai))[.question] == "どっちの絵がええ感じ？")
    }

    @Test(
        "the end says what the answer file has, as the consent does",
        arguments: [
            (Language.english, ["left this window", "screen", "device", "language", "participant ID"]),
            (.japanese, ["この画面を離れた", "画面の大きさ", "端末の種類", "言語", "参加者番号"]),
            (.kansai, ["この画面から離れて", "画面の大きさ", "端末の種類", "ことば", "参加者番号"]),
        ])
    func handedOver(language: Language, words: [String]) throws {
        let texts = try Self.read(Self.file(language))
        for word in words { #expect(texts[.fileContent].contains(word), "\(word)") }
        for word in words.dropFirst() { #expect(texts[.consentStored].contains(word), "\(word)") }
    }

    @Test("no text says that no answer is right or wrong: of a catch trial one is", arguments: Language.builtIn)
    func rightAndWrong(language: Language) throws {
        for (key, text) in try Self.file(language) {
            #expect(!text.contains("right or wrong") && !text.contains("正解"), "\(key)")
        }
    }

    @Test(
        "what a terminal says has words of its own where a page has a window, a screen or a link",
        arguments: Language.builtIn)
    func terminal(language: Language) throws {
        let texts = try Self.read(try Self.file(language))
        let words = ["screen", "device", "link", "this window", "リンク", "画面の大きさ", "端末の種類", "画面を閉じ", "画面閉じ"]
        for key in [SurveyTexts.Key.consentStoredTerminal, .declinedTerminal, .consentTerminal] {
            for word in words { #expect(!texts[key].contains(word), "\(key): \(word)") }
        }
    }

    @Test("all that is wrong with a language file is said at once")
    func findings() throws {
        var texts = try Self.file(.english)
        texts["thanks"] = nil
        texts["agree"] = ""
        texts["progress"] = "{n} of {count}"
        texts["agre"] = "Yes"
        let error = #expect(throws: LanguageFileError.self) { try Self.read(texts) }
        let found = try #require(error)
        #expect(found.findings.count == 4)
        #expect("\(found)".contains("test.json"))
        #expect("\(found)".contains("\"progress\" has {count} {n}, expected {n} {total}"))
    }

    @Test("what is no flat JSON object of texts is refused", arguments: ["", "[]", "{\"question\": 1}", "{"])
    func notFlat(json: String) {
        #expect(throws: LanguageFileError.self) { try SurveyTexts(json: json.utf8, name: "test.json") }
    }

    @Test("a value that looks like a placeholder is not filled in again")
    func filledOnce() throws {
        let texts = try Self.read(try Self.file(.english))
        #expect(texts.text(.unknownSeat, ["seat": "{seats}", "seats": "9"]).contains("seat {seats}, but"))
    }
}
