import Foundation
import Preference
import Study
import TestKit
import Testing

@testable import Analysis
@testable import Reports

@Suite("The language files of reports")
struct ReportTextsTests {
    /// The texts of English, by their keys.
    private static func english() throws -> [String: String] {
        try texts(.english)
    }

    private static func texts(_ language: Language) throws -> [String: String] {
        let file = Project.root.appending(path: "survey-templates/languages/report.\(language.rawValue).json")
        return try JSONDecoder().decode([String: String].self, from: Data(contentsOf: file))
    }

    private static func read(_ texts: [String: String], variantOf original: ReportTexts? = nil) throws -> ReportTexts {
        try ReportTexts(.japanese, json: JSONEncoder().encode(texts), name: "report.test.json", variantOf: original)
    }

    @Test("every language has every text with its placeholders; Kansai dialect has of Japanese what it lacks")
    func files() throws {
        for language in Language.standard { _ = try ReportTexts.read(language) }
        let (kansai, japanese) = (ReportTexts.of(.kansai), ReportTexts.of(.japanese))
        #expect(kansai[.method] == japanese[.method] && kansai[.allSimulated] != japanese[.allSimulated])
        #expect(kansai.inPapers == japanese && japanese.inPapers == japanese)
        #expect(Set(kansai.readingNotes).isDisjoint(with: japanese.readingNotes))
    }

