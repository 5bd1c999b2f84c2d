import Answers
import Crypto
import Foundation
import Study
import TestKit
import Testing

/// Where people come from, and where they are sent, in a real browser.
@MainActor
struct SurveyEntryTests {
    private static func sample() -> SamplePage {
        var sample = SamplePage()
        sample.survey.entry.keep = ["STUDY_ID", "SESSION_ID"]
        sample.survey.exit = [
            .finished: "https://app.example.org/done?cc=C1&id={participant}&s={session}&study={STUDY_ID}#{study}",
            .declined: "https://app.example.org/no", .failedChecks: "https://app.example.org/SECRET",
        ]
        return sample
    }

    @Test(
        "the participant's id is found under the names of services, in any case",
        arguments: [
            ("prolific_pid=P1", "P1", "prolific"), ("workerId=W%201", "W 1", "link"), ("SURVEY_CODE=7", "7", "link"),
            ("workerId=%24P5", "$P5", "link"), ("participantid=x&PROLIFIC_PID=P2", "P2", "prolific"),
            ("participant=&workerid=W2", "W2", "link"),
        ])
    func names(link: String, participant: String, source: String) throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, Self.sample().write(to: folder), "seat=1&lang=en&\(link)")
            try person.begin()
            try person.answer(["f", "f", "f", "f"])
            let file = try person.answers()
            #expect(file.header.participant == participant)
            #expect(file.header.source == source)
        }
    }

    @Test(
        "an id that a service left unfilled is refused, and nothing is stored",
        arguments: ["{{%PROLIFIC_PID%}}", "${workerId}", "[PID]", "%ID%", "{participant}", "<id>"])
    func unfilled(id: String) throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let value = try #require(id.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
            let person = try Participant(
                browser, Self.sample().write(to: folder), "seat=1&lang=en&PROLIFIC_PID=\(value)")
            try person.page.wait(until: "document.body.dataset.screen === 'refused'")
            let text: String = try person.page.evaluate("document.getElementById('refused-text').textContent")
            #expect(text.contains("left a placeholder"), "\(text)")
            #expect(try person.page.evaluate("localStorage.length") == 0)
        }
    }

    @Test(
        "where the study needs an id, a link without one is refused, and nothing is stored",
        arguments: ["", "&participant=p"])
    func needed(id: String) throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            var sample = SamplePage()
            sample.survey.entry.isRequired = true
            let person = try Participant(browser, sample.write(to: folder), "seat=1&lang=en" + id)
            try person.page.wait(until: "['refused', 'consent'].includes(document.body.dataset.screen)")
            let text: String = try person.page.evaluate("document.getElementById('refused-text').textContent")
            #expect(text.contains("needs your participant ID") == id.isEmpty, "\(text)")
            #expect(try person.page.evaluate("localStorage.length") == 0)
        }
    }

    @Test("parameters that the study keeps are named at the consent and recorded, and no others")
    func kept() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(
                browser, Self.sample().write(to: folder), "seat=1&lang=en&PROLIFIC_PID=p&study_id=S%267&SECRET=1")
            try person.page.wait(for: "#agree")
            let named: String = try person.page.evaluate("document.querySelector('#consent .kept').textContent")
            #expect(named.contains("STUDY_ID, SESSION_ID"), "\(named)")
            // What is agreed to is what is shown.
            let texts = try #require(SurveyTexts.all(Self.sample().survey)[.english])
            let agreed: String = try person.page.evaluate("plan.rules.consents.en")
            let shown = texts.consent(on: .page, of: Self.sample().survey)
            #expect(agreed == hexadecimal(SHA256.hash(data: Array(shown.utf8))))
            #expect(shown != texts.consent(on: .page, of: SurveySettings()))
            try person.begin()
            try person.answer(["f", "f", "f", "f"])
            let answers = try person.answers().events.filter {
                $0.kind == .answer && $0.question?.hasPrefix("view.") == false
            }
            #expect(answers.map(\.question) == ["link.STUDY_ID"])
            #expect(answers.first?.value == .text("S&7"))
        }
    }

    @Test("who has saved the answers is sent on to the address of the study; before that nobody is")
    func exits() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let index = try Self.sample().write(to: folder)
            let person = try Participant(browser, index, "seat=1&lang=en&PROLIFIC_PID=a%26b&STUDY_ID=S%2F1")
            try person.begin()
            try person.answer(["f", "f", "f", "f"])
            try person.page.wait(for: "#download")
            #expect(try person.page.evaluate("document.getElementById('leave-finished').hidden"))
            try person.page.click("#download")
            try person.page.wait(for: "#leave-finished")
            let address: String = try person.page.evaluate("document.getElementById('leave-finished').href")
            let session: String = try person.page.evaluate("session.header.session")
            #expect(address == "https://app.example.org/done?cc=C1&id=a%26b&s=\(session)&study=S%2F1#faces-1")
            #expect(
                try person.page.evaluate("document.getElementById('leave-finished').textContent")
                    == "Back to app.example.org")

            let other = try Participant(browser, index, "seat=2&lang=en")
            try other.page.click("#decline")
            try other.page.wait(for: "#leave-declined")
            #expect(
                try other.page.evaluate("document.getElementById('leave-declined').href")
                    == "https://app.example.org/no")
            #expect(try other.page.evaluate("!JSON.stringify(dotchi).includes('SECRET')"))
        }
    }

    @Test(
        "the consent's event has the hash of what was agreed to, and languages and schemes are recorded as they change")
    func recorded() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            var sample = SamplePage()
            sample.survey.languages = [.english, .japanese]
            let person = try Participant(browser, sample.write(to: folder), "seat=1&lang=en")
            try person.page.click("#languages [lang=ja]")
            try person.begin()
            try person.page.wait(for: "#left")
            try person.page.click("#languages [lang=en]")
            try person.answer(["f", "f", "f", "f"])
            let file = try person.answers()
            let texts = try #require(SurveyTexts.all(sample.survey)[.japanese])
            #expect(file.header.language == "ja")
            #expect(file.events.first?.kind == .consent)
            #expect(
                file.events.first?.value
                    == .text(hexadecimal(SHA256.hash(data: Array(texts.consent(on: .page, of: sample.survey).utf8)))))
            #expect(file.events.filter { $0.kind == .language }.map(\.value) == [.text("en")])
            #expect(file.events.filter { $0.kind == .scheme }.count == 1)
        }
    }
}
