import Answers
import Foundation
import Study
import TestKit
import Testing

/// What stands beside the pairs of the page: practice, breaks, checks, reports of images.
@MainActor
struct SurveyStepsTests {
    private static func sample(
        practice: Int = 0, breaks: Int = 0, reports: Bool = false, checks: [Int: Choice] = [:]
    ) -> SamplePage {
        var sample = SamplePage()
        (sample.survey.besides.practice, sample.survey.besides.breaks) = (practice, breaks)
        sample.survey.besides.reportsImages = reports
        sample.checks = checks
        return sample
    }

    private func says(_ words: String, _ person: Participant) throws -> Bool {
        try person.page.evaluate("document.body.innerText.includes('\(words)')")
    }

    private func awaitPractice(_ number: Int, of total: Int, _ person: Participant) throws {
        try person.page.wait(
            until: "document.getElementById('count').textContent === 'Practice \(number) of \(total)'")
        try person.page.wait(for: "#left")
    }

    private func awaitScreen(_ id: String, _ person: Participant) throws {
        try person.page.wait(until: "document.body.dataset.screen === '\(id)'")
        // What is pressed at once counts for nothing.
        try person.page.wait(until: "performance.now() - steps.since > plan.rules.min_response_ms")
    }

    @Test("practice comes before the pairs, is told, and is no vote; nobody practises again what they have done")
    func practice() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(
                browser, Self.sample(practice: 2).write(to: folder.appending(path: "page")))
            #expect(try says("You will see 4 pairs", person))
            try person.page.click("#agree")
            #expect(try says("First come pairs to practise on: 2.", person))
            try person.page.click("#start")
            try awaitPractice(1, of: 2, person)
            #expect(try person.page.evaluate("!document.getElementById('undo').checkVisibility()"))
            let practised = try person.names()
            try person.page.press("f")
            try awaitPractice(2, of: 2, person)
            #expect(try person.names() != practised)
            try person.page.press("Backspace")
            try person.page.reload()
            try awaitPractice(2, of: 2, person)
            #expect(try !says("Welcome back", person))
            try person.page.press("j")
            try awaitScreen("practice-over", person)
            #expect(try says("Now it counts", person) && says("From here on your answers count.", person))
            try person.page.reload()
            try awaitScreen("practice-over", person)
            // Keys that answer mean nothing here; Enter and Space go on.
            try person.page.press("f")
            #expect(try person.screen() == "practice-over")
            try person.page.press(" ")
            try person.answer(["f", "j", "f"])
            try person.await(trial: 4)
            try person.page.reload()
            try person.answer(["j"], from: 4)
            let file = try person.answers()
            #expect(file.header.format == "dotchi-answers-2")
            #expect(file.choices == [.left, .right, .left, .right] && file.votes.map(\.trial) == [1, 2, 3, 4])
            let practice = file.events.filter { $0.kind == .practice }
            #expect(practice.map(\.trial) == [5, 6] && practice.map(\.choice) == [.left, .right])
            #expect(practice.allSatisfy { ($0.responseMilliseconds ?? 0) > 0 && $0.render == "img" })
            #expect(person.page.scriptErrors == [])
        }
    }

    @Test("practice whose images cannot be shown is passed over, and no pair is lost for it")
    func failedPractice() throws {
        try withTemporaryFolder { folder in
            let sample = Self.sample(practice: 1)
            let index = try sample.write(to: folder)
            let name = sample.name("ZebraMethod", 5)
            for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.contains(name) {
                try FileManager.default.removeItem(at: folder.appending(path: path))
            }
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, index)
            try person.begin()
            try person.page.wait(for: "#continue")
            #expect(try says("An image of pair 1 could not be shown", person) && says("this pair is left out", person))
            try person.page.click("#continue")
            try awaitScreen("practice-over", person)
            try person.page.click("#practice-over-go")
            try person.answer(["f", "f", "f", "f"])
            try person.page.wait(for: "#download")
            #expect(try says("You have answered everything", person))
        }
    }

    @Test("a break comes after every so many pairs, never after the last, and is not repeated once it was passed")
    func breaks() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, Self.sample(breaks: 2).write(to: folder))
            try person.begin()
            try person.answer(["f", "f"])
            try awaitScreen("break", person)
            #expect(try says("You have answered 2 of 4 pairs", person))
            #expect(try person.page.evaluate("document.activeElement.id") == "break-title")
            try person.page.click("#languages [lang=ja]")
            #expect(try says("4組中2組に回答しました", person))
            try person.page.click("#languages [lang=en]")
            // Answering keys do nothing, and a held key goes on only once.
            try person.page.press("ArrowLeft")
            #expect(try person.screen() == "break")
            try person.page.reload()
            try awaitScreen("break", person)
            try person.page.hold("Enter", repeats: 3)
            try person.await(trial: 3)
            try person.page.reload()
            try person.await(trial: 3)
            try person.page.press("Backspace")
            try person.await(trial: 2)
            try person.page.press("j")
            try person.answer(["f", "f"], from: 3)
            try person.page.wait(for: "#download")
            let file = try person.answers()
            #expect(file.votes.map(\.trial).suffix(3) == [2, 3, 4])
            #expect(person.page.scriptErrors == [])
        }
    }

    @Test("stopping is possible after the practice and in a break, as at any pair, and the survey goes on from there")
    func stopping() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(
                browser, Self.sample(practice: 1, breaks: 2).write(to: folder.appending(path: "page")))
            try person.begin()
            try awaitPractice(1, of: 1, person)
            try person.page.press("f")
            try awaitScreen("practice-over", person)
            try person.page.click("#practice-over-stop")
            try person.page.wait(for: "#go-on")
            #expect(try says("You have answered 0 of 4 pairs", person))
            try person.page.click("#go-on")
            try awaitScreen("practice-over", person)
            try person.page.press("Enter")
            try person.answer(["f", "f"])
            try awaitScreen("break", person)
            // Enter on the button is the button's.
            try person.page.press("Tab")
            #expect(try person.page.evaluate("document.activeElement.id") == "break-go")
            try person.page.press("Tab")
            try person.page.press("Enter")
            try person.page.wait(for: "#download")
            #expect(try says("You have answered 2 of 4 pairs", person) && says("One step is left", person))
            try person.page.click("#download")
            let file = try AnswerFile.saved(in: browser.downloads, "dotchi-faces-1-1-")
            #expect(file.choices == [.left, .left] && !file.kinds.contains(.finish))
            try person.page.reload()
            try awaitScreen("break", person)
            try person.page.press("Enter")
            try person.answer(["j", "j"], from: 3)
            #expect(try person.answers().choices == [.left, .left, .right, .right])
            #expect(person.page.scriptErrors == [])
        }
    }

    @Test("the time of a break is in no response time, and its button goes on too")
    func breakTime() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, Self.sample(breaks: 1).write(to: folder))
            try person.begin()
            for number in 1...3 {
                try person.answer(["f"], from: number)
                try awaitScreen("break", person)
                try person.page.click("#break-go")
            }
            try person.answer(["f"], from: 4)
            let file = try person.answers()
            let shown = file.events.filter { $0.kind == .shown }
            #expect(shown.map(\.trial) == [1, 2, 3, 4])
            for (shown, vote) in zip(shown, file.votes) {
                let time = vote.milliseconds - shown.milliseconds
                #expect(abs(time - (vote.responseMilliseconds ?? -1)) <= 2)
            }
        }
    }

    @Test("a check asks for a side in place of the question, in the language shown, and is answered as any pair")
    func checks() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            var sample = Self.sample(checks: [2: .right, 4: .left])
            sample.survey.languages = [.english, .japanese]
            let person = try Participant(browser, sample.write(to: folder), "seat=1")
            try person.begin()
            try person.page.click("#languages [lang=en]")
            let asked = "document.getElementById('question').textContent"
            try person.await(trial: 1)
            #expect(try person.page.evaluate(asked) == "Which image looks better?")
            try person.page.press("f")
            try person.await(trial: 2)
            #expect(try person.page.evaluate(asked) == "This time, please choose the right image.")
            try person.page.click("#languages [lang=ja]")
            #expect(try person.page.evaluate(asked) == "今回は、右の画像を選んでください。")
            try person.page.reload()
            try person.page.wait(until: "\(asked) === '今回は、右の画像を選んでください。'")
            try person.page.click("#languages [lang=en]")
            try person.answer(["j"], from: 2)
            try person.await(trial: 3)
            #expect(try person.page.evaluate(asked) == "Which image looks better?")
            try person.page.press("Backspace")
            try person.await(trial: 2)
            #expect(try person.page.evaluate(asked) == "This time, please choose the right image.")
            try person.answer(["j", "f", "f"], from: 2)
            #expect(try person.answers().votes.map(\.trial).suffix(3) == [2, 3, 4])
            // What the page has of it is the instruction alone.
            let scripts = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
                .filter { $0.hasPrefix("plan-") && $0.hasSuffix(".js") }
            for path in scripts {
                let script = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
                #expect(script.contains(#"= {"2":"right","4":"left"}"#) && !script.contains("correct"))
            }
        }
    }

    @Test("with grades a check asks for a grade")
    func gradedChecks() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            var sample = Self.sample(checks: [1: .right])
            sample.survey.scale = .graded
            let person = try Participant(browser, sample.write(to: folder), "seat=1&lang=en")
            try person.begin()
            try person.page.wait(for: "#grades button")
            let asked: String = try person.page.evaluate("document.getElementById('question').textContent")
            #expect(asked == "This time, please choose “Right much better”.")
            try person.page.press("7")
            try person.page.wait(until: "document.getElementById('count').textContent === '2 of 4'")
            #expect(try person.kept().contains { $0.contains(#""grade":3"#) })
        }
    }

    @Test("a single file has checks, practice and breaks too")
    func singleFile() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            var sample = Self.sample(practice: 1, breaks: 3, checks: [3: .left])
            sample.singleFile = true
            let person = try Participant(browser, sample.write(to: folder))
            try person.begin()
            try awaitPractice(1, of: 1, person)
            try person.page.press("f")
            try awaitScreen("practice-over", person)
            try person.page.press("Enter")
            try person.answer(["f", "f"])
            try person.await(trial: 3)
            #expect(try says("This time, please choose the left image.", person))
            try person.page.press("f")
            try awaitScreen("break", person)
            try person.page.press("Enter")
            try person.answer(["f"], from: 4)
            #expect(try person.answers().votes.count == 4)
        }
    }

    @Test("an image is reported by mouse or keyboard, and its pair is answered all the same")
    func report() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, Self.sample(reports: true).write(to: folder))
            try person.begin()
            try person.await(trial: 1)
            let isOpen = "document.getElementById('reporting').open"
            try person.page.click("#report")
            #expect(try person.page.evaluate(isOpen))
            #expect(try person.page.evaluate("document.activeElement.id") == "report-which")
            // Keys that answer are not meant for the pair behind it.
            try person.page.press("f")
            try person.page.press("Escape")
            try person.page.wait(until: "!\(isOpen)")
            #expect(try person.page.evaluate("document.activeElement.id") == "report")
            try person.page.click("#report")
            try person.page.click("#report-cancel")
            try person.page.wait(until: "!\(isOpen)")
            try person.page.press("Enter")
            try person.page.wait(until: isOpen)
            try person.page.press("Tab")
            #expect(try person.page.evaluate("document.activeElement.id") == "report-left")
            try person.page.press("Tab")
            try person.page.press(" ")
            try person.page.wait(until: "!\(isOpen)")
            #expect(try says("Thank you, the image is reported.", person))
            try person.answer(["f", "j"])
            try person.await(trial: 3)
            #expect(try !says("Thank you, the image is reported.", person))
            try person.page.click("#report")
            try person.page.click("#report-left")
            try person.answer(["f", "f"], from: 3)
            let file = try person.answers()
            let reports = file.events.filter(\.isReport)
            #expect(reports.map(\.trial) == [1, 3] && reports.map(\.choice) == [.right, .left])
            #expect(file.choices == [.left, .right, .left, .left] && file.header.format == "dotchi-answers-2")
            let first = try #require(file.votes.first)
            let shown = try #require(file.events.first { $0.kind == .shown })
            #expect(abs(first.milliseconds - shown.milliseconds - (first.responseMilliseconds ?? -1)) <= 2)
            #expect(person.page.scriptErrors == [])
        }
    }

    @Test("left stays left where a language is written from right to left, and all of it fits a narrow window")
    func narrow() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            var sample = Self.sample(breaks: 1, reports: true)
            sample.survey.languages = try [#require(Language(rawValue: "ar")), .english]
            let person = try Participant(browser, sample.write(to: folder), "seat=1&lang=ar")
            try person.page.resize(width: 320, height: 568, phone: true)
            try person.begin()
            try person.page.wait(for: "#left")
            try person.page.click("#report", touch: true)
            let places =
                "['report-left', 'report-right'].map(id => document.getElementById(id).getBoundingClientRect())"
            #expect(try person.page.evaluate("\(places)[0].right <= \(places)[1].left"))
            #expect(try person.page.evaluate("\(places).every(box => box.height >= 44 && box.bottom <= innerHeight)"))
            try person.page.click("#report-right", touch: true)
            try person.page.click("#right", touch: true)
            try awaitScreen("break", person)
            #expect(try person.page.evaluate("document.documentElement.scrollWidth <= 320"))
        }
    }

    @Test("nothing of it is on a page whose survey has none")
    func none() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, Self.sample().write(to: folder))
            #expect(
                try person.page.evaluate("[...document.querySelectorAll('.warning')].every(w => !w.checkVisibility())"))
            try person.page.click("#agree")
            #expect(try !says("practise", person))
            try person.page.click("#start")
            try person.await(trial: 1)
            #expect(try !person.page.evaluate("document.getElementById('report').checkVisibility()"))
        }
    }

    @Test(
        "Firefox asks the same, in the same order",
        .enabled(if: Firefox.lack == nil, "\(Firefox.lack ?? "")"))
    func firefox() throws {
        try withTemporaryFolder { folder in
            let sample = Self.sample(practice: 1, breaks: 2, reports: true, checks: [2: .right])
            let firefox = try Firefox()
            try firefox.go(to: Participant.address(sample.write(to: folder), "seat=1&lang=en"))
            @MainActor func click(_ id: String) throws {
                try firefox.wait(until: "document.getElementById('\(id)').checkVisibility()")
                try firefox.wait(until: "!document.getElementById('\(id)').disabled")
                _ = try firefox.evaluate("document.getElementById('\(id)').click() ?? 0", as: Int.self)
            }
            // What is pressed at once counts for nothing.
            @MainActor func goOn(from id: String) throws {
                try firefox.wait(until: "document.body.dataset.screen === '\(id)'")
                try firefox.wait(
                    until: "document.getElementById('\(id)-go').click() ?? document.body.dataset.screen !== '\(id)'")
            }
            @MainActor func pair(_ count: String) throws {
                try firefox.wait(until: "document.getElementById('count').textContent === '\(count)'")
            }
            try click("agree")
            try click("start")
            try pair("Practice 1 of 1")
            try click("left")
            try goOn(from: "practice-over")
            try pair("1 of 4")
            try click("report")
            #expect(try firefox.evaluate("document.getElementById('reporting').open", as: Bool.self))
            try click("report-right")
            try click("left")
            try pair("2 of 4")
            #expect(
                try firefox.evaluate("document.getElementById('question').textContent", as: String.self)
                    == "This time, please choose the right image.")
            try click("right")
            try goOn(from: "break")
            for number in 3...4 {
                try pair("\(number) of 4")
                try click("left")
            }
            try firefox.wait(until: "document.body.dataset.screen === 'finished'")
            let kinds = try firefox.evaluate(
                """
                document.getElementById('answer-text').value.trim().split('\\n').map(line => JSON.parse(line))
                  .filter(line => !line.question?.startsWith('view.')).map(line => line.kind)
                  .filter(kind => ['practice', 'answer', 'vote'].includes(kind))
                """,
                as: [String].self)
            #expect(kinds == ["practice", "answer", "vote", "vote", "vote", "vote"])
        }
    }
}
