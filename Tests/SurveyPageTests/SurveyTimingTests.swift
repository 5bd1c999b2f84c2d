import Answers
import Foundation
import Study
import TestKit
import Testing

/// Images that are hidden, and answers that are limited in time, in a real browser.
@MainActor
struct SurveyTimingTests {
    @Test("a pair whose time is over comes again at the end, once, and the end says how many were left out")
    func limit() throws {
        try withTemporaryFolder { folder in
            let person = try Participant.viewing(in: folder) { $0.limitMilliseconds = 500 }
            try person.page.click("#agree")
            try person.page.wait(for: "#start")
            let told = "document.getElementById('instructions').innerText"
            #expect(try person.page.evaluate("\(told).includes('0.5 seconds for each answer')"))
            #expect(try person.page.evaluate("!\(told).includes('no need to hurry')"))
            try person.page.click("#start")
            for (turn, number) in [1, 2, 3, 4, 1, 2, 3, 4].enumerated() {
                try person.page.wait(until: "document.body.dataset.screen === 'time-up'")
                let end = turn < 4 ? "It comes again at the end." : "This pair is left out."
                #expect(
                    try person.page.evaluate("document.getElementById('time-up-text').textContent.trim()")
                        == "The time for pair \(number) is over. \(end)")
                try person.page.press("Enter")
            }
            try person.page.wait(for: "#download")
            #expect(try person.page.evaluate("document.body.innerText.includes('4 of 4 pairs were left out')"))
            // What was saved before the last pair was over is not all of it.
            try person.page.run("storage.set(session.handedKey, String(session.events.length - 1)); submission.say()")
            #expect(try person.page.evaluate("!session.isHanded"))
            #expect(try person.events("timeout").map(\.trial) == [1, 2, 3, 4, 1, 2, 3, 4])
        }
    }

    @Test("within the time pairs are answered as ever, and what is left of it is seen")
    func inTime() throws {
        try withTemporaryFolder { folder in
            let person = try Participant.viewing(in: folder) { $0.limitMilliseconds = 600_000 }
            try person.begin()
            try person.await(trial: 1)
            #expect(try person.page.evaluate("document.getElementById('time').checkVisibility()"))
            try person.answer(["f", "j", "f", "j"])
            #expect(try person.answers().votes.count == 4)
        }
    }

    @Test(
        "images are hidden when they were in view for their time; the question stays, and how long it was is recorded")
    func exposure() throws {
        try withTemporaryFolder { folder in
            let person = try Participant.viewing(in: folder) { $0.exposureMilliseconds = 60 }
            try person.page.click("#agree")
            try person.page.wait(for: "#start")
            #expect(
                try person.page.evaluate(
                    "document.getElementById('instructions').innerText.includes('in view for 0.06 seconds only')"))
            try person.page.click("#start")
            let boxes = "document.getElementById('question').checkVisibility()"
            for number in 1...2 {
                try person.page.wait(
                    until:
                        "document.getElementById('count').textContent === '\(number) of 4' && document.querySelector('#pair.over')"
                )
                #expect(try person.imagesInView() == [String]())
                #expect(try person.page.evaluate(boxes))
                try person.page.wait(
                    until: "trial.session.events.filter(e => e.question === 'view.exposure').length === \(number)")
                try person.page.press("f")
            }
            try person.page.wait(until: "document.getElementById('count').textContent === '3 of 4'")
            let measured = try person.events("answer").filter { $0.question == "view.exposure" }
            #expect(measured.count >= 2)
            for event in measured {
                guard case .number(let milliseconds)? = event.value else { return #expect(Bool(false), "no number") }
                #expect(milliseconds >= 52)
            }
            #expect(try person.events("vote").map(\.choice) == [.left, .left])
        }
    }

    @Test("images whose time in view was over are in view again where the pair comes again")
    func exposedAgain() throws {
        try withTemporaryFolder { folder in
            let person = try Participant.viewing(in: folder) { sample in
                sample.survey.questions = SamplePage.twoQuestions
            } _: { view in
                view.size = .pixels(300)
                view.exposureMilliseconds = 60
            }
            let exposures = "trial.session.events.filter(e => e.question === 'view.exposure').length"
            try person.page.resize(width: 740, height: 460)
            try person.begin()
            try person.page.wait(until: "trial.session && \(exposures) === 1")
            #expect(try person.imagesInView() == [String]())
            // From here on nothing hides them.
            try person.page.run("plan.view.exposure_ms = 1e6")
            try person.page.resize(width: 200, height: 460)
            try person.page.wait(for: "#small")
            try person.page.resize(width: 740, height: 460)
            try person.page.wait(until: "trial.shownAt !== null && trial.open")
            #expect(try person.imagesInView() == ["left", "right"])
            #expect(try person.events("shown").map(\.trial) == [1, 1])
            // And after an answer was taken back, of whichever question.
            try person.page.run("document.getElementById('pair').classList.add('over')")
            try person.page.press("f")
            try person.page.wait(until: "questions.asked === 'sharp' && trial.open")
            #expect(try person.imagesInView() == [String]())
            try person.page.press("Backspace")
            try person.page.wait(until: "questions.asked === 'real' && trial.open")
            #expect(try person.imagesInView() == ["left", "right"])
            #expect(try person.events("shown").map(\.trial) == [1, 1, 1])
        }
    }

    @Test("a tab that is hidden shows no images: its time counts for none of theirs")
    func hiddenTab() throws {
        try withTemporaryFolder { folder in
            let person = try Participant.viewing(in: folder) { $0.exposureMilliseconds = 400 }
            try person.begin()
            try person.page.wait(until: "document.getElementById('count').textContent === '1 of 4'")
            try person.page.run(
                """
                window.turn = isHidden => {
                  Object.defineProperty(document, "hidden", { value: isHidden, configurable: true })
                  document.dispatchEvent(new Event("visibilitychange"))
                }
                const hide = () => {
                  if (trial.shownAt === null) return requestAnimationFrame(hide)
                  window.hiddenAt = performance.now()
                  turn(true)
                }
                hide()
                """)
            // Longer than the images would be in view.
            try person.page.wait(until: "performance.now() - window.hiddenAt > 600")
            try person.page.run(
                """
                window.hiddenFor = performance.now() - window.hiddenAt
                window.stayed = !document.querySelector("#pair.over")
                turn(false)
                """)
            // Unless it came too late, which a busy machine may do.
            let wasInTime: Bool = try person.page.evaluate("window.hiddenAt - trial.shownAt < 300")
            try person.page.wait(until: "trial.session.events.some(e => e.question === 'view.exposure')")
            if wasInTime {
                #expect(try person.page.evaluate("window.stayed"))
                let least =
                    "trial.session.events.find(e => e.question === 'view.exposure').value + window.hiddenFor"
                #expect(try person.page.evaluate("\(least) <= performance.now() - trial.shownAt + 1"))
            }
        }
    }

    @Test("who answers before the images are hidden has no exposure; seconds are written as the language does")
    func answeredBefore() throws {
        try withTemporaryFolder { folder in
            let german = try #require(Language(rawValue: "de"))
            let person = try Participant.viewing(in: folder) {
                $0.survey.languages = [.english, german]
            } _: {
                $0.exposureMilliseconds = 1500
            }
            try person.page.click("#agree")
            try person.page.wait(for: "#start")
            try person.page.click("#languages button[lang=de]")
            #expect(
                try person.page.evaluate("document.getElementById('instructions').innerText.includes('1,5 Sekunden')"))
            try person.page.click("#start")
            for number in 1...4 {
                try person.page.wait(
                    until: "document.getElementById('count').textContent === '\(number) von 4' && trial.open")
                // As late as can be: the images of the answered pair are gone when their time is over.
                try person.page.run(
                    """
                    const { shownAt } = trial
                    const answer = () => performance.now() - shownAt < 1250 ? requestAnimationFrame(answer) : trial.choose("left")
                    answer()
                    """)
            }
            try person.page.wait(for: "#download")
            // A busy machine may come later than that.
            let late = try person.events("vote").filter { ($0.responseMilliseconds ?? 0) >= 1500 }.count
            #expect(try person.events("answer").filter { $0.question == "view.exposure" }.count <= late)
        }
    }

    @Test("where the last pair to practise on runs out of time, it is said that from now on it counts")
    func practiceRunsOut() throws {
        try withTemporaryFolder { folder in
            let person = try Participant.viewing(in: folder) {
                $0.survey.besides.practice = 1
            } _: {
                $0.limitMilliseconds = 500
            }
            try person.begin()
            try person.page.wait(until: "document.body.dataset.screen === 'time-up'")
            try person.page.press("Enter")
            try person.page.wait(until: "document.body.dataset.screen === 'practice-over'")
            #expect(try person.events("shown").allSatisfy { $0.trial == 5 })
        }
    }
}
