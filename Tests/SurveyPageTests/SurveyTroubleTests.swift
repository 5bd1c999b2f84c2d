import Answers
import Foundation
import Study
import TestKit
import Testing

/// Images that do not come, or come late: no pair is lost by that.
@MainActor
struct SurveyTroubleTests {
    /// A page whose images can be taken away and put back.
    private struct Place {
        let index: URL
        let folder: URL
        let files: PageFiles
        let pairs: [[String]]

        init(_ folder: URL, _ sample: SamplePage = SamplePage()) throws {
            self.folder = folder
            index = try sample.write(to: folder.appending(path: "page"))
            files = try PageFiles(folder.appending(path: "page"))
            pairs = try files.pairs(1)
        }

        /// Takes the right image of these trials away.
        func take(_ trials: Int...) throws {
            for trial in trials { try FileManager.default.moveItem(at: image(trial), to: away(trial)) }
        }

        /// Puts it back.
        func put(_ trials: Int...) throws {
            for trial in trials { try FileManager.default.moveItem(at: away(trial), to: image(trial)) }
        }

        private func image(_ trial: Int) throws -> URL { try files.image(pairs[trial - 1][1]) }
        private func away(_ trial: Int) -> URL { folder.appending(path: "away-\(trial).png") }
    }

    private func failures(_ file: AnswerFile) -> [Int?] {
        file.events.filter { $0.kind == .imageFailed }.map(\.trial)
    }

