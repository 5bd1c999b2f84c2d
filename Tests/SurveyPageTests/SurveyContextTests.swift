import Foundation
import Study
import TestKit
import Testing

/// What is shown of the item of a pair, in a real browser.
@MainActor
struct SurveyContextTests {
    private static let hostile = "<img src=x onerror=alert(1)> </script> **not bold** {total}\nsecond line"
    private static let texts = [
        hostile, "قطة نائمة على أريكة زرقاء", String(repeating: "A long prompt, word for word. ", count: 120), "猫",
    ]

    private func person(
        _ context: SurveySettings.Context, in folder: URL, singleFile: Bool = false, width: Int = 1280,
        height: Int = 800
    ) throws -> Participant {
        var sample = SamplePage(singleFile: singleFile)
        sample.survey.pairing = .item
        sample.survey.usedContext = context
        sample.texts = Self.texts
        let browser = try Browser(downloads: folder)
        let person = try Participant(browser, sample.write(to: folder))
        try person.page.resize(width: width, height: height)
        return person
    }

    @Test(
        "the text of the item stands above its pair as it is, in its own direction, with the images and not before",
        arguments: [false, true])
    func text(singleFile: Bool) throws {
        try withTemporaryFolder { folder in
            let person = try person(.text, in: folder, singleFile: singleFile)
            try person.page.click("#agree")
            try person.page.wait(for: "#start")
            #expect(
                try person.page.evaluate(
                    "document.getElementById('hint-context').innerText.includes('text that both images belong to')"))
            try person.page.click("#start")
            var sizes: Set<Double> = []
            for (number, text) in Self.texts.enumerated() {
                try person.await(trial: number + 1)
                #expect(
                    try person.page.evaluate(
                        "[...document.querySelectorAll('#context p')].filter(p => getComputedStyle(p).visibility === 'visible').map(p => p.textContent)"
                    ) == [text])
                #expect(
                    try person.page.evaluate("document.querySelectorAll('#context img, #context strong').length") == 0)
                #expect(try person.page.evaluate("document.querySelector('#context p.shown').dir") == "auto")
                #expect(
                    try person.page.evaluate("getComputedStyle(document.querySelector('#context p.shown')).direction")
                        == (number == 1 ? "rtl" : "ltr"))
                let boxes = try person.boxes()
                sizes.insert(boxes[0].width)
                #expect(
                    try person.page.evaluate(
                        """
                        document.getElementById('context').getBoundingClientRect().bottom
                          <= document.querySelector('.picture').getBoundingClientRect().top
                        """))
                #expect(boxes.allSatisfy { $0.y + $0.height <= 800 })
                try person.page.press("f")
            }
            // Images stay as they are from trial to trial, whatever the texts.
            #expect(sizes.count == 1)
            #expect(try person.answers().votes.count == 4)
        }
    }

    @Test(
        "after a reload the text of the pair that is asked is there again, and taking back brings back the one before")
    func reload() throws {
        try withTemporaryFolder { folder in
            let person = try person(.text, in: folder)
            try person.begin()
            try person.answer(["f"])
            try person.await(trial: 2)
            try person.page.reload()
            try person.await(trial: 2)
            #expect(try person.page.evaluate("document.querySelector('#context p.shown').textContent") == Self.texts[1])
            try person.page.press("Backspace")
            try person.await(trial: 1)
            #expect(try person.page.evaluate("document.querySelector('#context p.shown').textContent") == Self.texts[0])
        }
    }

    @Test(
        "a reference is a third image of the same size under a name of its own, which choosing is not about",
        arguments: [(1280, 800), (390, 844), (568, 320), (320, 568)])
    func reference(width: Int, height: Int) throws {
        try withTemporaryFolder { folder in
            let person = try person(.reference, in: folder, width: width, height: height)
            try person.begin()
            try person.await(trial: 1)
            let boxes = try person.boxes()
            try #require(boxes.count == 3)
            #expect(boxes.allSatisfy { abs($0.width - boxes[0].width) < 0.01 && $0.width >= 48 })
            for box in boxes {
                #expect(box.x >= 0 && box.x + box.width <= Double(width))
                #expect(box.y >= 0 && box.y + box.height <= Double(height))
            }
            // Both are as far from it.
            let (reference, left, right) = (boxes[0], boxes[1], boxes[2])
            if left.y == right.y {
                #expect(abs(reference.x - left.x - (right.x - reference.x)) < 1)
            } else {
                #expect(reference.y < left.y)
            }
            let names = try person.names()
            #expect(Set(names).count == 3 && names.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{16}/) != nil })
            #expect(try person.page.evaluate("document.getElementById('reference').ariaLabel") == "Reference image")
            try person.page.click("#reference")
            #expect(try person.page.evaluate("session.state.votes.size") == 0)
            try person.answer(["f", "j", "f", "j"])
            #expect(try person.answers().choices == [.left, .right, .left, .right])
        }
    }

    @Test("a reference that does not load is a failed image: the pair is not asked without it")
    func failed() throws {
        try withTemporaryFolder { folder in
            let person = try person(.reference, in: folder)
            try person.page.run(
                "pictures.address = name => name === session.pairs[0][2] ? 'none.png' : `${plan.folders.images}/${name}.png`"
            )
            try person.begin()
            try person.page.wait(for: "#try-images")
            #expect(try person.screen() == "failed")
            try person.page.click("#continue")
            try person.answer(["f"], from: 2)
            let failed = try person.kept().filter { $0.contains("image_failed") }
            #expect(failed.count == 1 && failed.allSatisfy { !$0.contains("choice") })
        }
    }
}