    @Test("a missing, empty or unknown text, and placeholders that are not the key's, are named with the file")
    func findings() throws {
        var texts = try Self.english()
        texts["method"] = nil
        texts["rate"] = ""
        texts["coffee"] = "coffee"
        texts["ties"] = "Ties."
        texts["chosen"] = "{wins} of {shown} {shown:time|times}, {n:a|b}"
        let error = #expect(throws: LanguageFileError.self) { try Self.read(texts) }
        #expect(
            error?.description
                == "the language file report.test.json cannot be used: \"method\" has no text; \"rate\" has no text; "
                + "\"ties\" has no placeholder, expected {count}; \"chosen\" has {n} {shown} {wins}, expected {shown} "
                + "{wins}; \"coffee\" is not a key of this file. Compare it with the built-in languages/report.en.json."
        )
        #expect(throws: LanguageFileError.self) {
            try ReportTexts(.english, json: #"{"method": 1}"#.utf8, name: "report.test.json")
        }
    }

    @Test("a variant may leave texts out, but not empty ones in")
    func variant() throws {
        let variant = try Self.read(["method": "way"], variantOf: .english)
        #expect(variant[.method] == "way" && variant[.rate] == "selection rate")
        #expect(throws: LanguageFileError.self) { try Self.read(["method": ""], variantOf: .english) }
    }

    @Test("a placeholder stands for its value, or for one of two words by its number; values are not read again")
    func placeholders() {
        let words = ReportTexts.english
        #expect(words(.chosen, ["wins": "1", "shown": "1"]) == "chosen 1 of 1 time")
        #expect(words(.chosen, ["wins": "{shown}", "shown": "0"]) == "chosen {shown} of 0 times")
    }

    @Test("reasons are the same words in JSON and in an English report")
    func reasons() {
        let own: [Missing] = [
            .onlyTies, .oneMethod, .imagesInPart, .itemsInPart, .otherMethods, .noOneInBoth, .oneFront, .notAsked,
        ]
        for missing in Undefined.allCases.map(Missing.undefined) + own {
            #expect(ReportTexts.english.why(missing) == missing.words)
        }
    }

    @Test(
        "Japanese is polite throughout, and no full stop is followed by a space",
        arguments: [Language.japanese, .kansai])
    func japanese(language: Language) throws {
        // Papers are written in the plain form.
        for (key, text) in try Self.texts(language) where !key.hasPrefix("methods_") || key == "methods_note" {
            #expect(!text.contains("。 "), "\(key)")
            let isPlain = text.contains(/ない。|[うくつぬふむるだ]。|[^でま]す。|[^し]た。/)
            #expect(!isPlain || language == .kansai, "\(key): \(text)")
        }
    }

    @Test("the files of whole languages have the same keys with the same placeholders, and no key is said twice")
    func alike() throws {
        let groups = [
            ReportTexts.Key.required, ReportTexts.MethodsKey.required, ReportTexts.TrainingKey.required,
            ReportTexts.ListKey.required, ReportTexts.PowerKey.required,
        ]
        let keys = groups.joined().map(\.name)
        #expect(Set(keys).count == keys.count)
        let optional = Dictionary(uniqueKeysWithValues: groups.joined().map { ($0.name, $0.optional) })
        let placeholder = /\{([a-z_]+)[:}]/
        func placeholders(_ texts: [String: String]) -> [String: Set<String>] {
            texts.mapValues { Set($0.matches(of: placeholder).map { String($0.output.1) }) }.reduce(into: [:]) {
                $0[$1.key] = $1.value.subtracting(optional[$1.key] ?? [])
            }
        }
        let english = placeholders(try Self.english())
        #expect(Set(english.keys) == Set(keys))
        #expect(placeholders(try Self.texts(.japanese)) == english)
        for (key, found) in placeholders(try Self.texts(.kansai)) { #expect(found == english[key], "\(key)") }
    }

    @Test("a time is said in its two largest units")
    func durations() {
        for seconds in [0, 42, 59.5, 185, 3599.4, 7649, 1e6] {
            #expect(ReportTexts.english.duration(seconds: seconds) == NumberText.duration(seconds: seconds))
        }
        let japanese = ReportTexts.of(.japanese)
        #expect(japanese.duration(seconds: 42) == "42秒" && japanese.duration(seconds: 185) == "3分05秒")
        #expect(japanese.duration(seconds: 7649) == "2時間07分")
    }

    @Test("losses have names, by stage too; a name that is not ours stays")
    func losses() {
        for name in ["generator", "stage2.discriminator", "mse", "kl", "stage.generator", "stage1.kl"] {
            #expect(ReportTexts.english.loss(name) == name)
        }
        let japanese = ReportTexts.of(.japanese)
        #expect(japanese.loss("generator") == "生成器" && japanese.loss("stage2.discriminator") == "ステージ2 識別器")
        #expect(japanese.loss("kl") == "kl" && japanese.loss("stage1.kl") == "ステージ1 kl")
    }

    @Test("a list within a line is joined; of very many names the first are shown, and how many more there are")
    func lists() {
        let names = (1...22).map(String.init)
        #expect(ReportTexts.english.listed([]) == "none" && ReportTexts.english.listed(["a", "b"]) == "a, b")
        #expect(ReportTexts.english.listed(names).hasSuffix("19, 20 and 2 more"))
        #expect(ReportTexts.of(.japanese).listed(names).hasSuffix("19、20、ほか2件"))
    }

    @Test("fronts, ways to the study and devices have names in the reports' language; those of others stay")
    func fronts() {
        let (english, japanese) = (ReportTexts.english, ReportTexts.of(.japanese))
        for name in ["page", "terminal", "simulation", "elsewhere"] { #expect(english.front(name) == name) }
        for name in ["link", "prolific", "terminal", "simulated"] { #expect(english.source(name) == name) }
        for name in ["desktop", "tablet", "phone", "xterm"] { #expect(english.device(name) == name) }
        #expect(japanese.front("page") == "ページ" && japanese.front("elsewhere") == "elsewhere")
        #expect(japanese.source("link") == "リンク" && japanese.source("prolific") == "prolific")
        #expect(japanese.device("phone") == "スマートフォン" && japanese.device("xterm") == "xterm")
    }

    @Test("every text is used")
    func used() throws {
        let folder = Project.root.appending(path: "Sources")
        let files = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
        let source = try files.filter { $0.hasSuffix(".swift") && !$0.hasSuffix("Key.swift") }
            .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
        let names = Set(source.matches(of: /\.([a-z]\w*)/).map { String($0.output.1) })
        for key in ReportTexts.Key.allCases { #expect(names.contains("\(key)"), "\(key) is used nowhere") }
        for key in ReportTexts.MethodsKey.allCases { #expect(names.contains("\(key)"), "\(key) is used nowhere") }
        for key in ReportTexts.TrainingKey.allCases { #expect(names.contains("\(key)"), "\(key) is used nowhere") }
        for key in ReportTexts.ListKey.allCases { #expect(names.contains("\(key)"), "\(key) is used nowhere") }
        for key in ReportTexts.PowerKey.allCases { #expect(names.contains("\(key)"), "\(key) is used nowhere") }
    }
}
