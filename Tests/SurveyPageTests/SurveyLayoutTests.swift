import Answers
import Foundation
import Study
import TestKit
import Testing

/// How large the images are and where they stand, in a real browser.
@MainActor
struct SurveyLayoutTests {
    @Test("both images have the same size, and are whole in the window, whatever the window and the files")
    func sizes() throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage(sides: (left: 64, right: 48))
            sample.survey.ties = true
            sample.survey.usedView = ViewSettings(maxScale: 64)
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, sample.write(to: folder))
            try person.begin()
            try person.await(trial: 1)
            for window in Window.all {
                try person.page.resize(
                    width: window.width, height: window.height, scale: window.scale, phone: window.phone)
                try person.page.wait(
                    until: "innerWidth === \(window.width) && Math.abs(layout.shownPixels / devicePixelRatio "
                        + "- document.querySelector('.picture').getBoundingClientRect().width) < 0.05")
                let boxes = try person.boxes()
                let (left, right) = (boxes[0], boxes[1])
                #expect(left.width == left.height)
                #expect(left.width == right.width)
                #expect(left.height == right.height)
                if try person.page.evaluate("layout.isStacked") {
                    #expect(left.x == right.x && left.x >= 0 && left.y + left.height < right.y)
                } else {
                    #expect(left.y == right.y && left.x >= 0 && left.x + left.width < right.x)
                }
                #expect(right.x + right.width <= Double(window.width))
                #expect(left.y >= 0 && right.y + right.height <= Double(window.height))
                let images = try person.page.evaluate(
                    "[...document.images].map(i => i.getBoundingClientRect()).map(r => [r.width, r.height]).flat()",
                    as: [Double].self)
                #expect(images.allSatisfy { abs($0 - left.width) < 0.01 })
                // A whole number of device pixels a pixel of the image.
                let pixels = left.width * window.scale
                #expect(abs((pixels / 64).rounded() - pixels / 64) < 0.001)
                #expect(left.width >= window.least)
                #expect(try person.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                #expect(try person.page.evaluate("document.documentElement.scrollHeight <= innerHeight"))
            }
        }
    }

    /// A window, and how large the images must at least be in it, in CSS pixels.
    struct Window {
        var width, height: Int
        var scale: Double
        var phone: Bool
        var least: Double

        static let all = [
            Window(width: 1280, height: 800, scale: 1, phone: false, least: 448),
            Window(width: 1440, height: 900, scale: 2, phone: false, least: 512),
            Window(width: 1920, height: 1080, scale: 1.25, phone: false, least: 600),
            Window(width: 1024, height: 600, scale: 1, phone: false, least: 256),
            Window(width: 390, height: 844, scale: 3, phone: true, least: 277),
            Window(width: 360, height: 640, scale: 2, phone: true, least: 160),
            Window(width: 844, height: 390, scale: 3, phone: true, least: 106),
        ]
    }

    @Test(
        "on the narrowest phones no language's name and no counter is broken, and nothing stands beside the window",
        arguments: Language.builtIn)
    func narrow(language: Language) throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            var sample = SamplePage()
            sample.survey.languages = Language.builtIn
            let person = try Participant(browser, sample.write(to: folder), "seat=1&lang=\(language.rawValue)")
            try person.begin()
            try person.page.wait(for: "#left")
            for width in [280, 320, 360] {
                try person.page.resize(width: width, height: 600, scale: 2, phone: true)
                try person.page.wait(until: "innerWidth === \(width)")
                let lines = try person.page.evaluate(
                    """
                    [...document.querySelectorAll("#count, #languages button")].map(element => {
                      const range = document.createRange();
                      range.selectNodeContents(element);
                      // Digits in a text from right to left have boxes of their own, in the same line.
                      const middles = [...range.getClientRects()].map(box => (box.top + box.bottom) / 2);
                      return Math.max(...middles) - Math.min(...middles) < 8 ? 1 : middles.length;
                    })
                    """, as: [Int].self)
                #expect(lines == Array(repeating: 1, count: 1 + Language.builtIn.count), "\(width)")
                #expect(try person.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "\(width)")
            }
        }
    }

    @Test("images of any size are shown at one size through the whole survey")
    func steady() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage(sides: (left: 30, right: 100)).write(to: folder))
            try person.begin()
            try person.answer(["f", "f", "f", "f"])
            let sizes = Set(try person.answers().events.compactMap(\.shownPixels))
            #expect(sizes.count == 1)
            #expect(sizes.first.map { $0 % 100 } == 0)
        }
    }

    @Test("the surround of the images has no hue, light or dark", arguments: [false, true])
    func surround(dark: Bool) throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder))
            try person.page.prefer(dark: dark)
            try person.begin()
            try person.await(trial: 1)
            let colours = try person.page.evaluate(
                """
                [...document.querySelectorAll("body, body *")].filter(e => e.checkVisibility())
                  .map(e => getComputedStyle(e)).flatMap(s => [s.color, s.backgroundColor, s.borderTopColor])
                  .map(c => c.match(/[\\d.]+/g).slice(0, 3).map(Number))
                """, as: [[Double]].self)
            #expect(colours.allSatisfy { $0[0] == $0[1] && $0[1] == $0[2] })
            let ground = try #require(
                try person.page.evaluate(
                    "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)", as: [Double].self
                ).first)
            #expect(dark == (ground < 128))
        }
    }

    @Test("whoever uses only the keyboard sees where the focus is and reaches everything")
    func focus() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, SamplePage().write(to: folder))
            try person.page.wait(for: "#agree")
            try person.page.press("Tab")
            #expect(try person.page.evaluate("document.activeElement.id") == "agree")
            #expect(
                try person.page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") == 3.0)
            try person.page.press("Enter")
            try person.page.wait(for: "#start")
            #expect(try person.page.evaluate("document.activeElement.id") == "instructions-title")
            try person.page.press("Tab")
            #expect(try person.page.evaluate("document.activeElement.id") == "letters-off")
            try person.page.press("Tab")
            try person.page.press("Enter")
            try person.await(trial: 1)
            #expect(try person.page.evaluate("document.activeElement.id") == "question")
            try person.page.press("Tab")
            try person.page.press("Tab")
            #expect(try person.page.evaluate("document.activeElement.ariaLabel") == "Right image")
            try person.page.press("Enter")
            try person.await(trial: 2)
            #expect(try person.page.evaluate("document.activeElement.id") == "question")
            #expect(try person.kept().contains { $0.contains("\"choice\":\"right\"") })
        }
    }
}
