import Foundation
import Study
import TestKit
import Testing

/// What may disturb in the images, where the study says so.
@MainActor
struct ContentWarningTests {
    @Test("a content warning stands on the consent and again at the start, where the study words one")
    func contentWarning() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            var sample = SamplePage()
            sample.survey.languages = [.english]
            sample.survey.texts[.contentWarning] = [.english: "Some images show **injuries**."]
            let person = try Participant(browser, sample.write(to: folder))
            let shown = """
                [...document.querySelectorAll('.warning')].filter(w => w.checkVisibility())
                  .map(w => [w.textContent, w.querySelector('strong').textContent].join('|'))
                """
            #expect(try person.page.evaluate(shown) == ["Some images show injuries.|injuries"])
            try person.page.click("#agree")
            #expect(try person.page.evaluate(shown) == ["Some images show injuries.|injuries"])
            let consent = try person.page.evaluate(
                "session.events.find(e => e.kind === 'consent').value", as: String.self)
            let texts = try #require(SurveyTexts.all(sample.survey)[.english])
            #expect(texts.consent(on: .page, of: sample.survey).contains("**injuries**") && consent.count == 64)
        }
    }
}
