import Answers
import Foundation
import Study
import TestKit
import Testing

/// The last page: until it is left, the last answer can be taken back.
@MainActor
struct SurveyEndTests {
    private func atTheEnd(_ folder: URL, _ sample: SamplePage = SamplePage()) throws -> Participant {
        let browser = try Browser(downloads: folder)
        let person = try Participant(browser, sample.write(to: folder.appending(path: "page")))
        try person.begin()
        try person.answer(["f", "f", "f", "f"])
        try person.page.wait(for: "#download")
        return person
    }

    @Test("the last answer can be taken back on the last page, and nothing has ended before")
    func undo() throws {
        try withTemporaryFolder { folder in
            let person = try atTheEnd(folder)
            #expect(try !person.kept().contains { $0.contains("\"finish\"") })
            try person.page.click("#undo-last")
            try person.answer(["j"], from: 4)
            let file = try person.answers()
            #expect(file.choices == [.left, .left, .left, .left, .right])
            #expect(file.events.filter { $0.kind == .undo }.map(\.trial) == [4])
            #expect(file.kinds.filter { $0 == .finish }.count == 1 && file.kinds.last == .finish)
        }
    }

    @Test("to save, copy or read the answers ends the session", arguments: ["#download", "#copy", "summary"])
    func handedOver(by way: String) throws {
        try withTemporaryFolder { folder in
            let person = try atTheEnd(folder)
            try person.page.click(way)
            try person.page.wait(until: "document.getElementById('answer-text').value.includes('\"finish\"')")
            #expect(try person.page.evaluate("document.getElementById('undo-last').checkVisibility()") == false)
            #expect(try person.kept().last?.contains("\"finish\"") == true)
            #expect(try person.answers().kinds.filter { $0 == .finish }.count == 1)
        }
    }

    @Test("to leave the last page ends the session", arguments: ["reload", "elsewhere"])
    func left(how: String) throws {
        try withTemporaryFolder { folder in
            let person = try atTheEnd(folder)
            let index = folder.appending(path: "page/index.html")
            if how == "reload" {
                try person.page.reload()
            } else {
                let other = folder.appending(path: "other.html")
                try Data("<title>other</title>".utf8).write(to: other)
                try person.page.go(to: other)
                try person.page.go(to: Participant.address(index, "seat=1&lang=en"))
            }
            try person.page.wait(for: "#download")
            #expect(try person.page.evaluate("document.getElementById('undo-last').checkVisibility()") == false)
            #expect(try person.kept().filter { $0.contains("\"finish\"") }.count == 1)
        }
    }

    @Test("a window that was lost on the last page opens on it again, and the last answer can still be taken back")
    func lost() throws {
        try withTemporaryFolder { folder in
            let person = try atTheEnd(folder)
            let lines = try person.kept()
            // As after a crash: nothing was said when the page went.
            try person.page.run(
                """
                const kept = Object.entries(localStorage)
                addEventListener("pagehide", () => { for (const [key, value] of kept) localStorage.setItem(key, value)
                  for (const key of Object.keys(localStorage)) if (!kept.some(k => k[0] === key)) localStorage.removeItem(key) })
                """)
            try person.page.reload()
            try person.page.wait(for: "#undo-last")
            #expect(try person.kept() == lines)
        }
    }

    @Test("that a step is left is said only until the answers are saved or copied", arguments: ["#download", "#copy"])
    func stepLeft(way: String) throws {
        try withTemporaryFolder { folder in
            let person = try atTheEnd(folder)
            let says = { (words: String) in
                try person.page.evaluate("document.body.innerText.includes('\(words)')", as: Bool.self)
            }
            try person.page.run("navigator.clipboard.writeText = () => Promise.resolve()")
            try person.page.click("summary")
            #expect(try says("One step is left"))
            try person.page.click(way)
            let isSaved = way == "#download"
            let name = try person.page.evaluate("session.fileName", as: String.self)
            let handed = isSaved ? "The answer file was saved as" : "You have saved or copied your answers"
            try person.page.wait(until: "document.body.innerText.includes('\(handed)')")
            #expect(try says("to the person who invited you") && says(name) && !says("One step is left"))
            try person.page.click("#languages [lang=ja]")
            #expect(try says(isSaved ? "という名前で保存しました" : "回答は保存またはコピーされています") && says(name))
            #expect(try says("コピーしました") == !isSaved && !says("Copied."))
            try person.page.reload()
            try person.page.wait(for: "#download")
            #expect(try says("You have saved or copied your answers") && !says("One step is left"))
        }
    }

