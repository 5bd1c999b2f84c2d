import Answers
import Foundation
import Study
import TestKit
import Testing

/// Who stops before the end, and how answers leave.
@MainActor
struct SurveyStopTests {
    private func says(_ words: String, _ person: Participant) throws -> Bool {
        try person.page.evaluate("document.body.innerText.includes('\(words)')")
    }

    /// The button that the last page leads with.
    private static let leading =
        "[...document.querySelectorAll('#finished .main')].find(button => button.checkVisibility()).id"

    @Test("the survey can be stopped at any pair: what was answered leaves, and the person may go on")
    func stop() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder.appending(path: "page")))
            try person.begin()
            try person.answer(["f", "j"])
            try person.await(trial: 3)
            try person.page.click("#stop")
            try person.page.wait(for: "#download")
            #expect(try says("You have answered 2 of 4 pairs", person) && says("One step is left", person))
            let hidden = "['undo-last', 'new-person'].map(id => document.getElementById(id).checkVisibility())"
            #expect(try person.page.evaluate(hidden) == [false, false])
            try person.page.click("#languages [lang=ja]")
            #expect(try says("4組中2組に回答しました", person))
            try person.page.click("#languages [lang=en]")
            try person.page.click("#download")
            let file = try AnswerFile.saved(in: browser.downloads, "dotchi-faces-1-1-")
            #expect(file.choices == [.left, .right] && !file.kinds.contains(.finish))
            #expect(try says("The answer file was saved as", person) && !says("One step is left", person))

            try person.page.click("#go-on")
            try person.answer(["f"], from: 3)
            try person.await(trial: 4)
            // More was answered since: that nobody has.
            try person.page.click("#stop")
            try person.page.wait(for: "#download")
            #expect(try says("You have answered 3 of 4 pairs", person) && says("One step is left", person))
            try person.page.click("#go-on")
            try person.answer(["j"], from: 4)
            try person.page.wait(for: "#undo-last")
            #expect(try says("You have answered everything", person) && says("One step is left", person))
            let whole = try person.answers()
            #expect(whole.choices == [.left, .right, .left, .right] && whole.kinds.last == .finish)
            #expect(whole.text.hasPrefix(file.text.split(separator: "\n", maxSplits: 1)[0]))
            #expect(person.page.scriptErrors == [])
        }
    }

    @Test("who stopped and comes again goes on at the same pair, as long as another tab does not")
    func comesAgain() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let index = try SamplePage().write(to: folder)
            let person = try Participant(browser, index)
            try person.begin()
            try person.answer(["f"])
            try person.await(trial: 2)
            try person.page.click("#stop")
            try person.page.wait(for: "#download")
            try person.page.reload()
            try person.await(trial: 2)
            #expect(try person.kept().contains { $0.contains("\"finish\"") } == false)
            try person.page.click("#stop")
            let other = try Participant(browser, index)
            try other.page.click("#same-person-yes")
            try other.page.click("#here")
            try other.await(trial: 2)
            try person.page.wait(for: "#elsewhere")
            try other.answer(["f", "f", "f"], from: 2)
            #expect(try other.answers().votes.map(\.trial) == [1, 2, 3, 4])
        }
    }

    @Test("closing warns as long as nobody has what was answered, and never in the middle")
    func closing() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder.appending(path: "page")))
            try person.begin()
            try person.await(trial: 1)
            try person.page.reload()
            try person.answer(["f"])
            try person.await(trial: 2)
            try person.page.reload()
            try person.await(trial: 2)
            #expect(person.page.dialogs == [])
            try person.page.click("#stop")
            try person.page.wait(for: "#download")
            try person.page.startReload()
            #expect(try person.page.answerDialog(accept: false) == "beforeunload")
            try person.page.click("#download")
            try person.page.wait(until: "session.isHanded")
            try person.page.reload()
            // By clicks: a browser may send keys nowhere for a while after it asked something.
            for number in 2...4 {
                try person.await(trial: number)
                try person.page.click("#left")
            }
            try person.page.wait(for: "#download")
            #expect(person.page.dialogs == [])
            try person.page.reload()
            try person.page.wait(for: "#download")
            #expect(person.page.dialogs == ["beforeunload"])
            try person.page.click("#download")
            try person.page.wait(until: "session.isHanded")
            try person.page.reload()
            try person.page.wait(for: "#download")
            #expect(person.page.dialogs == ["beforeunload"])
        }
    }

    @Test("a telephone hands the answers to another program first, where it can; who chooses none keeps them")
    func share() throws {
        try withTemporaryFolder { folder in
            let sharing = """
                navigator.canShare = ({ files }) => files.length === 1
                navigator.share = ({ files: [file] }) => window.refuses
                  ? Promise.reject(new DOMException("", "AbortError"))
                  : file.text().then(text => { window.shared = { name: file.name, type: file.type, text } })
                """
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder), before: sharing)
            try person.page.resize(width: 390, height: 844, scale: 3, phone: true)
            try person.page.reload()
            try person.begin()
            try person.answer(["f", "f", "f", "f"])
            try person.page.wait(for: "#share")
            #expect(try person.page.evaluate(Self.leading) == "share")
            try person.page.run("window.refuses = true")
            try person.page.click("#share", touch: true)
            try person.page.wait(until: "document.getElementById('answer-text').value.includes('\"finish\"')")
            #expect(try says("One step is left", person))
            // Another tap at once would be the second of a double one.
            try person.page.run("window.refuses = false; document.getElementById('share').click()")
            try person.page.wait(until: "window.shared && session.isHanded")
            #expect(try says("You have shared your answers", person) && !says("One step is left", person))
            let shared = try AnswerFile(person.page.evaluate("window.shared.text"))
            #expect(shared.choices == [.left, .left, .left, .left] && shared.kinds.last == .finish)
            #expect(
                try person.page.evaluate("window.shared.name.endsWith('.txt') && window.shared.type === 'text/plain'"))
        }
    }

    @Test(
        "in a frame that may forbid downloads nothing is said to be saved: the answers are there to be copied",
        arguments: [nil, "allow-scripts allow-same-origin"])
    func framed(sandbox: String?) throws {
        try withTemporaryFolder { folder in
            try SamplePage().write(to: folder)
            let attribute = sandbox.map { "sandbox='\($0)'" } ?? ""
            let frame = "<!doctype html><iframe \(attribute) width=1000 height=700 src='index.html?seat=1&lang=en'>"
            try Data(frame.utf8).write(to: folder.appending(path: "frame.html"))
            let server = try PageServer(folder)
            let browser = try Browser(downloads: folder)
            let page = try browser.open(server.index.deletingLastPathComponent().appending(path: "frame.html"))
            func element(_ id: String) -> String { "frames[0].document.getElementById('\(id)')" }
            @MainActor func click(_ id: String) throws {
                try page.wait(until: "\(element(id))?.checkVisibility() && !\(element(id)).disabled")
                try page.run("\(element(id)).click()")
            }
            try click("agree")
            try click("start")
            for number in 1...4 {
                try page.wait(until: "\(element("count")).textContent === '\(number) of 4'")
                try click("left")
            }
            try click("download")
            let said = "\(element("hand-over")).textContent"
            if sandbox == nil {
                try page.wait(until: "\(said).includes('was saved as')")
            } else {
                try page.wait(until: "\(said).includes('cannot tell whether the file was saved')")
                #expect(try page.evaluate("\(element("answers")).open"))
                #expect(try page.evaluate("\(element("answer-text")).value.includes('\"finish\"')"))
                // Who closes the page now is asked.
                try page.reload()
                try page.wait(until: "\(element("hand-over"))?.textContent.includes('One step is left')")
            }
        }
    }

    @Test("where nothing can be shared, nothing offers to")
    func noShare() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(
                browser, SamplePage().write(to: folder), before: "navigator.canShare = undefined")
            try person.begin()
            try person.answer(["f", "f", "f", "f"])
            try person.page.wait(for: "#download")
            #expect(try person.page.evaluate("document.getElementById('share').checkVisibility()") == false)
            #expect(try person.page.evaluate(Self.leading) == "download")
        }
    }
}
