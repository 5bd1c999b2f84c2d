import Answers
import Foundation
import Study
import TestKit
import Testing

/// Several people at one browser: who comes again is asked whose session it is that is kept there.
@MainActor
struct SamePersonTests {
    private func asks(_ words: String, _ person: Participant) throws {
        // Another session may have been asked about before.
        try person.page.wait(
            until: "document.getElementById('same-person-text').innerText.includes('\(words)')")
        try person.page.wait(for: "#same-person-yes")
        #expect(try person.screen() == "same-person")
    }

    /// Somebody who comes by `link` in a tab of their own, answers and closes it.
    private func somebody(
        _ browser: Browser, _ index: URL, _ link: String = "seat=1&lang=en", answers keys: [String]
    ) throws {
        let person = try Participant(browser, index, link)
        try person.begin()
        try person.answer(keys)
        try person.await(trial: keys.count + 1)
        try person.page.close()
    }

    @Test("who answered before goes on where they stopped; a reload in the same tab does not ask")
    func same() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let index = try SamplePage().write(to: folder)
            try somebody(browser, index, answers: ["f", "j"])
            let again = try Participant(browser, index)
            try asks("answered 2 of 4 pairs", again)
            #expect(try again.page.evaluate("document.activeElement.id") == "same-person-title")
            let before = try again.kept()
            // Keys that answer mean nothing here, and nothing is written down.
            try again.page.press("f")
            try again.page.press("Enter")
            try again.page.run("dispatchEvent(new Event('blur')); dispatchEvent(new Event('focus'))")
            #expect(try again.kept() == before && again.screen() == "same-person")
            try again.page.reload()
            try asks("answered 2 of 4 pairs", again)
            try again.page.press("Tab")
            #expect(try again.page.evaluate("document.activeElement.id") == "same-person-yes")
            try again.page.press(" ")
            try again.answer(["f"], from: 3)
            try again.await(trial: 4)
            try again.page.reload()
            try again.answer(["j"], from: 4)
            let file = try again.answers()
            #expect(file.choices == [.left, .right, .left, .right])
            #expect(file.events.filter { $0.kind == .consent }.count == 1)
            #expect(again.page.scriptErrors == [])
        }
    }

    @Test("another person agrees to a session of their own; both go on later, each with their own answers")
    func another() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let index = try SamplePage().write(to: folder)
            try somebody(browser, index, answers: ["f", "f"])
            let other = try Participant(browser, index)
            try asks("answered 2 of 4 pairs", other)
            try other.page.click("#same-person-no")
            try other.page.wait(for: "#agree")
            // Nothing is decided before they agree: a reload does not ask again, and keeps what is there.
            let before = try other.kept()
            try other.page.reload()
            try other.begin()
            try other.answer(["j"])
            try other.await(trial: 2)
            #expect(try before.allSatisfy(other.kept().contains))
            // From here on the tab is one of several people: each is asked, a third one too.
            try other.page.reload()
            try asks("answered 1 of 4 pairs", other)
            try other.page.click("#same-person-no")
            try asks("answered 2 of 4 pairs", other)
            try other.page.click("#same-person-no")
            try other.page.wait(for: "#agree")
            try other.page.close()

            let first = try Participant(browser, index)
            try asks("answered 1 of 4 pairs", first)
            try first.page.click("#same-person-no")
            try asks("answered 2 of 4 pairs", first)
            try first.page.click("#same-person-yes")
            try first.answer(["f", "f"], from: 3)
            let whole = try first.answers()
            #expect(whole.choices == [.left, .left, .left, .left])
            try first.page.reload()
            #expect(try first.answers().text == whole.text)
            try first.page.close()

            let second = try Participant(browser, index)
            try asks("answered 1 of 4 pairs", second)
            try second.page.click("#same-person-yes")
            try second.answer(["j", "j", "j"], from: 2)
            let file = try second.answers()
            #expect(file.choices == [.right, .right, .right, .right])
            #expect(file.header.session != whole.header.session && file.header.seat != whole.header.seat)
            #expect(Set(file.events.map(\.id)).isDisjoint(with: whole.events.map(\.id)))
            #expect(second.page.scriptErrors == [])
        }
    }

    @Test("who is somebody else and declines leaves what is kept as it is")
    func declines() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let index = try SamplePage().write(to: folder)
            try somebody(browser, index, answers: ["f"])
            let other = try Participant(browser, index)
            try other.page.click("#same-person-no")
            try other.page.click("#decline")
            #expect(try other.screen() == "declined")
            try other.page.reload()
            try asks("answered 1 of 4 pairs", other)
            try other.page.click("#same-person-yes")
            try other.await(trial: 2)
        }
    }

    @Test("before the first answer it is asked too: what was agreed to, or told, is one person's")
    func begun() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let index = try SamplePage().write(to: folder)
            let first = try Participant(browser, index)
            try first.page.click("#agree")
            try first.page.wait(for: "#start")
            try first.page.close()
            let other = try Participant(browser, index)
            try asks("not answered a pair yet", other)
            try other.page.click("#same-person-yes")
            try other.page.click("#start")
            try other.await(trial: 1)
        }
    }

    @Test("whom the link names is not asked, nor asked about")
    func named() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let index = try SamplePage().write(to: folder)
            let link = "seat=1&lang=en&participant=P-1"
            try somebody(browser, index, link, answers: ["f"])
            let again = try Participant(browser, index, link)
            try again.await(trial: 2)
            let other = try Participant(browser, index, "seat=1&lang=en&participant=P-2")
            try other.page.wait(for: "#agree")
            let nobody = try Participant(browser, index)
            try nobody.page.wait(for: "#agree")
        }
    }

    @Test("who handed over what they answered, and let another person begin, can still go on")
    func handedOver() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let index = try SamplePage().write(to: folder.appending(path: "page"))
            let first = try Participant(browser, index)
            try first.begin()
            try first.answer(["f", "f"])
            try first.await(trial: 3)
            try first.page.click("#stop")
            try first.page.click("#download")
            try first.page.click("#new-person")
            try first.begin()
            try first.answer(["j"])
            try first.await(trial: 2)
            let again = try Participant(browser, index)
            try asks("answered 2 of 4 pairs", again)
            try again.page.click("#same-person-yes")
            try again.answer(["f", "f"], from: 3)
            #expect(try again.answers().choices == [.left, .left, .left, .left])
            // The person in between goes on by the link that they came by.
            try first.page.bringToFront()
            try first.page.reload()
            try first.answer(["j", "j", "j"], from: 2)
            #expect(try first.answers().choices == [.right, .right, .right, .right])
        }
    }

    @Test("so it is in a single file, and where another tab has the session open")
    func singleFile() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let index = try SamplePage(singleFile: true, seat: 2).write(to: folder.appending(path: "page"))
            let first = try Participant(browser, index, "lang=en")
            try first.begin()
            try first.answer(["f", "f"])
            try first.await(trial: 3)
            let other = try Participant(browser, index, "lang=en")
            try other.page.click("#same-person-no")
            try other.begin()
            try other.answer(["j", "j", "j", "j"])
            let file = try other.answers()
            #expect(file.choices == [.right, .right, .right, .right] && file.header.seat == 2)
            try first.page.bringToFront()
            try first.answer(["f", "f"], from: 3)
            let own = try first.answers()
            #expect(own.choices == [.left, .left, .left, .left] && own.header.session != file.header.session)
        }
    }

    @Test("a page that was built again asks in the page where the session began, and begins others under the new plan")
    func rebuilt() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let (before, after) = (SamplePage(), SamplePage(seats: 5))
            let index = try before.write(to: folder)
            try somebody(browser, index, answers: ["f", "f"])
            try after.write(to: folder)
            let other = try Participant(browser, index)
            try asks("answered 2 of 4 pairs", other)
            try other.page.click("#same-person-no")
            try other.begin()
            try other.answer(["j", "j", "j", "j"])
            let file = try other.answers()
            #expect(file.header.planHash == after.plan.hash && file.choices == [.right, .right, .right, .right])
            try other.page.close()
            let first = try Participant(browser, index)
            try asks("answered 2 of 4 pairs", first)
            try first.page.click("#same-person-yes")
            try first.answer(["f", "f"], from: 3)
            let own = try first.answers()
            #expect(own.header.planHash == before.plan.hash && own.choices == [.left, .left, .left, .left])
            try first.page.close()
            let again = try Participant(browser, index)
            #expect(try again.answers().text == file.text)
        }
    }

    @Test("the question is whole in a narrow window and from right to left, and follows the language")
    func narrow() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            var sample = SamplePage()
            sample.survey.languages = try [#require(Language(rawValue: "ar")), .english]
            let index = try sample.write(to: folder)
            try somebody(browser, index, answers: ["f", "f"])
            let again = try Participant(browser, index, "seat=1&lang=ar")
            try again.page.resize(width: 320, height: 568, phone: true)
            try again.page.wait(for: "#same-person-yes")
            let text = "document.getElementById('same-person-text').textContent"
            #expect(try again.page.evaluate("\(text).includes('2 من 4') && document.documentElement.dir === 'rtl'"))
            #expect(try again.page.evaluate("document.documentElement.scrollWidth <= 320"))
            #expect(
                try again.page.evaluate(
                    "['yes', 'no'].every(id => document.getElementById(`same-person-${id}`).offsetHeight >= 44)"))
            try again.page.click("#languages [lang=en]", touch: true)
            try asks("answered 2 of 4 pairs", again)
        }
    }
}
