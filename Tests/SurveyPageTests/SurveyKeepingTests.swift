import Answers
import Foundation
import Study
import TestKit
import Testing

/// What the page keeps: nothing is lost, nothing counts twice.
@MainActor
struct SurveyKeepingTests {
    @Test("a reload loses nothing, repeats nothing and goes on at the same trial in the same session")
    func reload() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder), "lang=en")
            try person.page.click("#agree")
            try person.page.wait(for: "#start")
            try person.page.reload()
            try person.page.click("#start")
            try person.answer(["ArrowLeft", "ArrowRight"])
            try person.await(trial: 3)
            let before = try person.kept()
            try person.page.reload()
            try person.await(trial: 3)
            #expect(
                try person.page.evaluate("document.getElementById('status').textContent")
                    == "Welcome back. You go on with pair 3.")
            #expect(Array(try person.kept().prefix(before.count)) == before)
            try person.answer(["ArrowLeft"], from: 3)
            try person.await(trial: 4)
            try person.page.close()

            let again = try Participant(browser, folder.appending(path: "index.html"), "lang=en")
            try again.page.click("#same-person-yes")
            try again.answer(["ArrowRight"], from: 4)
            let file = try again.answers()
            #expect(file.choices == [.left, .right, .left, .right])
            #expect(file.votes.map(\.trial) == [1, 2, 3, 4])
            #expect(file.events.filter { $0.kind == .consent }.count == 1)
            #expect(file.events.filter { $0.kind == .shown }.map(\.trial) == [1, 2, 3, 3, 4, 4])
            let times = file.events.map(\.milliseconds)
            #expect(times == times.sorted())
            #expect(file.events.compactMap(\.responseMilliseconds).allSatisfy { Double($0) < HangLimit.wait * 1000 })
        }
    }

    @Test("every event is kept the moment it happens")
    func atOnce() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder))
            try person.begin()
            try person.await(trial: 1)
            // Reads within the very task in which the key is handled.
            try person.page.run(
                "addEventListener('keydown', () => { window.seen = Object.values(localStorage).join() })")
            try person.page.press("j")
            #expect(try person.page.evaluate("window.seen.includes('\"choice\":\"right\"')"))
        }
    }

    @Test("before consent, and without it, nothing is kept")
    func consent() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder))
            try person.page.wait(for: "#agree")
            #expect(try person.page.evaluate("localStorage.length") == 0)
            try person.page.click("#decline")
            #expect(try person.screen() == "declined")
            #expect(try person.page.evaluate("localStorage.length") == 0)
        }
    }

    @Test("a survey without consent begins with the instructions and writes no consent down")
    func withoutConsent() throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage()
            sample.survey.consent = false
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, sample.write(to: folder))
            try person.page.click("#start")
            try person.answer(["f", "f", "f", "f"])
            #expect(try person.answers().kinds.contains(.consent) == false)
        }
    }

    @Test("a second tab is told, takes over only when asked to, and no trial counts twice")
    func secondTab() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let index = try SamplePage().write(to: folder)
            let first = try Participant(browser, index)
            try first.begin()
            try first.answer(["ArrowLeft"])
            try first.await(trial: 2)

            let second = try Participant(browser, index)
            try second.page.click("#same-person-yes")
            try second.page.wait(for: "#elsewhere")
            try second.page.press("ArrowLeft")
            try second.page.click("#here")
            try second.await(trial: 2)
            try first.page.wait(for: "#elsewhere")
            try first.page.press("ArrowLeft")
            try second.answer(["ArrowRight"], from: 2)
            try second.await(trial: 3)
            try second.page.close()

            // The first tab goes on by itself where the second one stopped.
            try first.page.bringToFront()
            try first.answer(["ArrowLeft", "ArrowRight"], from: 3)
            let file = try first.answers()
            #expect(file.votes.map(\.trial) == [1, 2, 3, 4])
            #expect(file.choices == [.left, .right, .left, .right])
        }
    }

    @Test("two tabs that both wait at the consent become one session")
    func twoConsents() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let index = try SamplePage().write(to: folder)
            let first = try Participant(browser, index)
            let second = try Participant(browser, index)
            try first.page.bringToFront()
            try first.begin()
            try first.await(trial: 1)
            try second.page.bringToFront()
            try second.page.click("#agree")
            try second.page.click("#same-person-yes")
            try second.page.wait(for: "#elsewhere")
            #expect(try second.kept().filter { $0.contains("\"consent\"") }.count == 1)
        }
    }

    @Test("a browser that keeps nothing says so, warns before it is left, and still gives the file")
    func nothingKept() throws {
        try withTemporaryFolder { folder in
            let blocked = """
                Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked", "SecurityError") } })
                """
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder), before: blocked)
            try person.page.wait(for: "#keeps-nothing")
            try person.begin()
            try person.answer(["ArrowLeft", "ArrowRight"])
            try person.await(trial: 3)
            try person.page.startReload()
            #expect(try person.page.answerDialog(accept: false) == "beforeunload")
            try person.answer(["ArrowLeft", "ArrowLeft"], from: 3)
            #expect(try person.answers().choices == [.left, .right, .left, .left])
            #expect(person.page.scriptErrors == [])
        }
    }

    @Test("storage that fills up midway loses no answer")
    func storageFillsUp() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder))
            try person.begin()
            try person.answer(["ArrowLeft"])
            try person.await(trial: 2)
            try person.page.run(
                """
                let size = 1 << 22
                while (size > 0) {
                  try { localStorage.setItem("filler" + localStorage.length, "x".repeat(size)) } catch { size >>= 1 }
                }
                """)
            try person.answer(["ArrowRight"], from: 2)
            try person.page.wait(for: "#keeps-nothing")
            try person.answer(["ArrowLeft", "ArrowRight"], from: 3)
            #expect(try person.answers().choices == [.left, .right, .left, .right])
        }
    }

    @Test("an image that cannot be shown twice leaves its trial out, and says so")
    func imageFailed() throws {
        try withTemporaryFolder { folder in
            let sample = SamplePage()
            let index = try sample.write(to: folder)
            let files = try PageFiles(folder)
            try FileManager.default.removeItem(at: files.image(sample.name("QuaggaMethod", 2)))
            let last = try files.image(sample.name("ZebraMethod", 4))
            try Data("not an image".utf8).write(to: last)
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, index)
            try person.begin()
            try person.answer(["ArrowLeft"])
            try person.page.wait(for: "#failed")
            #expect(try person.page.evaluate("document.getElementById('failed-text').textContent.includes('pair 2')"))
            try person.page.click("#continue")
            try person.answer(["ArrowRight"], from: 3)
            for _ in 1...3 { try person.page.click("#continue") }
            let file = try person.answers()
            #expect(
                try person.page.evaluate("document.getElementById('thanks-text').textContent")
                    == "You have reached the end. 2 of 4 pairs could not be shown, so they were left out; that is not "
                    + "your fault. Thank you for your eyes and your time.")
            #expect(file.votes.map(\.trial) == [1, 3])
            let failed = file.events.filter { $0.kind == .imageFailed }
            #expect(failed.map(\.trial) == [2, 4, 2, 4])
            #expect(failed.map(\.choice) == [.right, .left, .right, .left])
            #expect(file.kinds.last == .finish)
        }
    }

    @Test("leaving the window and coming back is written down")
    func attention() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder))
            try person.begin()
            try person.answer(["f"])
            try person.await(trial: 2)
            try person.page.run(
                "dispatchEvent(new Event('blur')); dispatchEvent(new Event('blur')); dispatchEvent(new Event('focus'))")
            try person.answer(["f", "f", "f"], from: 2)
            let file = try person.answers()
            #expect(file.events.filter { $0.kind == .blur }.map(\.trial) == [2])
            #expect(file.events.filter { $0.kind == .focus }.map(\.trial) == [2])
        }
    }
}
