import Answers
import Foundation
import Study
import TestKit
import Testing

/// Keys of one character can be switched off before the first pair (WCAG 2.1.4).
@MainActor
struct LetterKeyTests {
    private static let hints =
        "[...document.querySelectorAll('.choice kbd')].filter(k => k.checkVisibility()).map(k => k.textContent)"

    /// Nothing was answered by the key, as the next one that answers shows: it would have been taken before it.
    private func passesOver(_ key: String, at place: String? = nil, _ person: Participant) throws {
        if let place {
            try person.page.press(key, at: place)
        } else {
            try person.page.press(key)
        }
        #expect(try person.page.evaluate("trial.open"))
    }

    @Test("switched off, letters answer nothing by what they write or where they are; arrows and Backspace go on")
    func letters() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            var sample = SamplePage()
            sample.survey.ties = true
            let person = try Participant(browser, sample.write(to: folder.appending(path: "page")))
            try person.page.click("#agree")
            let keys =
                "[...document.querySelectorAll('#instructions div')].filter(d => d.checkVisibility()).map(d => d.id)"
            let all: [String] = try person.page.evaluate(keys)
            #expect(all.filter { ["hint-pointer", "hint-keys"].contains($0) }.count == 2, "\(all)")
            try person.page.click("#letters-off")
            let left: [String] = try person.page.evaluate(keys)
            #expect(left.contains("hint-pointer") && !left.contains("hint-keys"), "nothing names a key that is off")
            try person.page.click("#start")
            try person.await(trial: 1)
            #expect(try person.page.evaluate(Self.hints) == ["←", "→"])
            #expect(
                try person.page.evaluate("document.getElementById('left').getAttribute('aria-keyshortcuts')")
                    == "ArrowLeft")
            for key in ["f", "J", "g"] { try passesOver(key, person) }
            try passesOver("а", at: "KeyF", person)
            try passesOver("Process", at: "KeyJ", person)
            try person.page.press("ArrowRight")
            try person.await(trial: 2)
            try person.page.press("Backspace")
            try person.await(trial: 1)
            try person.page.press("ArrowLeft")
            try person.await(trial: 2)
            try person.page.reload()
            try person.await(trial: 2)
            try passesOver("f", person)
            #expect(try person.page.evaluate(Self.hints) == ["←", "→"])
            try person.answer(["ArrowDown", "ArrowLeft", "ArrowRight"], from: 2)
            let file = try person.answers()
            #expect(file.choices == [.right, .left, .tie, .left, .right])
            // Who comes next has them again.
            try person.page.click("#new-person")
            try person.begin()
            try person.await(trial: 1)
            #expect(try person.page.evaluate(Self.hints) == ["←", "F", "J", "→"])
            try person.page.press("f")
            try person.await(trial: 2)
            #expect(person.page.scriptErrors == [])
        }
    }

    @Test("without a consent it is kept as well, and can be switched on again until the first pair")
    func withoutConsent() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            var sample = SamplePage()
            sample.survey.consent = ConsentSettings(isRequired: false)
            let person = try Participant(browser, sample.write(to: folder))
            try person.page.wait(for: "#start")
            // By the keyboard, Space on the box.
            try person.page.press("Tab")
            try person.page.wait(until: "document.activeElement.id === 'letters-off'")
            try person.page.press(" ")
            #expect(try person.page.evaluate("document.getElementById('letters-off').checked"))
            #expect(try person.page.evaluate("Object.keys(localStorage).length") == 0)
            try person.page.click("#start")
            try person.await(trial: 1)
            try person.page.reload()
            try person.page.wait(for: "#left")
            try passesOver("f", person)
            try person.page.press("ArrowLeft")
            try person.await(trial: 2)
        }
    }

    @Test("digits of a scale of grades are switched off with them; arrows move along it and Space chooses")
    func grades() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            var sample = SamplePage()
            sample.survey.scale = .graded
            let person = try Participant(browser, sample.write(to: folder))
            try person.page.click("#agree")
            try person.page.click("#letters-off")
            try person.page.click("#start")
            try person.page.wait(for: "#grades button")
            #expect(
                try person.page.evaluate(
                    "[...document.querySelectorAll('#grades button')].every(b => !b.ariaKeyShortcuts && !b.querySelector('kbd').checkVisibility())"
                ))
            try passesOver("7", person)
            try passesOver("&", at: "Digit1", person)
            try person.page.press("ArrowRight")
            try person.page.press("ArrowRight")
            try person.page.press(" ")
            try person.page.wait(until: "document.getElementById('count').textContent === '2 of 4'")
            #expect(try person.kept().contains { $0.contains(#""grade":2"#) })
        }
    }

    @Test("a telephone, which has no such keys, does not offer it")
    func phone() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder))
            try person.page.click("#agree")
            try person.page.wait(for: "#letters-off")
            try person.page.resize(width: 390, height: 844, scale: 3, phone: true)
            try person.page.wait(until: "!document.getElementById('letters').checkVisibility()")
        }
    }
}
