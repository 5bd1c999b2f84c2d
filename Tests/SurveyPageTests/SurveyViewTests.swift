import Answers
import Foundation
import Study
import TestKit
import Testing

/// How large images are shown, how they stand, what is around them, and what of it is recorded, in a real browser.
@MainActor
struct SurveyViewTests {
    /// Somebody in a window of `width` x `height` CSS pixels before the first pair.
    private func person(
        _ sample: SamplePage, in folder: URL, width: Int, height: Int, scale: Double = 1, phone: Bool = false,
        link: String = "seat=1&lang=en", dark: Bool = false
    ) throws -> Participant {
        let browser = try Browser(downloads: folder)
        let person = try Participant(browser, sample.write(to: folder), link)
        try person.page.prefer(dark: dark)
        try person.page.resize(width: width, height: height, scale: scale, phone: phone)
        try person.page.wait(until: "innerWidth === \(width)")
        return person
    }

    private func side(_ person: Participant) throws -> Double {
        let boxes = try person.boxes()
        #expect(boxes.allSatisfy { abs($0.width - boxes[0].width) < 0.01 && abs($0.height - boxes[0].width) < 0.01 })
        return boxes[0].width
    }

    /// What the session has of a question about the view.
    private func seen(_ question: AnswerEvent.ViewQuestion, _ person: Participant) throws -> [AnswerValue] {
        try person.kept().map { try JSONDecoder().decode(AnswerEvent.self, from: Data($0.utf8)) }
            .filter { $0.question == question.rawValue }.compactMap(\.value)
    }

