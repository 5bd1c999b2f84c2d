import Answers
import Foundation
import Study
import TestKit
import Testing

/// Images in one place, and enlarged, in a real browser.
@MainActor
struct SurveyModesTests {
    @Test(
        "flipped, both images stand in one place, are exchanged by Space, click and button, and are seen before they are answered"
    )
    func flip() throws {
        try withTemporaryFolder { folder in
            let person = try Participant.viewing(in: folder) { $0.mode = .flip }
            try person.page.click("#agree")
            try person.page.wait(for: "#start")
            #expect(
                try person.page.evaluate(
                    "document.getElementById('instructions').innerText.includes('Space shows the other')"))
            #expect(
                try person.page.evaluate("document.getElementById('instructions').innerText.includes('the same place')")
            )
            try person.page.click("#start")
            try person.seen(1)
            let boxes = try person.boxes()
            #expect(boxes[0] == boxes[1])
            #expect(try person.imagesInView() == ["left"])
            // What was not seen is not answered.
            try person.page.press("f")
            #expect(try person.page.evaluate("document.getElementById('choose-left').disabled"))
            #expect(
                try person.page.evaluate("document.getElementById('status').textContent")
                    == "Please look at the other image too.")
            // A pair that comes into view is a change too.
            #expect(try person.page.evaluate("flip.since === trial.shownAt"))
            try person.mayExchange()
            try person.page.press(" ")
            try person.page.wait(for: "#choose-left")
            #expect(try person.imagesInView() == ["right"])
            #expect(try person.boxes() == boxes)
            // Never more than three changes a second.
            try person.mayExchange()
            try person.page.run("for (let n = 0; n < 9; n += 1) flip.exchange()")
            #expect(try person.imagesInView() == ["left"])
            try person.mayExchange()
            try person.page.click("#pair")
            #expect(try person.imagesInView() == ["right"])
            try person.mayExchange()
            try person.page.click("#exchange")
            #expect(try person.imagesInView() == ["left"])
            #expect(try person.events("vote").isEmpty)
            #expect(try person.events("flip").map(\.choice) == [.right, .left, .right, .left])
            try person.page.press("j")
            // The next pair begins with the left one, and is to be seen again.
            try person.seen(2)
            #expect(try person.imagesInView() == ["left"])
            try person.mayExchange()
            try person.page.press(" ")
            try person.page.click("#choose-right")
            try person.seen(3)
            #expect(try person.events("vote").map(\.choice) == [.right, .right])
            #expect(try person.events("answer").contains { $0.question == "view.layout" && $0.value == .text("flip") })
            // A reload shows the pair anew.
            try person.page.reload()
            try person.seen(3)
            #expect(try person.page.evaluate("document.getElementById('choose-left').disabled"))
        }
    }

    @Test("enlarged by keys, the button or two fingers, both images show the same part, and a drag chooses none")
    func enlarge() throws {
        try withTemporaryFolder { folder in
            let person = try Participant.viewing(in: folder) { $0.enlarges = true }
            try person.begin()
            try person.await(trial: 1)
            let scales =
                "[...document.querySelectorAll('.picture img')].map(i => new DOMMatrix(getComputedStyle(i).transform).a)"
            let places =
                "new Set([...document.querySelectorAll('.picture img')].map(i => i.style.transformOrigin || getComputedStyle(i).transformOrigin)).size"
            #expect(try person.page.evaluate(scales) == [1.0, 1.0])
            try person.page.press("+")
            #expect(try person.page.evaluate(scales) == [2.0, 2.0])
            try person.page.hover("#right .picture")
            #expect(try person.page.evaluate(places) == 1)
            try person.page.click("#enlarge")
            #expect(try person.page.evaluate(scales) == [4.0, 4.0])
            try person.page.press("+")
            #expect(try person.page.evaluate(scales) == [4.0, 4.0])
            try person.page.press("-")
            #expect(try person.page.evaluate(scales) == [2.0, 2.0])
            #expect(try person.events("enlarge").map(\.value) == [.number(2), .number(4), .number(2)])
            // Two fingers that move apart enlarge; lifted, they choose nothing.
            try person.page.run(
                """
                const picture = document.querySelector("#left .picture")
                const box = picture.getBoundingClientRect()
                const touch = (kind, pointerId, x) => picture.dispatchEvent(new PointerEvent(kind, {
                  bubbles: true, pointerId, pointerType: "touch", clientX: box.x + x, clientY: box.y + 50 }))
                touch("pointerdown", 1, 40)
                touch("pointerdown", 2, 60)
                touch("pointermove", 2, 90)
                touch("pointerup", 1, 40)
                touch("pointerup", 2, 90)
                picture.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1 }))
                """)
            #expect(try person.page.evaluate(scales) == [4.0, 4.0])
            #expect(try person.events("vote").isEmpty)
            // A mouse chooses, as keys and programs do that press for people; the next pair begins as large as it is.
            #expect(try person.page.evaluate("enlarge.isMoved"))
            try person.page.run("document.getElementById('left').click()")
            try person.await(trial: 2)
            #expect(try person.page.evaluate(scales) == [1.0, 1.0])
            #expect(try person.events("vote").map(\.choice) == [.left])
        }
    }

    @Test("whatever goes together begins, and says what there is", arguments: [true, false])
    func together(isGraded: Bool) throws {
        try withTemporaryFolder { folder in
            let person = try Participant.viewing(in: folder) { sample in
                if isGraded { sample.survey.scale = .graded }
                sample.survey.questions = [
                    SurveyQuestion(id: "real", text: [.english: "Which looks more real?"]),
                    SurveyQuestion(id: "sharp", text: [.english: "Which is sharper?"], isPrimary: true),
                ]
            } _: { view in
                view.mode = isGraded ? .sideBySide : .flip
                view.enlarges = true
                view.limitMilliseconds = 600_000
            }
            try person.page.click("#agree")
            try person.page.wait(for: "#start")
            let told: String = try person.page.evaluate("document.getElementById('instructions').innerText")
            for words in ["600 seconds", "You can enlarge", isGraded ? "seven answers" : "in the same place"] {
                #expect(told.contains(words), "\(told)")
            }
            #expect(!told.contains("no need to hurry"))
            try person.page.click("#start")
            try person.seen(1)
            if !isGraded {
                try person.mayExchange()
                try person.page.press(" ")
            }
            try person.page.wait(for: isGraded ? "#grades button" : "#choose-left")
            try person.page.press("+")
            try person.page.press(isGraded ? "1" : "f")
            try person.page.wait(until: "document.getElementById('part').textContent === 'Question 2 of 2'")
            // The pair stays as it is from question to question.
            #expect(try person.page.evaluate("enlarge.times") == 2)
            try person.page.wait(for: isGraded ? "#grades button" : "#choose-left")
            try person.page.press(isGraded ? "2" : "j")
            try person.seen(2)
            #expect(try person.page.evaluate("enlarge.times") == 1)
            #expect(try person.events("vote").map(\.choice) == [.left, isGraded ? .left : .right])
        }
    }

    @Test("flipped, each of many taps in a row counts, and none after the choice")
    func taps() throws {
        try withTemporaryFolder { folder in
            let person = try Participant.viewing(in: folder) { $0.mode = .flip }
            try person.begin()
            try person.seen(1)
            for count in 1...3 {
                try person.mayExchange()
                try person.page.run(
                    "document.getElementById('pair').dispatchEvent(new MouseEvent('click', { detail: \(count) }))")
            }
            #expect(try person.events("flip").map(\.choice) == [.right, .left, .right])
            try person.page.wait(for: "#choose-left")
            // Also when the images are gone, and the next ones are not there yet.
            try person.page.run("trial.choose('left'); trial.hidePair(); flip.since = -1000; flip.exchange()")
            #expect(try person.events("flip").count == 3)
            try person.seen(2)
            #expect(try person.events("vote").map(\.trial) == [1])
        }
    }

    @Test("a question that was answered is not asked again where the window had no room in between")
    func answeredInBetween() throws {
        try withTemporaryFolder { folder in
            let person = try Participant.viewing(in: folder) { sample in
                sample.survey.questions = SamplePage.twoQuestions
            } _: {
                $0.minimum = 50
            }
            try person.begin()
            try person.await(trial: 1)
            try person.page.run(
                "trial.choose('left'); plan.view.min = 8192; layout.fit(); plan.view.min = 50; layout.fit()")
            try person.page.wait(until: "trial.open")
            #expect(try person.page.evaluate("document.getElementById('question').textContent") == "Which is sharper?")
            #expect(try person.page.evaluate("document.querySelector('.chosen') === null"))
            try person.page.press("j")
            try person.page.wait(until: "document.getElementById('count').textContent === '2 of 4'")
            #expect(try person.events("vote").map(\.question) == ["real", "sharp"])
        }
    }

    @Test("a pair that comes again begins anew: the left one first, as large as it is; what came too late is no answer")
    func anew() throws {
        try withTemporaryFolder { folder in
            let person = try Participant.viewing(in: folder) { view in
                view.mode = .flip
                view.enlarges = true
                view.minimum = 50
                view.limitMilliseconds = 600_000
            }
            try person.begin()
            try person.seen(1)
            try person.mayExchange()
            try person.page.press(" ")
            try person.page.wait(for: "#choose-left")
            try person.page.press("+")
            #expect(try person.page.evaluate("[flip.side, enlarge.times].join()") == "right,2")
            try person.page.run("plan.view.min = 8192; layout.fit(); plan.view.min = 50; layout.fit()")
            try person.page.wait(until: "trial.shownAt !== null")
            #expect(try person.page.evaluate("[flip.side, enlarge.times, trial.open].join()") == "left,1,false")
            try person.mayExchange()
            try person.page.press(" ")
            try person.page.wait(for: "#choose-left")
            // A busy page hears of a key before it hears that the time is over.
            try person.page.run("plan.view.limit_ms = 1; trial.choose('left')")
            #expect(try person.page.evaluate("document.body.dataset.screen") == "time-up")
            #expect(try person.events("vote").isEmpty && person.events("timeout").map(\.trial) == [1])
            // Space was meant for the images.
            try person.page.run("plan.view.limit_ms = 600000")
            try person.page.press(" ")
            #expect(try person.page.evaluate("document.body.dataset.screen") == "time-up")
            try person.page.press("Enter")
            try person.seen(2)
        }
    }
}
