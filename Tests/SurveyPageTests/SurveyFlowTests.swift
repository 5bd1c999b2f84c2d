import Answers
import Foundation
import Pairing
import Study
import TestKit
import Testing

/// The survey from the link to the answer file, in a real browser.
@MainActor
struct SurveyFlowTests {
    @Test("a survey answered by keys gives a file with exactly the choices made")
    func keys() throws {
        try withTemporaryFolder { folder in
            let sample = SamplePage()
            let browser = try Browser(downloads: folder)
            let person = try Participant(
                browser, sample.write(to: folder.appending(path: "page")), "seat=2&lang=en&participant=P-17")
            try person.begin()
            try person.answer(["ArrowLeft", "ArrowRight", "f", "j"])
            try person.page.click("#download")
            let file = try AnswerFile.saved(in: browser.downloads, "dotchi-faces-1-2-")

            #expect(file.choices == [.left, .right, .left, .right])
            #expect(file.votes.map(\.trial) == [1, 2, 3, 4])
            #expect(
                file.kinds == [.consent, .scheme] + Array(repeating: [.shown, .vote], count: 4).joined() + [.finish])
            #expect(file.header.format == "dotchi-answers-2")
            #expect(file.header.study == "faces-1")
            #expect(file.header.planHash == sample.plan.hash)
            #expect(file.header.seat == 2)
            #expect(file.header.participant == "P-17")
            #expect(file.header.source == "link")
            #expect(file.header.language == "en")
            #expect(file.header.front == "page")
            #expect(file.header.userAgentClass == "desktop")
            #expect(file.header.screen == "1280x800@1")
            #expect(try Date.ISO8601FormatStyle().parse(file.header.startedAt).timeIntervalSinceNow > -120)
            expectSound(file)
            #expect(person.page.scriptErrors == [])
        }
    }

    @Test("clicks choose the image that is clicked, and the images stand where the plan puts them")
    func clicks() throws {
        try withTemporaryFolder { folder in
            let sample = SamplePage()
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, sample.write(to: folder.appending(path: "page")), "seat=3&lang=en")
            try person.begin()
            for (number, side) in [(1, "right"), (2, "left"), (3, "left"), (4, "right")] {
                try person.await(trial: number)
                #expect(
                    try person.names() == [
                        sample.name("ZebraMethod", 8 + number), sample.name("QuaggaMethod", 8 + number),
                    ])
                try person.page.click("#\(side)")
            }
            let file = try person.answers()
            #expect(file.choices == [.right, .left, .left, .right])
            #expect(file.header.participant == nil)
            expectSound(file)
        }
    }

    @Test("a phone takes taps and says how large the images were in device pixels")
    func taps() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder.appending(path: "page")))
            try person.page.resize(width: 390, height: 844, scale: 3, phone: true)
            try person.page.reload()
            try person.page.click("#agree", touch: true)
            try person.page.click("#start", touch: true)
            for number in 1...4 {
                try person.await(trial: number)
                let boxes = try person.boxes()
                #expect(boxes[0].width == boxes[1].width)
                try person.page.click(number % 2 == 0 ? "#left" : "#right", touch: true)
            }
            let file = try person.answers()
            #expect(file.choices == [.right, .left, .right, .left])
            #expect(file.header.userAgentClass == "phone")
            #expect(file.header.screen == "390x844@3")
            // 64 pixels, one image above the other, enlarged 12 times: 768 device pixels, which are 256 CSS pixels.
            #expect(file.votes.map(\.shownPixels) == [768, 768, 768, 768])
        }
    }

    @Test("no difference is an answer where ties are allowed, and only there", arguments: [true, false])
    func ties(allowed: Bool) throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage()
            sample.survey.ties = allowed
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, sample.write(to: folder.appending(path: "page")))
            try person.begin()
            try person.await(trial: 1)
            #expect(try person.page.evaluate("document.getElementById('tie').checkVisibility()") == allowed)
            try person.page.press("ArrowDown")
            if allowed {
                try person.await(trial: 2)
                try person.page.click("#tie")
                try person.answer(["f", "f"], from: 3)
                #expect(try person.answers().choices == [.tie, .tie, .left, .left])
            } else {
                try person.answer(["f", "f", "f", "f"])
                #expect(try person.answers().choices == [.left, .left, .left, .left])
            }
        }
    }

    @Test("the last answer can be taken back once, and its trial is asked again")
    func undo() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder.appending(path: "page")))
            try person.begin()
            try person.await(trial: 1)
            #expect(try person.page.evaluate("document.getElementById('undo').disabled"))
            try person.answer(["ArrowLeft", "ArrowLeft"])
            try person.await(trial: 3)
            try person.page.press("Backspace")
            try person.await(trial: 2)
            #expect(try person.page.evaluate("document.getElementById('undo').disabled"))
            try person.page.press("Backspace")
            try person.answer(["ArrowRight"], from: 2)
            try person.await(trial: 3)
            try person.page.click("#undo")
            try person.answer(["ArrowLeft", "ArrowRight", "ArrowLeft"], from: 2)
            let file = try person.answers()
            #expect(file.votes.map(\.trial) == [1, 2, 2, 2, 3, 4])
            #expect(file.events.filter { $0.kind == .undo }.map(\.trial) == [2, 2])
            #expect(file.choices == [.left, .left, .right, .left, .right, .left])
        }
    }

    @Test("where answers are final, nothing takes one back")
    func noUndo() throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage()
            sample.survey.undo = false
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, sample.write(to: folder.appending(path: "page")))
            try person.begin()
            try person.answer(["f"])
            try person.await(trial: 2)
            try person.page.press("Backspace")
            #expect(try person.page.evaluate("document.getElementById('undo').checkVisibility()") == false)
            try person.answer(["f", "f", "f"], from: 2)
            #expect(try person.answers().kinds.contains(.undo) == false)
        }
    }

    @Test("no answer is taken before the least viewing time is over")
    func minimumView() throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage()
            sample.survey.minimumViewMilliseconds = 600
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, sample.write(to: folder.appending(path: "page")))
            try person.begin()
            for number in 1...4 {
                try person.page.wait(
                    until: "document.getElementById('count').textContent === '\(number) of 4' "
                        + "&& document.querySelector('#pair.shown')")
                #expect(try person.page.evaluate("document.getElementById('left').disabled"))
                try person.page.press("f")
                try person.answer(["j"], from: number)
            }
            let file = try person.answers()
            #expect(file.choices == [.right, .right, .right, .right])
            #expect(file.votes.allSatisfy { ($0.responseMilliseconds ?? 0) >= 600 })
        }
    }

    @Test("a held key and a double click answer one trial")
    func oneAnswerATime() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder.appending(path: "page")))
            try person.begin()
            try person.await(trial: 1)
            try person.page.hold("f", repeats: 40)
            try person.await(trial: 2)
            try person.page.doubleClick("#left")
            try person.answer(["j", "j"], from: 3)
            #expect(try person.answers().choices == [.left, .left, .right, .right])
        }
    }

    @Test("both images come into view together, however late one of them is")
    func together() throws {
        try withTemporaryFolder { folder in
            let sample = SamplePage()
            let late = sample.name("QuaggaMethod", 1)
            let slow = """
                const decode = HTMLImageElement.prototype.decode
                const held = new Promise(done => { window.letLateImageIn = done })
                HTMLImageElement.prototype.decode = function () {
                  const wait = this.src.includes("\(late)") ? held : Promise.resolve()
                  return wait.then(() => decode.call(this))
                }
                """
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, sample.write(to: folder.appending(path: "page")), before: slow)
            try person.begin()
            try person.page.wait(until: "document.getElementById('status').textContent !== ''")
            #expect(try person.names() == [])
            #expect(try person.kept().contains { $0.contains("\"shown\"") } == false)
            try person.page.run("window.letLateImageIn()")
            try person.await(trial: 1)
            #expect(try person.names() == [sample.name("ZebraMethod", 1), late])
        }
    }

    /// What holds of every answer file of the page.
    private func expectSound(_ file: AnswerFile) {
        let uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        #expect(file.events.allSatisfy { $0.id.wholeMatch(of: uuid) != nil })
        #expect(file.header.session.wholeMatch(of: uuid) != nil)
        #expect(Set(file.events.map(\.id)).count == file.events.count)
        let times = file.events.map(\.milliseconds)
        #expect(times == times.sorted())
        #expect(times.allSatisfy { $0 >= 0 })
        #expect(file.votes.allSatisfy { $0.render == "img" && ($0.shownPixels ?? 0) > 0 })
        for (shown, vote) in zip(file.events.filter { $0.kind == .shown }, file.votes) {
            let response = vote.responseMilliseconds ?? -1
            #expect(response >= 0)
            #expect(abs(vote.milliseconds - shown.milliseconds - response) <= 2)
        }
    }
}
