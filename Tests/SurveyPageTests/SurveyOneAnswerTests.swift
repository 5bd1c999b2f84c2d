import Answers
import Study
import TestKit
import Testing

/// One act is one answer, and nothing speaks for a side before it, in a real browser.
@MainActor
struct SurveyOneAnswerTests {
    private static let votes = "session.events.filter(event => event.kind === 'vote').length"

    @Test("a double click on a page before the pairs turns one page")
    func doubleClick() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder))
            try person.page.doubleClick("#agree")
            try person.page.wait(for: "#start")
            #expect(try person.screen() == "instructions")
            try person.page.doubleClick("#start")
            try person.await(trial: 1)
            #expect(try person.page.evaluate(Self.votes) == 0)
        }
    }

    @Test("what is pressed or clicked in the first moments of a pair counts for nothing")
    func tooEarly() throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage()
            // So long that the slowest machine presses in it.
            sample.survey.minimumResponseMilliseconds = SurveySettings.Limits.minimumResponseMilliseconds.upperBound
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, sample.write(to: folder))
            try person.begin()
            try person.page.wait(until: "trial.shownAt !== null")
            for key in ["f", "j", "ArrowLeft"] { try person.page.press(key) }
            try person.page.run("document.getElementById('left').click()")
            #expect(try person.page.evaluate(Self.votes) == 0)
            // No text tells people to wait for so short a time.
            #expect(try person.page.evaluate("document.getElementById('status').textContent") == "")
            try person.page.run("trial.accept()")
            try person.page.press("j")
            try person.page.wait(until: "\(Self.votes) === 1")
            #expect(try person.page.evaluate("session.events.find(event => event.kind === 'vote').choice") == "right")
        }
    }

    @Test("F and J answer by their places too, where a layout or an input method has other letters there")
    func places() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder))
            try person.begin()
            // Cyrillic, Hangul, Dvorak, an input method at work.
            let presses = [("\u{430}", "KeyF"), ("\u{314F}", "KeyJ"), ("u", "KeyF"), ("Process", "KeyJ")]
            for (trial, (key, place)) in presses.enumerated() {
                try person.await(trial: trial + 1)
                try person.page.press(key, at: place)
            }
            #expect(try person.answers().choices == [.left, .right, .left, .right])
        }
    }

    @Test("a mouse that rests marks no image, and Start lies between the two", arguments: [false, true])
    func unmarked(dark: Bool) throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder))
            try person.page.prefer(dark: dark)
            try person.page.click("#agree")
            try person.page.wait(for: "#start")
            let start = try person.page.evaluate(
                "(box => box.x + box.width / 2 - innerWidth / 2)(document.getElementById('start').getBoundingClientRect())",
                as: Double.self)
            #expect(abs(start) < 1)
            try person.page.click("#start")
            try person.await(trial: 1)
            for side in ["#left", "#right"] {
                try person.page.hover(side)
                let looks = try person.page.evaluate(
                    """
                    ["left", "right"].map(side => getComputedStyle(document.getElementById(side)))
                      .map(style => [style.boxShadow, style.outlineStyle, style.backgroundColor, style.opacity].join())
                    """, as: [String].self)
                #expect(looks[0] == looks[1], "\(side)")
            }
        }
    }
}
