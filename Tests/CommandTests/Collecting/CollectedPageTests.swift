import Foundation
import TestKit
import Testing

/// People who take the survey in a real browser, from a collector.
@MainActor
@Suite("The page sends", .endsHangs)
struct CollectedPageTests {
    private static let trials = TinyStudy.trials

    private func withCollector(
        _ survey: String = ServedStudy.survey, body: (Dotchi, ServedStudy) async throws -> Void
    ) async throws {
        try await withTinyStudy { dotchi in
            try TinyStudy.write(TinyStudy.yaml.replacing("trials: 3,", with: survey), to: dotchi.folder)
            try await dotchi.well("survey", "plan", "--seats", "4")
            try await body(dotchi, ServedStudy(dotchi))
        }
    }

    private func open(_ served: ServedStudy, _ link: String = "?lang=en", in browser: Browser) throws -> BrowserPage {
        let page = try browser.open()
        try page.go(to: #require(URL(string: "http://127.0.0.1:\(served.port)/\(link)")))
        return page
    }

    private func answer(_ page: BrowserPage, _ numbers: ClosedRange<Int>) throws {
        for number in numbers {
            try page.wait(until: "document.getElementById('count').textContent === '\(number) of \(Self.trials)'")
            try page.wait(for: "#left")
            try page.press("f")
        }
    }

    private func sessions(_ dotchi: Dotchi) async throws -> [[String: String]] {
        try await Table(dotchi.well("votes", "sessions")).rows
    }

    @Test("each answer is there before the next, the last page says so when it is, and the person is sent on")
    func whole() async throws {
        let exit = #"exit: {finished: "https://example.org/done?cc=C1&id={participant}"},"#
        try await withCollector(ServedStudy.survey + exit) { dotchi, served in
            try await withTemporaryFolder { folder in
                let browser = try Browser(downloads: folder)
                defer { withExtendedLifetime(browser) {} }
                let page = try open(served, "?lang=en&PROLIFIC_PID=p1", in: browser)
                try page.wait(for: "#agree")
                #expect(try await sessions(dotchi).isEmpty, "nothing is stored before the consent")
                #expect(try page.evaluate("document.getElementById('consent').innerText.includes('as you give them')"))
                try page.click("#agree")
                try page.click("#start")
                try answer(page, 1...3)
                try page.wait(until: "sender.isDone")
                #expect(try await sessions(dotchi).map { $0["votes"] } == ["3"])
                try page.reload()
                try answer(page, 4...Self.trials)
                try page.wait(for: "#finish")
                try page.run(
                    "document.getElementById('leave-finished').addEventListener('click', e => e.preventDefault())")
                try page.click("#finish")
                try page.wait(until: "!document.getElementById('leave-finished').hidden")
                let address: String = try page.evaluate("document.getElementById('leave-finished').href")
                #expect(address == "https://example.org/done?cc=C1&id=p1")
                let text: String = try page.evaluate("document.getElementById('finished').innerText")
                #expect(text.contains("Your answers are saved.") && text.contains("Your code is"), "\(text)")
                #expect(try page.evaluate("document.getElementById('download').hidden"))
                let rows = try await sessions(dotchi)
                #expect(rows.map { $0["complete"] } == ["TRUE"] && rows.map { $0["source"] } == ["prolific"])
                let code: String = try page.evaluate("submission.leaving.receipt")
                let erased = try await dotchi.well("votes", "erase", code.lowercased())
                #expect(erased.contains("sessions 1"), "\(erased)")
                #expect(page.scriptErrors == [])
            }
        }
    }

    @Test(
        "a collector that is gone for a while gets every answer when it is back, and the page says where things stand")
    func gone() async throws {
        try await withCollector { dotchi, served in
            try await withTemporaryFolder { folder in
                let browser = try Browser(downloads: folder)
                defer { withExtendedLifetime(browser) {} }
                let page = try open(served, in: browser)
                try page.click("#agree")
                try page.click("#start")
                try answer(page, 1...(Self.trials - 1))
                try page.wait(until: "sender.isDone && pictures.loads.size > 0")
                try page.wait(
                    until: "document.getElementById('count').textContent === '\(Self.trials) of \(Self.trials)'")
                try page.wait(for: "#left")
                try await served.kill9()
                try page.press("f")
                try page.wait(for: "#finish")
                try page.click("#finish")
                try page.wait(until: "document.getElementById('hand-over').innerText.includes('cannot be reached')")
                try page.wait(for: "#download")
                #expect(try await sessions(dotchi).map { $0["complete"] } == ["FALSE"])
                let again = try await ServedStudy(dotchi, port: served.port)
                try page.run("sender.hurry()")
                try page.wait(until: "submission.leaving !== null")
                let text: String = try page.evaluate("document.getElementById('finished').innerText")
                #expect(text.contains("Your answers are saved."), "\(text)")
                #expect(try await sessions(dotchi).map { $0["complete"] } == ["TRUE"])
                #expect(try await again.end() == 0)
            }
        }
    }

    @Test("who stops goes on in another browser by the address that the page shows, without a second session")
    func elsewhere() async throws {
        try await withCollector { dotchi, served in
            try await withTemporaryFolder { folder in
                let browser = try Browser(downloads: folder)
                defer { withExtendedLifetime(browser) {} }
                let page = try open(served, in: browser)
                try page.click("#agree")
                try page.click("#start")
                try answer(page, 1...2)
                try page.wait(until: "document.getElementById('count').textContent === '3 of \(Self.trials)'")
                try page.click("#stop")
                try page.wait(until: "sender.isDone && !document.getElementById('link').hidden")
                let address: String = try page.evaluate("document.getElementById('link-address').textContent")
                let other = try Browser(downloads: folder)
                defer { withExtendedLifetime(other) {} }
                let next = try other.open()
                try next.go(to: #require(URL(string: address)))
                try answer(next, 3...Self.trials)
                try next.click("#finish")
                try next.wait(until: "submission.leaving !== null")
                let rows = try await sessions(dotchi)
                #expect(rows.map { $0["complete"] } == ["TRUE"])
                #expect(try next.evaluate("location.hash === ''"), "the secret leaves the address")
            }
        }
    }

    @Test("who is screened out leaves a count alone, in the store and in the browser")
    func screenedOut() async throws {
        let survey =
            "before: [{id: age, kind: number, text: {en: Age?}, required: true, min: 0, max: 120}], "
            + "admit: {answers: {age: {min: 18}}}, exit: {screened_out: \"https://example.org/out\"}, "
        let yaml = ServedStudy.survey + survey
        try await withTinyStudy { dotchi in
            let own = TinyStudy.yaml.replacing(
                "languages: [en, ja, ja-kansai], trials: 3,", with: "languages: [en], " + yaml)
            try TinyStudy.write(own, to: dotchi.folder)
            try await dotchi.well("survey", "plan", "--seats", "4")
            let served = try await ServedStudy(dotchi)
            try await withTemporaryFolder { folder in
                let browser = try Browser(downloads: folder)
                defer { withExtendedLifetime(browser) {} }
                let page = try open(served, in: browser)
                try page.click("#agree")
                try page.wait(for: "#questions-form input")
                try page.run(
                    "document.querySelector('#questions-form input').value = '12'; document.querySelector('#questions-form input').dispatchEvent(new Event('input', {bubbles: true}))"
                )
                try page.run("document.getElementById('questions-form').requestSubmit()")
                try page.wait(until: "!document.getElementById('leave-refused').hidden")
                #expect(
                    try page.evaluate("document.getElementById('leave-refused').href === 'https://example.org/out'"))
                #expect(try await sessions(dotchi).isEmpty)
                // The session is forgotten once the collector has forgotten it.
                try page.wait(until: "Object.keys(localStorage).every(k => !/:[0-9a-f-]{36}:/.test(k))")
            }
        }
    }

    /// Somebody agrees and answers the question before the first pair.
    private func come(to served: ServedStudy, answering choice: Int, in browser: Browser) throws -> BrowserPage {
        let page = try open(served, in: browser)
        try page.click("#agree")
        try page.wait(for: "#questions-form input")
        try page.run("document.querySelectorAll('#questions-form input')[\(choice)].click()")
        try page.run("document.getElementById('questions-form').requestSubmit()")
        return page
    }

    @Test("where a quota is full the person is told so and sent on, and others go on; a place that nobody took is free")
    func quota() async throws {
        let survey =
            "before: [{id: eyes, kind: choice, required: true, text: {en: Eyes?}, choices: {good: {en: Good}, poor: {en: Poor}}}], "
            + "quota: [{question: eyes, answers: [good], people: 1}], exit: {full: \"https://example.org/full\"}, "
        try await withTinyStudy { dotchi in
            let own = TinyStudy.yaml.replacing(
                "languages: [en, ja, ja-kansai], trials: 3,", with: "languages: [en], " + ServedStudy.survey + survey)
            try TinyStudy.write(own, to: dotchi.folder)
            try await dotchi.well("survey", "plan", "--seats", "4")
            var served = try await ServedStudy(dotchi)
            try await withTemporaryFolder { folder in
                let browsers = try (0..<4).map { _ in try Browser(downloads: folder) }
                defer { withExtendedLifetime(browsers) {} }
                let first = try come(to: served, answering: 0, in: browsers[0])
                try first.wait(for: "#start")
                let second = try come(to: served, answering: 0, in: browsers[1])
                try second.wait(until: "!document.getElementById('leave-refused').hidden")
                #expect(
                    try second.evaluate("document.getElementById('leave-refused').href === 'https://example.org/full'"))
                #expect(
                    try second.evaluate(
                        "document.getElementById('refused-text').innerText.includes('all the people that it needs')"))
                try second.wait(until: "Object.keys(localStorage).every(k => !/:[0-9a-f-]{36}:/.test(k))")
                try second.reload()
                try second.wait(
                    until: "document.getElementById('refused-text').innerText.includes('all the people that it needs')")
                // Those of other answers go on.
                try come(to: served, answering: 1, in: browsers[2]).wait(for: "#start")
                #expect(try await sessions(dotchi).count == 2)
                // Who is there keeps their place, also after a restart.
                let port = served.port
                try await served.kill9()
                served = try await ServedStudy(dotchi, port: port)
                try first.click("#start")
                try answer(first, 1...Self.trials)
                try first.click("#finish")
                try first.wait(until: "submission.leaving !== null")
                let fourth = try come(to: served, answering: 0, in: browsers[3])
                try fourth.wait(
                    until: "document.getElementById('refused-text').innerText.includes('all the people that it needs')")
                #expect(first.scriptErrors + second.scriptErrors + fourth.scriptErrors == [])
            }
        }
    }

    @Test(
        "whatever becomes of requests on their way, each answer counts once, and the page ends as if nothing had been")
    func faults() async throws {
        try await withCollector { dotchi, served in
            let proxy = try FaultyProxy(
                before: served.port,
                [
                    .status(500), .lostReply, .status(429), .silence, .status(413), .status(502), .lostReply,
                    .status(408),
                ])
            try await withTemporaryFolder { folder in
                let browser = try Browser(downloads: folder)
                defer { withExtendedLifetime(browser) {} }
                let page = try browser.open()
                try page.go(to: #require(URL(string: "http://127.0.0.1:\(proxy.port)/?lang=en")))
                try page.run("sender.patience = 2000")
                try page.click("#agree")
                try page.click("#start")
                try answer(page, 1...Self.trials)
                try page.click("#finish")
                // Each pause is the longer; here it is cut short.
                try page.run("setInterval(() => sender.hurry(), 200)")
                try page.wait(until: "submission.leaving !== null")
                #expect(proxy.left == 0)
                let rows = try await sessions(dotchi)
                #expect(rows.map { $0["complete"] } == ["TRUE"] && rows.map { $0["votes"] } == ["\(Self.trials)"])
                let kept: Int = try page.evaluate("session.events.length")
                let sent = try await dotchi.well("votes", "answers", "out")
                let file = try FileManager.default.contentsOfDirectory(
                    atPath: dotchi.folder.appending(path: "out").path)
                let text = try String(contentsOf: dotchi.folder.appending(path: "out/\(file[0])"), encoding: .utf8)
                #expect(text.split(separator: "\n").count == kept + 1, "\(sent)")
            }
        }
    }
}
