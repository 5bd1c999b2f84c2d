import Answers
import Foundation
import Study
import TestKit
import Testing

/// Who comes by which link, in which language, and who comes next.
@MainActor
struct SurveyVisitTests {
    @Test("a finished session offers its file again, and another person begins another session")
    func nextPerson() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder), "seat=1&lang=en&participant=first")
            try person.begin()
            try person.answer(["f", "f", "f", "f"])
            let first = try person.answers()
            try person.page.reload()
            #expect(try person.answers().text == first.text)

            try person.page.click("#new-person")
            try person.begin()
            try person.answer(["j", "j"])
            try person.await(trial: 3)
            try person.page.reload()
            try person.answer(["j", "j"], from: 3)
            let second = try person.answers()
            #expect(second.header.session != first.header.session)
            #expect(second.header.seat != first.header.seat)
            #expect(second.header.participant == nil)
            #expect(second.choices == [.right, .right, .right, .right])
            #expect(Set(second.events.map(\.id)).isDisjoint(with: first.events.map(\.id)))
        }
    }

    @Test("links of two people on one machine are two sessions")
    func twoLinks() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let index = try SamplePage().write(to: folder)
            let one = try Participant(browser, index, "lang=en&PROLIFIC_PID=5f00aa")
            try one.begin()
            try one.answer(["f"])
            let two = try Participant(browser, index, "lang=en&participant=two")
            try two.begin()
            try two.answer(["j", "j", "j", "j"])
            let file = try two.answers()
            #expect(file.header.participant == "two")
            #expect(file.header.source == "link")
            try one.page.bringToFront()
            try one.answer(["f", "f", "f"], from: 2)
            let other = try one.answers()
            #expect(other.header.participant == "5f00aa")
            #expect(other.header.source == "prolific")
            #expect(other.header.session != file.header.session)
            #expect(other.choices == [.left, .left, .left, .left])
        }
    }

    @Test("without a seat in the link every seat is drawn")
    func randomSeat() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let page = try browser.open(try SamplePage().write(to: folder))
            try page.wait(for: "#agree")
            let drawn = try page.evaluate(
                "[...new Set(Array.from({ length: 200 }, () => visitor().seat))].sort()", as: [Int].self)
            #expect(drawn == [1, 2, 3])
        }
    }

    @Test(
        "a link to a seat that is not there says which there are",
        arguments: ["0", "4", "x", "", "0x2", "1e0", "2.0"])
    func unknownSeat(seat: String) throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder), "lang=en&seat=\(seat)")
            try person.page.wait(for: "#refused")
            #expect(try person.page.evaluate("document.body.innerText.includes('seats 1 to 3')"))
        }
    }

    @Test(
        "the language is the link's, else the browser's, else the study's first",
        arguments: [
            ("ja-kansai", ["en"], "どっちの絵がええ感じ？"), ("ja", ["en"], "どちらの画像がよく見えますか？"),
            ("", ["fr", "ja-JP"], "どちらの画像がよく見えますか？"), ("xx", ["fr"], "Which image looks better?"),
        ])
    func language(link: String, browsers: [String], question: String) throws {
        try withTemporaryFolder { folder in
            let wishes = "Object.defineProperty(navigator, 'languages', { value: \(browsers) })"
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder), "lang=\(link)", before: wishes)
            try person.begin()
            try person.page.wait(for: "#left")
            #expect(try person.page.evaluate("document.getElementById('question').textContent") == question)
        }
    }

    @Test("the language can be switched at any time, and the file says which was shown")
    func languageSwitch() throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage()
            sample.survey.question = [.japanese: "どちらが</script><b>本物らしい</b>ですか？"]
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, sample.write(to: folder))
            try person.begin()
            try person.answer(["f"])
            try person.await(trial: 2)
            try person.page.click("#languages [lang=ja]")
            #expect(
                try person.page.evaluate("document.getElementById('question').textContent")
                    == "どちらが</script><b>本物らしい</b>ですか？")
            #expect(try person.page.evaluate("document.getElementById('count').textContent") == "4組中 2組目")
            #expect(try person.page.evaluate("document.getElementById('left').ariaLabel") == "左の画像")
            for _ in 2...4 {
                try person.page.wait(for: "#left")
                try person.page.press("f")
                try person.page.wait(until: "document.getElementById('left').disabled")
            }
            let file = try person.answers()
            #expect(file.header.language == "en")
            #expect(file.events.filter { $0.kind == .language }.map(\.value) == [.text("ja")])
        }
    }

    @Test("the answers can be copied and read as text")
    func copies() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder))
            try person.begin()
            try person.answer(["f", "f", "f", "f"])
            let file = try person.answers()
            try person.page.run(
                "document.addEventListener('copy', () => { window.copied = getSelection().toString() })")
            try person.page.run(
                "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve() }")
            try person.page.click("#copy")
            try person.page.wait(for: "#copy-status")
            #expect(try person.page.evaluate("window.copied") == file.text)
            try person.page.wait(for: "#answer-text")
        }
    }

    @Test("the single file works by itself, moved anywhere")
    func singleFile() throws {
        try withTemporaryFolder { folder in
            let index = try SamplePage(singleFile: true).write(to: folder.appending(path: "page"))
            let moved = folder.appending(path: "アンケート 1.html")
            try FileManager.default.moveItem(at: index, to: moved)
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, moved)
            try person.begin()
            try person.answer(["f", "j", "f", "j"])
            #expect(try person.answers().choices == [.left, .right, .left, .right])
            #expect(person.page.requests.allSatisfy { $0.hasPrefix("file:") || $0.hasPrefix("data:") })
            #expect(person.page.requests.filter { $0.hasPrefix("file:") }.count == 1)
        }
    }

    @Test("the page asks for nothing but its own files")
    func requests() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder))
            try person.begin()
            try person.answer(["f", "j", "f", "j"])
            _ = try person.answers()
            let own = folder.absoluteString
            #expect(person.page.requests.count >= 13)
            #expect(person.page.requests.filter { !$0.hasPrefix(own) && !$0.hasPrefix("data:") } == [])
            #expect(person.page.scriptErrors == [])
        }
    }

    @Test("a page whose data is missing says so")
    func missingData() throws {
        try withTemporaryFolder { folder in
            let index = try SamplePage().write(to: folder)
            try FileManager.default.removeItem(at: PageFiles(folder).data)
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, index)
            try person.page.wait(for: "#incomplete")
            #expect(try person.page.evaluate("document.body.innerText.includes('files are not complete')"))
        }
    }
}
