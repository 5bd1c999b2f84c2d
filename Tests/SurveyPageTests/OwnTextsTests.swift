import Study
import SurveyPage
import TestKit
import Testing

/// Texts in the study's own words, and in any language, in a real browser.
@MainActor
struct OwnTextsTests {
    private static let consent = """
        You see **{total}** pairs; *no* answer is wrong.

        Approved as [2026-7](https://example.org/ethics?a=1&b=2):

        2. voluntary
        3. anonymous, <mailto:board@example.org>

        Text with & and 1 < 2, and ' " `nothing` of it runs.
        """

    private static func sample(_ texts: [SurveyTexts.Key: String], language: Language = .english) -> SamplePage {
        var sample = SamplePage()
        sample.survey.languages = [language]
        sample.survey.texts = texts.mapValues { [language: $0] }
        return sample
    }

    @Test("a consent in Markdown is set as paragraphs, emphasis, lists and links, with its number of pairs")
    func markdown() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let text = Self.consent.replacing("`nothing`", with: "nothing")
            let sample = Self.sample([
                .consentText: text, .contact: "Ask <mailto:lab@example.org>.", .agree: "Yes, I do",
            ])
            let person = try Participant(browser, sample.write(to: folder))
            try person.page.wait(for: "#agree")
            let html: String = try person.page.evaluate(
                "document.querySelector('#consent [data-text=consent_text]').innerHTML")
            #expect(
                html == """
                    <p>You see <strong>4</strong> pairs; <em>no</em> answer is wrong.</p>\
                    <p>Approved as <a href="https://example.org/ethics?a=1&amp;b=2" target="_blank" \
                    rel="noopener noreferrer">2026-7</a>:</p>\
                    <ol start="2"><li><p>voluntary</p></li><li><p>anonymous, <a href="mailto:board@example.org" \
                    target="_blank" rel="noopener noreferrer">mailto:board@example.org</a></p></li></ol>\
                    <p>Text with &amp; and 1 &lt; 2, and ' " nothing of it runs.</p>
                    """, "\(html)")
            #expect(try person.page.evaluate("document.getElementById('agree').textContent") == "Yes, I do")
            for section in ["consent", "declined", "finished"] {
                let contact: String = try person.page.evaluate(
                    "document.querySelector('#\(section) [data-text=contact]').textContent")
                #expect(contact == "Ask mailto:lab@example.org.")
            }
        }
    }

    @Test(
        "a text of a study brings no markup and no script onto the page, in files and as one file",
        arguments: [true, false])
    func hostile(singleFile: Bool) throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let attack =
                "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
            var sample = Self.sample([.agree: attack, .tie: attack])
            sample.survey.question = [.english: attack]
            sample.singleFile = singleFile
            let person = try Participant(browser, sample.write(to: folder))
            try person.page.wait(for: "#agree")
            #expect(try person.page.evaluate("document.getElementById('agree').textContent") == attack)
            #expect(
                try person.page.evaluate(
                    "document.querySelectorAll('[data-text] *, #question *, #wordings p *').length") > 0
            )
            #expect(try person.page.evaluate("document.querySelectorAll('img, body script:not([src])').length <= 2"))
            #expect(try person.page.evaluate("document.title") == "Which one?")
        }
    }

    @Test("in Arabic the page runs from right to left, and left stays left")
    func rightToLeft() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let arabic = try #require(Language(rawValue: "ar"))
            var sample = Self.sample([:], language: arabic)
            sample.survey.languages = [.english, arabic]
            let person = try Participant(browser, sample.write(to: folder), "seat=1&lang=ar")
            #expect(try person.page.evaluate("document.documentElement.dir") == "rtl")
            try person.begin()
            try person.page.wait(for: "#left")
            let sides: [Double] = try person.page.evaluate(
                "['left', 'right'].map(side => document.getElementById(side).getBoundingClientRect().left)")
            #expect(sides[0] < sides[1])
            try person.page.click("#languages [lang=en]")
            #expect(try person.page.evaluate("document.documentElement.dir") == "ltr")
        }
    }

    @Test(
        "a browser's languages meet those that are offered by what they share",
        arguments: [
            ("de-AT", "de"), ("zh-CN", "zh-Hans"), ("zh-Hans-SG", "zh-Hans"), ("pt", "en"), ("ja", "ja-kansai"),
            ("EN-gb", "en"),
        ])
    func preferred(wish: String, shown: String) throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            var sample = SamplePage()
            sample.survey.languages = try ["en", "de", "zh-Hans", "ja-kansai"].map {
                try #require(Language(rawValue: $0))
            }
            let person = try Participant(
                browser, sample.write(to: folder), "seat=1",
                before: "Object.defineProperty(navigator, 'languages', { get: () => ['\(wish)'] })\n")
            try person.page.wait(for: "#agree")
            #expect(try person.page.evaluate("document.documentElement.lang") == shown)
        }
    }
}
