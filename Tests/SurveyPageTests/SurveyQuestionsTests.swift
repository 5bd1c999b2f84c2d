import Answers
import Foundation
import Study
import TestKit
import Testing

/// Questions about the person, and who is let in, in a real browser.
@MainActor
struct SurveyQuestionsTests {
    private nonisolated static func sample() -> SamplePage {
        var sample = SamplePage()
        let german = Language(rawValue: "de") ?? .english
        let words = { (text: String) in [Language.english: text, german: "\(text) (de)"] }
        sample.survey.languages = [.english, german]
        sample.survey.before = [
            QuestionnaireItem(
                id: "age", text: words("How old?"), isRequired: true, kind: .number, least: 0, most: 120),
            QuestionnaireItem(
                id: "display", text: words("Which display?"), kind: .choice,
                options: ["laptop", "monitor"].map { .init(id: $0, text: words($0)) }),
            QuestionnaireItem(id: "wears", text: words("<b>Glasses</b>?"), kind: .text, characters: 10),
        ]
        sample.survey.after = [
            QuestionnaireItem(
                id: "saw", text: words("What did you see?"), kind: .choices,
                options: ["a", "b", "c"].map { .init(id: $0, text: words($0)) }),
            QuestionnaireItem(
                id: "sure", text: words("How sure?"), isRequired: true, kind: .scale, points: 5, low: words("not"),
                high: words("very")),
        ]
        sample.survey.exit = [.screenedOut: "https://app.example.org/out?id={participant}"]
        return sample
    }

    private func answers(_ file: AnswerFile) -> [String: AnswerValue] {
        SessionState(file.events, trials: [1, 2, 3, 4], rules: SessionRules(SurveySettings())).answers
            .filter { !$0.key.hasPrefix("view.") }
    }

