import Foundation
import Study
import TestKit
import Testing

/// What the running page does is the same for every kind of trial, in a real browser.
@MainActor
struct SurveyBlindnessTests {
    @Test("catch trials and repeats load, look and are written down as all others are")
    func kinds() throws {
        try withTemporaryFolder { folder in
            let study = try BlindStudy()
            try study.write(to: folder)
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, folder.appending(path: "index.html"), "seat=5&lang=en")
            try person.begin()
            let seat = try #require(study.plan.seat(5))
            #expect(Set(seat.trials.map(\.kind)) == [.main, .catch, .repeat])
            var looks: Set<String> = []
            for number in 1...seat.trials.count {
                try person.await(trial: number, total: seat.trials.count)
                // The first trial has nothing to take back.
                if number > 1 { looks.insert(try look(person)) }
                try person.page.press("f")
            }
            #expect(looks.count == 1, "\(looks)")
            let file = try person.answers()
            let keys = Set(file.text.split(separator: "\n").filter { $0.contains("\"trial\"") }.map(Self.keys))
            #expect(keys.count == 2, "shown and vote: \(keys)")
            // Every image once, pair by pair in the order of the seat.
            let asked = person.page.requests.filter { $0.hasSuffix(".png") }
                .compactMap { $0.split(separator: "/").last.map { String($0.dropLast(4)) } }
            #expect(try asked == PageFiles(folder).pairs(5).flatMap(\.self))
        }
    }

    @Test("nothing that the page does is against its own policy", arguments: [false, true], [false, true])
    func policy(singleFile: Bool, served: Bool) throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage(singleFile: singleFile)
            sample.survey.ties = true
            let page = folder.appending(path: "page")
            let index = try sample.write(to: page)
            let server = served ? try PageServer(page) : nil
            let watch = """
                window.violations = []
                document.addEventListener("securitypolicyviolation", event =>
                  window.violations.push(event.violatedDirective + " " + event.blockedURI + " " + event.sample))
                """
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, server?.index ?? index, before: watch)
            try person.begin()
            try person.answer(["f", "j", "ArrowDown", "f"])
            try person.page.click("#languages [lang=ja]")
            try person.page.click("#download")
            _ = try person.answers()
            #expect(try person.page.evaluate("window.violations", as: [String].self) == [])
            #expect(person.page.scriptErrors == [])
            let policy = try person.page.evaluate(
                "document.querySelector('meta[http-equiv]').content", as: String.self)
            #expect(
                policy.hasPrefix("default-src 'none'; ") && policy.hasSuffix("; base-uri 'none'; form-action 'none'"))
            #expect(!policy.contains("unsafe"))
            // The policy is one that is kept: a script that somebody smuggles in does not run.
            try person.page.run(
                "const script = document.createElement('script'); script.textContent = 'window.smuggled = true'; "
                    + "document.body.append(script)")
            #expect(try person.page.evaluate("window.smuggled === undefined"))
            try person.page.wait(until: "window.violations.length > 0")
        }
    }

    /// The page without what each trial has of its own.
    private func look(_ person: Participant) throws -> String {
        try person.page.evaluate(
            """
            document.documentElement.outerHTML.replace(/[0-9a-f]{16}/g, "HASH").replace(/\\d+ of \\d+/, "N")
              .replace(/aria-valuenow="\\d+"/, "").replace(/inline-size: [\\d.]+%/, "")
            """)
    }

    private static func keys(_ line: Substring) -> Set<String> {
        Set((try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?.keys.map(\.self) ?? [])
    }
}