    @Test("to try again leads where an image failed, and nothing is lost or written down where it comes then")
    func again() throws {
        try withTemporaryFolder { folder in
            let place = try Place(folder)
            try place.take(2)
            let person = try Participant(Browser(downloads: folder), place.index)
            try person.begin()
            try person.answer(["f"])
            try person.page.wait(for: "#failed")
            #expect(
                try person.page.evaluate(
                    "[...document.querySelectorAll('#failed button')].filter(b => b.checkVisibility()).map(b => b.textContent)"
                ) == ["Try again", "Go on", "Stop here"])
            #expect(try person.page.evaluate("document.querySelector('#failed .main').id") == "try-images")
            // It fails again, and offers the same.
            try person.page.click("#try-images")
            try person.page.wait(for: "#failed")
            try place.put(2)
            try person.page.click("#try-images")
            try person.answer(["f", "f", "f"], from: 2)
            let file = try person.answers()
            #expect(failures(file) == [] && file.votes.map(\.trial) == [1, 2, 3, 4])
            #expect(person.page.requests.contains { $0.hasSuffix("\(place.pairs[1][1]).png?2") })
            #expect(person.page.scriptErrors == [])
        }
    }

    @Test("who goes on is asked the pair again at the end, also after a reload in each state")
    func postponed() throws {
        try withTemporaryFolder { folder in
            let place = try Place(folder)
            try place.take(2)
            let person = try Participant(Browser(downloads: folder), place.index)
            try person.begin()
            try person.answer(["f"])
            try person.page.wait(for: "#failed")
            try person.page.reload()
            try person.page.wait(for: "#failed")
            #expect(try person.page.evaluate("document.body.innerText.includes('comes again at the end')"))
            try person.page.click("#continue")
            try person.await(trial: 3)
            try person.page.reload()
            try person.answer(["f", "f"], from: 3)
            try person.page.wait(for: "#failed")
            #expect(try person.page.evaluate("document.body.innerText.includes('this pair is left out')"))
            try person.page.reload()
            try person.page.wait(for: "#failed")
            try place.put(2)
            try person.page.click("#try-images")
            try person.await(trial: 2)
            #expect(
                try person.page.evaluate("document.getElementById('progress').getAttribute('aria-valuenow')") == "3")
            try person.page.reload()
            try person.answer(["j"], from: 2)
            let file = try person.answers()
            #expect(try person.page.evaluate("document.body.innerText.includes('You have answered everything')"))
            #expect(failures(file) == [2] && file.votes.map(\.trial) == [1, 3, 4, 2])
            #expect(file.kinds.last == .finish)
        }
    }

    @Test("a vote on a pair that failed before is taken back to that pair")
    func undone() throws {
        try withTemporaryFolder { folder in
            let place = try Place(folder)
            try place.take(2)
            let person = try Participant(Browser(downloads: folder), place.index)
            try person.begin()
            try person.answer(["f"])
            try person.page.click("#continue")
            try place.put(2)
            try person.answer(["f", "f"], from: 3)
            try person.answer(["f"], from: 2)
            try person.page.click("#undo-last")
            try person.answer(["j"], from: 2)
            #expect(try person.answers().choices == [.left, .left, .left, .left, .right])
        }
    }

    @Test("after three pairs in a row no more are given up: the survey stops, says so, and goes on where it was")
    func stops() throws {
        try withTemporaryFolder { folder in
            let place = try Place(folder)
            try place.take(1, 2, 3, 4)
            let person = try Participant(Browser(downloads: folder), place.index)
            try person.begin()
            for _ in 1...2 {
                try person.page.click("#continue")
                try person.page.wait(for: "#failed")
            }
            for _ in 1...3 {
                #expect(
                    try person.page.evaluate(
                        "document.body.innerText.includes('Images cannot be loaded at the moment')"))
                #expect(try !person.page.evaluate("document.getElementById('continue').checkVisibility()"))
                try person.page.reload()
                try person.page.wait(for: "#failed")
            }
            // What there is can leave.
            try person.page.click("#stop-failed")
            try person.page.wait(for: "#download")
            #expect(try person.page.evaluate("document.body.innerText.includes('You have answered 0 of 4 pairs')"))
            try person.page.click("#go-on")
            try person.page.wait(for: "#failed")
            try place.put(1, 2, 3, 4)
            try person.page.click("#try-images")
            try person.answer(["f", "f"], from: 3)
            try person.answer(["f", "f"], from: 1)
            let file = try person.answers()
            #expect(failures(file) == [1, 2] && file.votes.map(\.trial) == [3, 4, 1, 2])
        }
    }

    @Test("under a plan of before, a pair is left out as soon as the person goes on")
    func earlier() throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage()
            sample.survey.completeShare = 0
            let place = try Place(folder, sample)
            try place.take(2)
            let person = try Participant(Browser(downloads: folder), place.index)
            try person.begin()
            try person.answer(["f"])
            try person.page.wait(for: "#failed")
            #expect(try person.page.evaluate("document.body.innerText.includes('this pair is left out')"))
            try person.page.click("#continue")
            try person.answer(["f", "f"], from: 3)
            let file = try person.answers()
            #expect(failures(file) == [2] && file.votes.map(\.trial) == [1, 3, 4] && file.kinds.last == .finish)
        }
    }

    @Test("a second tab that takes over a failed pair goes on with it alone")
    func twoTabs() throws {
        try withTemporaryFolder { folder in
            let place = try Place(folder)
            try place.take(2)
            let browser = try Browser(downloads: folder)
            let first = try Participant(browser, place.index)
            try first.begin()
            try first.answer(["f"])
            try first.page.wait(for: "#failed")
            let second = try Participant(browser, place.index)
            try second.page.click("#same-person-yes")
            try second.page.click("#here")
            try second.page.wait(for: "#failed")
            try first.page.wait(for: "#elsewhere")
            try second.page.click("#continue")
            try second.answer(["f", "f"], from: 3)
            try second.page.wait(for: "#failed")
            try place.put(2)
            try second.page.click("#try-images")
            try second.answer(["j"], from: 2)
            let file = try second.answers()
            #expect(failures(file) == [2] && file.votes.map(\.trial) == [1, 3, 4, 2])
        }
    }

    @Test("no image is asked for before consent, the awaited ones come first, and the next ones once these are in view")
    func order() throws {
        try withTemporaryFolder { folder in
            let place = try Place(folder)
            let server = try PageServer(folder.appending(path: "page"))
            let slow = """
                const decode = HTMLImageElement.prototype.decode
                const held = new Promise(done => { window.letThemIn = done })
                HTMLImageElement.prototype.decode = function () { return held.then(() => decode.call(this)) }
                """
            let person = try Participant(Browser(downloads: folder), server.index, before: slow)
            @MainActor func images() -> [String] {
                person.page.requests.filter { $0.hasSuffix(".png") }.map { String($0.split(separator: "/").last ?? "") }
            }
            let expected = place.pairs.map { $0.map { "\($0).png" } }
            try person.page.wait(for: "#agree")
            #expect(images() == [])
            try person.page.click("#agree")
            try person.page.click("#start")
            // The first pair is awaited, and long so.
            try person.page.wait(until: "document.getElementById('status').textContent !== ''")
            #expect(images() == expected[0])
            try person.page.run("window.letThemIn()")
            try person.await(trial: 1)
            try eventually("the coming pairs are loaded") {
                _ = try person.page.evaluate("0", as: Int.self)
                return images().count == 6
            }
            #expect(images() == Array(expected.prefix(3).joined()))
            try person.answer(["f", "f", "f", "f"])
            _ = try person.answers()
            #expect(images() == Array(expected.joined()))
        }
    }

    /// Lets ten seconds pass in no time.
    private static let impatient = """
        const later = setTimeout
        window.setTimeout = (action, wait, ...rest) => later(action, wait === 10000 ? 50 : wait, ...rest)

        """

    @Test("where the server is silent, the person can try again after ten seconds")
    func silent() throws {
        try withTemporaryFolder { folder in
            let place = try Place(folder)
            let silence = """
                const decode = HTMLImageElement.prototype.decode
                window.isSilent = true
                HTMLImageElement.prototype.decode = function () {
                  return window.isSilent ? new Promise(() => {}) : decode.call(this)
                }
                """
            let person = try Participant(
                Browser(downloads: folder), place.index, before: Self.impatient + silence)
            try person.begin()
            try person.page.click("#load-again")
            try person.page.wait(for: "#load-again")
            try person.page.run("window.isSilent = false")
            try person.page.click("#load-again")
            try person.await(trial: 1)
            #expect(try !person.page.evaluate("document.getElementById('load-again').checkVisibility()"))
            try person.answer(["f", "f", "f", "f"])
            let file = try person.answers()
            #expect(file.votes.count == 4 && failures(file) == [])
        }
    }

    @Test("where the pairs of a seat do not come, the person can try again after ten seconds")
    func silentSeat() throws {
        try withTemporaryFolder { folder in
            let place = try Place(folder)
            let silence = """
                const append = Element.prototype.append
                let isFirst = true
                Element.prototype.append = function (...nodes) {
                  if (isFirst && nodes[0].src?.endsWith("/1.js")) isFirst = false
                  else append.apply(this, nodes)
                }
                """
            let person = try Participant(
                Browser(downloads: folder), place.index, before: Self.impatient + silence)
            try person.page.click("#arrive-again")
            try person.begin()
            try person.await(trial: 1)
            #expect(person.page.scriptErrors == [])
        }
    }
}