    @Test(
        "questions are asked before the first pair and after the last, by mouse and keys, and a reload loses no answer")
    func asked() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, Self.sample().write(to: folder), "seat=1&lang=en")
            let page = person.page
            let stored: String = try page.evaluate("document.querySelector('[data-text=consent_asked]').textContent")
            #expect(stored.contains("also asked some questions"), "\(stored)")
            try page.click("#agree")
            try page.click("#questions button.main")
            try page.wait(until: "document.activeElement.id === 'field-age'")
            let fault: String = try page.evaluate("document.querySelector('.fault:not(:empty)').textContent")
            #expect(fault == "Please answer this question.")
            for key in ["3", "x"] { try page.press(key) }
            try page.press("Enter")
            try page.wait(until: "document.querySelector('.fault:not(:empty)').textContent.includes('0 to 120')")
            try page.press("Backspace")
            try page.press("4")
            try page.click("#field-display-1")
            // Words of the study are no markup.
            #expect(try page.evaluate("document.getElementById('legend-wears').textContent") == "<b>Glasses</b>?")
            try page.click("#languages [lang=de]")
            #expect(try page.evaluate("document.getElementById('legend-age').textContent") == "How old? (de)")
            #expect(try page.evaluate("document.getElementById('field-age').value") == "34")
            try page.click("#languages [lang=en]")
            try page.reload()
            try page.wait(for: "#field-age")
            #expect(try page.evaluate("document.getElementById('field-age').value") == "34")
            #expect(try page.evaluate("document.getElementById('field-display-1').checked"))
            // The choice is taken back by the one that says that there is no answer.
            try page.click("#field-display-2")
            try page.click("#field-display-0")
            try page.click("#questions button.main")
            try page.click("#start")
            try person.answer(["f", "f", "f", "f"])
            try page.wait(for: "#field-saw-2")
            try page.click("#field-saw-2")
            try page.click("#field-saw-0")
            try page.click("#field-sure-3")
            try page.reload()
            try page.wait(for: "#field-sure-3")
            #expect(try page.evaluate("document.getElementById('field-saw-2').checked"))
            try page.click("#questions button.main")
            let file = try person.answers()
            #expect(
                answers(file) == [
                    "age": .number(34), "display": .text("laptop"), "saw": .choices(["a", "c"]), "sure": .number(4),
                ])
            #expect(file.header.format == "dotchi-answers-2")
            #expect(file.votes.count == 4)
        }
    }

    @Test(
        "who is screened out by an answer leaves nothing but that, also after a reload, and is sent to the study's address"
    )
    func screened() throws {
        try withTemporaryFolder { folder in
            var sample = Self.sample()
            sample.survey.admit.answers = ["age": .numbers(least: 18, most: nil)]
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, sample.write(to: folder), "seat=1&lang=en&PROLIFIC_PID=p1")
            let page = person.page
            try page.click("#agree")
            try page.click("#field-age")
            try page.press("9")
            try page.click("#questions button.main")
            for _ in 0..<2 {
                try page.wait(for: "#leave-refused")
                #expect(
                    try page.evaluate("document.getElementById('leave-refused').href")
                        == "https://app.example.org/out?id=p1")
                let kept: [String] = try page.evaluate("Object.values(localStorage)")
                #expect(kept == ["screened_out"], "\(kept)")
                #expect(try page.evaluate("document.getElementById('next-instead').hidden"))
                try page.reload()
            }
        }
    }

    @Test("who comes next on the same page finds no answers of who was screened out")
    func next() throws {
        try withTemporaryFolder { folder in
            var sample = Self.sample()
            sample.survey.admit.answers = ["age": .numbers(least: 18, most: nil)]
            let browser = try Browser(downloads: folder)
            let page = try Participant(browser, sample.write(to: folder), "seat=1&lang=en").page
            try page.click("#agree")
            try page.click("#field-display-1")
            try page.click("#field-age")
            try page.press("9")
            try page.click("#questions button.main")
            try page.click("#next-instead")
            try page.click("#agree")
            try page.wait(for: "#field-age")
            #expect(try page.evaluate("document.getElementById('field-age').value") == "")
            #expect(try page.evaluate("document.querySelector('#asked :checked') === null"))
        }
    }

    @Test("a device that the study does not admit is refused before the consent, and nothing is stored")
    func devices() throws {
        try withTemporaryFolder { folder in
            var sample = Self.sample()
            sample.survey.admit.devices = [.tablet, .phone]
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, sample.write(to: folder), "seat=1&lang=en")
            try person.page.wait(until: "document.body.dataset.screen === 'refused'")
            let text: String = try person.page.evaluate("document.getElementById('refused-text').textContent")
            #expect(text.contains("a tablet or a phone"), "\(text)")
            try person.page.click("#languages [lang=de]")
            let german: String = try person.page.evaluate("document.getElementById('refused-text').textContent")
            #expect(german.contains("einem Tablet oder einem Telefon"), "\(german)")
            #expect(try person.page.evaluate("localStorage.length") == 0)
        }
    }

    @Test("a window that is too small is asked to grow before the consent; enlarging the page shuts nobody out")
    func window() throws {
        try withTemporaryFolder { folder in
            var sample = Self.sample()
            sample.survey.admit.leastWindow = WindowSize(width: 700, height: 500)
            let browser = try Browser(downloads: folder)
            let page = try browser.open()
            try page.resize(width: 600, height: 500)
            let index = try sample.write(to: folder)
            try page.go(to: Participant.address(index, "seat=1&lang=en"))
            try page.wait(until: "document.body.dataset.screen === 'refused'")
            #expect(try page.evaluate("document.getElementById('refused-text').textContent.includes('700 × 500')"))
            #expect(try page.evaluate("localStorage.length") == 0)
            try page.resize(width: 700, height: 500)
            try page.wait(for: "#agree")
            // At twice the size the window has half as many CSS pixels and as many of the device.
            let zoomed = try browser.open()
            try zoomed.resize(width: 350, height: 250, scale: 2)
            try zoomed.go(to: Participant.address(index, "seat=2&lang=en"))
            try zoomed.wait(for: "#agree")
        }
    }

    @Test("who does not want to answer may leave: before the first pair nothing is kept, after the last the pairs are")
    func leaving() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let index = try Self.sample().write(to: folder)
            let person = try Participant(browser, index, "seat=1&lang=en")
            try person.page.click("#agree")
            try person.page.click("#field-display-1")
            try person.page.click("#questions-leave")
            try person.page.wait(until: "document.body.dataset.screen === 'declined'")
            #expect(try person.page.evaluate("localStorage.length") == 0)
            let other = try Participant(browser, index, "seat=2&lang=en")
            try other.page.click("#agree")
            try other.page.click("#field-age")
            try other.page.press("5")
            try other.page.click("#questions button.main")
            try other.page.click("#start")
            try other.answer(["f", "f", "f", "f"])
            try other.page.click("#questions-leave")
            #expect(try other.answers().votes.count == 4)
        }
    }

    @Test("without a consent, nothing is kept before the first answer")
    func withoutConsent() throws {
        try withTemporaryFolder { folder in
            var sample = Self.sample()
            sample.survey.consent = false
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, sample.write(to: folder), "seat=1&lang=en")
            try person.page.wait(for: "#field-age")
            #expect(try person.page.evaluate("localStorage.length") == 0)
            try person.page.click("#field-age")
            try person.page.press("7")
            try person.page.click("#questions button.main")
            try person.page.click("#start")
            try person.answer(["f", "f", "f", "f"])
            try person.page.click("#field-sure-0")
            try person.page.click("#questions button.main")
            let file = try person.answers()
            #expect(answers(file)["age"] == .number(7))
        }
    }
}
