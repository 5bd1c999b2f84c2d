import Study
import StudyFiles
import Testing

struct LanguageTests {
    @Test(
        "tags are read in any letters and written as RFC 5646 recommends",
        arguments: [
            ("EN", "en"), ("zh-hans", "zh-Hans"), ("pt-br", "pt-BR"), ("ja-Kansai", "ja-kansai"),
            ("ZH-HANT-tw", "zh-Hant-TW"), ("es-419", "es-419"), ("sl-rozaj-biske", "sl-rozaj-biske"),
            ("en-u-CA-gregory", "en-u-ca-gregory"), ("no", "no"),
        ])
    func tags(written: String, tag: String) {
        #expect(Language(rawValue: written)?.rawValue == tag)
    }

    @Test("what has not the form of a tag is none", arguments: ["", "e", "en_GB", "en-", "-en", "1a", "en GB", "日本語"])
    func noTags(text: String) {
        #expect(Language(rawValue: text) == nil)
    }

    @Test("the direction of writing is that of the script, else of the language")
    func directions() throws {
        for tag in ["ar", "he", "fa-IR", "ur", "az-Arab", "ar-EG"] {
            #expect(try #require(Language(rawValue: tag)).isRightToLeft, "\(tag)")
        }
        for tag in ["en", "ja", "zh-Hans", "az", "ar-Latn", "tr"] {
            #expect(try !#require(Language(rawValue: tag)).isRightToLeft, "\(tag)")
        }
    }

    @Test("a survey's texts, languages and consent are read, and listed by their keys")
    func survey() throws {
        let yaml = """
            study: {id: s}
            survey:
              languages: [de, ZH-hans, no]
              question: {de: Welches?, zh-hans: 哪个?, no: Hvilket?}
              consent: {version: "2026-03"}
              texts:
                contact:
                  de: |
                    Fragen? [Schreiben Sie uns](mailto:lab@example.org).

                    - oder *rufen* Sie an
                  zh-Hans: 请联系我们
                  no: Skriv til oss
            """
        let survey = try StudyFile.parse(yaml).survey
        let german = try #require(Language(rawValue: "de"))
        #expect(survey.languages.map(\.rawValue) == ["de", "zh-Hans", "no"])
        #expect(survey.question[german] == "Welches?")
        #expect(survey.consent == ConsentSettings(version: "2026-03"))
        #expect(survey.texts[.contact]?[german]?.hasSuffix("- oder *rufen* Sie an\n") == true)
        let keys = survey.listing.map(\.key)
        #expect(keys.contains("consent.version") && keys.contains("texts.contact.zh-Hans"), "\(keys)")
        #expect(SurveySettings().listing.contains { $0 == ("consent", "true") })
    }

    @Test("several questions are read in their order, the first is primary where none says so, and all are listed")
    func questions() throws {
        func survey(_ keys: String) throws -> SurveySettings {
            try StudyFile.parse("study: {id: s}\nsurvey: {languages: [en], \(keys)}").survey
        }
        let two = "questions: [{id: real, text: {en: A?}}, {id: sharp, text: {en: B?}}]"
        let first = try survey(two)
        #expect(first.questionIDs == ["real", "sharp"] && first.primaryQuestion == "real" && first.scale == .choice)
        #expect(first.wording(of: "sharp", in: .english) == "B?" && first.wording(of: nil, in: .english) == nil)
        let second = try survey(two.replacing("id: sharp", with: "id: sharp, primary: true"))
        #expect(second.primaryQuestion == "sharp")
        let listing = second.listing.filter { $0.key.hasPrefix("questions") || $0.key == "answers" || $0.key == "ties" }
        #expect(
            listing.map { "\($0.key): \($0.value)" } == [
                "questions: real, sharp", "questions.real.text.en: “A?”", "questions.real.primary: false",
                "questions.sharp.text.en: “B?”", "questions.sharp.primary: true", "answers: choice",
            ])
        // Older and newer keys say the same thing.
        #expect(
            try survey("ties: true") == survey("answers: ties") && survey("ties: false") == survey("answers: choice"))
        let graded = try survey("answers: graded")
        #expect(graded.isGraded && graded.ties && graded.scale == .graded)
        #expect(try survey("question: {en: A?}").questions == nil && survey("").questionIDs == [])
    }
}