    @Test(
        "where the browser keeps nothing, the warning of a loss goes with the saving, and is back for the next person")
    func nothingToLose() throws {
        try withTemporaryFolder { folder in
            let blocked = """
                Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked", "SecurityError") } })
                """
            let browser = try Browser(downloads: folder)
            let sample = SamplePage(singleFile: true)
            let person = try Participant(browser, sample.write(to: folder.appending(path: "page")), before: blocked)
            try person.page.wait(for: "#keeps-nothing")
            try person.begin()
            try person.answer(["f", "f", "f", "f"])
            try person.page.wait(for: "#keeps-nothing")
            try person.page.click("#download")
            try person.page.wait(until: "!document.getElementById('keeps-nothing').checkVisibility()")
            try person.page.click("#new-person")
            try person.page.wait(for: "#keeps-nothing")
        }
    }

    @Test("who declines in a second tab while the first one has begun is not told that nothing is stored")
    func declinedElsewhere() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let index = try SamplePage().write(to: folder.appending(path: "page"))
            let first = try Participant(browser, index)
            let second = try Participant(browser, index)
            try first.page.bringToFront()
            try first.begin()
            try first.await(trial: 1)
            try second.page.bringToFront()
            try second.page.click("#decline")
            try second.page.click("#same-person-yes")
            try second.page.wait(for: "#elsewhere")
        }
    }

    @Test("a greeting that names a pair goes with that pair, also where its images do not come")
    func greeting() throws {
        try withTemporaryFolder { folder in
            let place = folder.appending(path: "page")
            let index = try SamplePage().write(to: place)
            let files = try PageFiles(place)
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, index)
            try person.begin()
            try person.answer(["f"])
            try person.await(trial: 2)
            for name in try files.pairs(1)[1] { try FileManager.default.removeItem(at: files.image(name)) }
            try person.page.reload()
            try person.page.click("#continue")
            try person.await(trial: 3)
            #expect(try person.page.evaluate("document.getElementById('status').textContent") == "")
        }
    }

    @Test("where answers are final, the last one is too")
    func final() throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage()
            sample.survey.undo = false
            let person = try atTheEnd(folder, sample)
            #expect(try person.page.evaluate("document.getElementById('undo-last').checkVisibility()") == false)
        }
    }

    @Test("a pair that could not be shown is not taken back at the end, and all answered is said only where it is so")
    func failedLast() throws {
        try withTemporaryFolder { folder in
            let place = folder.appending(path: "page")
            let index = try SamplePage().write(to: place)
            let files = try PageFiles(place)
            for name in try files.pairs(1)[3] { try FileManager.default.removeItem(at: files.image(name)) }
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, index)
            try person.begin()
            try person.answer(["f", "f", "f"])
            for _ in 1...2 { try person.page.click("#continue") }
            try person.page.wait(for: "#download")
            #expect(try person.page.evaluate("document.getElementById('undo-last').checkVisibility()") == false)
            #expect(try person.page.evaluate("document.body.innerText.includes('1 of 4 pairs could not be shown')"))
            try person.page.click("#languages [lang=ja]")
            #expect(try person.page.evaluate("document.body.innerText.includes('4組のうち1組は画像を表示できなかった')"))
            let failed = try person.answers().events.filter { $0.kind == .imageFailed }
            #expect(failed.map(\.trial) == [4, 4] && failed.map(\.choice) == [nil, nil])

            let whole = try atTheEnd(folder.appending(path: "whole"))
            #expect(try whole.page.evaluate("document.body.innerText.includes('You have answered everything')"))
        }
    }

    @Test("a seat whose file does not come says so, and comes when it is tried again")
    func seatMissing() throws {
        try withTemporaryFolder { folder in
            let index = try SamplePage().write(to: folder)
            let file = try PageFiles(folder).seat(1)
            let away = folder.appending(path: "away.js")
            try FileManager.default.moveItem(at: file, to: away)
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, index)
            try person.page.wait(for: "#no-pairs")
            #expect(try person.page.evaluate("document.body.innerText.includes('could not be loaded')"))
            try Data("dotchi.seats[1] = [[".utf8).write(to: file)
            try person.page.click("#again")
            try person.page.wait(for: "#no-pairs")
            try FileManager.default.removeItem(at: file)
            try FileManager.default.moveItem(at: away, to: file)
            try person.page.click("#again")
            try person.begin()
            try person.answer(["f", "f", "f", "f"])
            #expect(try person.answers().votes.count == 4)
        }
    }

    @Test("a file of one seat asks that seat, and says so where a link wants another")
    func oneSeat() throws {
        try withTemporaryFolder { folder in
            let index = try SamplePage(singleFile: true, seat: 2).write(to: folder)
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, index, "lang=en")
            try person.begin()
            try person.answer(["f", "f", "f", "f"])
            #expect(try person.answers().header.seat == 2)
            let other = try Participant(browser, index, "lang=en&seat=3")
            try other.page.wait(for: "#refused")
            #expect(try other.page.evaluate("document.body.innerText.includes('this file is for seat 2')"))
        }
    }
}