    @Test(
        "a size is what the study says: four times the pixels where it says nothing, a number of CSS pixels, or one device pixel each",
        arguments: [
            (ViewSettings(), 1.0, 256.0), (ViewSettings(maxScale: 2), 1, 128), (ViewSettings(maxScale: 8), 1, 512),
            (ViewSettings(maxScale: 0.5), 1, 32), (ViewSettings(), 2, 256), (ViewSettings(size: .pixels(200)), 1, 200),
            (ViewSettings(size: .pixels(201)), 2, 201), (ViewSettings(size: .native), 1, 64),
            (ViewSettings(minimum: 300), 1, 300),
            (ViewSettings(size: .native), 2, 32),
        ])
    func sizes(view: ViewSettings, scale: Double, expected: Double) throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage(sides: (left: 64, right: 48))
            sample.survey.usedView = view
            let person = try person(sample, in: folder, width: 1920, height: 1080, scale: scale)
            try person.begin()
            try person.await(trial: 1)
            #expect(try abs(side(person) - expected) < 0.01)
            #expect(try seen(.scale, person) == [.number((expected * scale / 64 * 10_000).rounded() / 10_000)])
            #expect(try seen(.layout, person) == [.text("side-by-side")])
        }
    }

    @Test(
        "on a telephone images stack, since that makes them larger; the first is above, in each direction of reading",
        arguments: ["en", "ar"])
    func stacked(language: String) throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage(sides: (left: 128, right: 128))
            sample.survey.languages = [.english, try #require(Language(rawValue: "ar"))]
            sample.survey.ties = true
            let person = try person(
                sample, in: folder, width: 390, height: 844, scale: 3, phone: true, link: "seat=1&lang=\(language)")
            try person.begin()
            try person.page.wait(for: "#left")
            let boxes = try person.boxes()
            #expect(boxes[0].width > 290)
            #expect(abs(boxes[0].x - boxes[1].x) < 0.01 && boxes[0].y + boxes[0].height < boxes[1].y)
            #expect(boxes[1].x + boxes[1].width <= 390 && boxes[1].y + boxes[1].height <= 844)
            #expect(try seen(.layout, person) == [.text("stacked")])
            #expect(
                try person.page.evaluate("document.getElementById('left').ariaLabel")
                    == (language == "en" ? "Upper image" : "الصورة العليا"))
            try person.page.click("#right", touch: true)
            try person.page.wait(until: "session.state.votes.has(1)")
            #expect(try person.page.evaluate("session.state.votes.get(1).choice") == "right")
            // Turned, they stand side by side.
            try person.page.resize(width: 844, height: 390, scale: 3, phone: true)
            try person.page.wait(until: "innerWidth === 844 && !layout.isStacked")
            try person.page.wait(for: "#left")
            let turned = try person.boxes()
            #expect(turned[0].y == turned[1].y && turned[0].x + turned[0].width < turned[1].x)
        }
    }

    @Test(
        "arrows point at stacked images, and no difference has a key that points at none; what is chosen stays left and right"
    )
    func keys() throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage(sides: (left: 128, right: 128))
            sample.survey.ties = true
            let person = try person(sample, in: folder, width: 390, height: 844)
            try person.begin()
            try person.await(trial: 1)
            #expect(
                try person.page.evaluate(
                    "[...document.querySelectorAll('#trial kbd')].filter(k => k.checkVisibility()).map(k => k.textContent)"
                )
                    == ["↑", "F", "J", "↓", "G", "Backspace"])
            try person.answer(["ArrowUp", "ArrowDown", "g", "ArrowLeft"])
            #expect(try person.answers().votes.map(\.choice) == [.left, .right, .tie, .left])
        }
        try withTemporaryFolder { folder in
            var sample = SamplePage()
            sample.survey.ties = true
            let person = try person(sample, in: folder, width: 1280, height: 800)
            try person.begin()
            try person.await(trial: 1)
            // Side by side they mean nothing, and down is no difference as ever.
            for key in ["ArrowUp", "g"] { try person.page.press(key) }
            #expect(try person.page.evaluate("session.state.votes.size") == 0)
            try person.answer(["ArrowDown", "f", "f", "f"])
            #expect(try person.answers().votes.map(\.choice) == [.tie, .left, .left, .left])
        }
    }

    @Test("a pair that comes to stand otherwise while it is looked at is recorded so, and answered as it stands")
    func turned() throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage(sides: (left: 128, right: 128))
            sample.survey.minimumResponseMilliseconds = 0
            let person = try person(sample, in: folder, width: 1280, height: 800)
            try person.begin()
            try person.await(trial: 1)
            try person.page.resize(width: 390, height: 844)
            try person.page.wait(until: "layout.isStacked && session.answer('view.layout') === 'stacked'")
            try person.answer(["ArrowDown", "f", "f", "f"])
            let file = try person.answers()
            #expect(file.votes.map(\.choice) == [.right, .left, .left, .left])
            let layouts = file.events.filter { $0.question == "view.layout" }
            #expect(layouts.map(\.value) == [.text("side-by-side"), .text("stacked")])
            #expect(file.events.filter { $0.kind == .shown }.count == 4)
            #expect(file.events.filter { $0.question == "view.screen" }.map(\.value) == [.text("390x844@1")])
        }
    }

    @Test("a window too small for the least size says so and takes no answer; enlarged, it goes on with the same pair")
    func tooSmall() throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage()
            sample.survey.usedView = ViewSettings(minimum: 200)
            let person = try person(sample, in: folder, width: 360, height: 300)
            try person.begin()
            try person.page.wait(for: "#small")
            #expect(try person.page.evaluate("document.getElementById('small').innerText.includes('too small')"))
            #expect(
                try person.page.evaluate("getComputedStyle(document.getElementById('pair')).visibility") == "hidden")
            try person.page.press("f")
            #expect(try person.kept().allSatisfy { !$0.contains("\"vote\"") && !$0.contains("\"shown\"") })
            // Nobody is lost: they can stop, and go on.
            try person.page.click("#stop")
            try person.page.click("#go-on")
            try person.page.wait(for: "#small")
            try person.page.resize(width: 1280, height: 800)
            try person.answer(["f"])
            try person.await(trial: 2)
            // In the middle of a pair.
            try person.page.resize(width: 360, height: 300)
            try person.page.wait(for: "#small")
            try person.page.press("f")
            #expect(try person.page.evaluate("document.getElementById('left').disabled"))
            try person.page.resize(width: 1280, height: 800)
            try person.answer(["j", "f", "f"], from: 2)
            let file = try person.answers()
            #expect(file.votes.map(\.choice) == [.left, .right, .left, .left])
            #expect(file.events.filter { $0.kind == .shown }.map(\.trial) == [1, 2, 2, 3, 4])
            #expect(file.votes.allSatisfy { ($0.shownPixels ?? 0) >= 200 })
        }
    }

    @Test("a fixed size that a window has no room for is not shown smaller, unless the study allows it")
    func fixed() throws {
        for (minimum, expected) in [(nil, nil), (100, 343.0)] as [(Int?, Double?)] {
            try withTemporaryFolder { folder in
                var sample = SamplePage()
                sample.survey.usedView = ViewSettings(size: .pixels(500), minimum: minimum)
                let person = try person(sample, in: folder, width: 800, height: 600)
                try person.begin()
                guard let expected else { return try person.page.wait(for: "#small") }
                try person.await(trial: 1)
                #expect(try side(person) > 300 && side(person) < expected + 50)
            }
        }
    }

    @Test(
        "the study's grey is around the images in light and in dark, with texts that can be read on it, and is recorded",
        arguments: [0, 100, 128, 255], [false, true])
    func surround(grey: Int, dark: Bool) throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage()
            sample.survey.ties = true
            sample.survey.besides.reportsImages = true
            sample.survey.usedView = ViewSettings(surround: grey)
            let person = try person(sample, in: folder, width: 1280, height: 800, dark: dark)
            try person.begin()
            try person.await(trial: 1)
            for place in ["body", "#stage", "#reporting"] {
                #expect(
                    try person.page.evaluate("getComputedStyle(document.querySelector('\(place)')).backgroundColor")
                        == "rgb(\(grey), \(grey), \(grey))")
            }
            #expect(try seen(.surround, person) == [.number(Double(grey))])
            let inks = try person.page.evaluate(
                """
                [...document.querySelectorAll('#trial *, header *')].filter(e => e.checkVisibility() && e.innerText)
                  .map(e => Number(getComputedStyle(e).color.match(/\\d+/)[0]))
                """, as: [Double].self)
            func light(_ level: Double) -> Double {
                let share = level / 255
                return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
            }
            for ink in inks {
                let (one, other) = (light(ink) + 0.05, light(Double(grey)) + 0.05)
                #expect(max(one, other) / min(one, other) >= 4.5)
            }
        }
    }

    @Test("the page's own grey is recorded where the study says none, and again where the scheme changes")
    func ownSurround() throws {
        try withTemporaryFolder { folder in
            let person = try person(SamplePage(), in: folder, width: 1280, height: 800)
            try person.begin()
            try person.await(trial: 1)
            try person.page.prefer(dark: true)
            try person.page.wait(until: "session.answer('view.surround') === 31")
            #expect(try seen(.surround, person) == [.number(230), .number(31)])
        }
    }

    @Test(
        "long questions, large letters and small windows leave both images in view, apart from the texts, to be chosen",
        arguments: [
            (320, 568, 2.0), (568, 320, 2), (320, 200, 4), (320, 256, 4), (390, 844, 3), (1280, 800, 1),
        ], [16, 24])
    func crowded(window: (width: Int, height: Int, scale: Double), letters: Int) throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage(sides: (left: 128, right: 128))
            sample.survey.languages = [.english]
            sample.survey.question = [
                .english:
                    "Which of the two images looks more like a photograph of a person that somebody took with an ordinary "
                    + "camera, if you look at the eyes, the hair, the skin and the background together?"
            ]
            sample.survey.ties = true
            let person = try person(
                sample, in: folder, width: window.width, height: window.height, scale: window.scale)
            try person.page.run("document.documentElement.style.fontSize = '\(letters)px'")
            try person.begin()
            try person.await(trial: 1)
            let boxes = try person.boxes()
            #expect(boxes[0].width >= 48 && boxes[0].width == boxes[1].width)
            // Where letters of 24 px leave no room, the second image may lie below the window's edge, to be scrolled to.
            try withKnownIssue("the second image lies below the window", isIntermittent: true) {
                for (box, id) in zip(boxes, ["left", "right"]) {
                    #expect(box.x >= 0 && box.x + box.width <= Double(window.width))
                    #expect(box.y >= 0 && box.y + box.height <= Double(window.height))
                    let hit = try person.page.evaluate(
                        "document.elementFromPoint(\(box.x + box.width / 2), \(box.y + box.height / 2)).closest('button').id",
                        as: String.self)
                    #expect(hit == id)
                }
            } when: {
                window.height == 256 && letters == 24
            }
            #expect(
                try person.page.evaluate(
                    """
                    document.getElementById('question').getBoundingClientRect().bottom
                      <= document.querySelector('.picture').getBoundingClientRect().top
                    """))
            #expect(try person.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            try person.answer(["f"])
            try person.await(trial: 2)
        }
    }

    @Test("a window that comes to a screen of other pixels is fitted to these, though its size is the same")
    func otherScreen() throws {
        try withTemporaryFolder { folder in
            var sample = SamplePage()
            sample.survey.usedView = ViewSettings(size: .native)
            let person = try Participant(
                Browser(downloads: folder), sample.write(to: folder),
                before: "addEventListener('resize', event => event.stopImmediatePropagation(), true)")
            try person.begin()
            try person.await(trial: 1)
            let side: Double = try person.boxes()[0].width
            for scale in [2.0, 1.25] {
                try person.page.resize(width: 1280, height: 800, scale: scale)
                try person.page.wait(
                    until: "Math.abs(document.querySelector('.picture').clientWidth - \(side / scale)) <= 1")
            }
            #expect(
                try person.kept().filter { $0.contains("view.screen") && $0.contains("1280x800@2") }.count == 1)
        }
    }
}
