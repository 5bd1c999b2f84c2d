import Answers
import Foundation
import Study
import TestKit
import Testing

/// Images in one place, enlarged, hidden and limited in time, in a real browser.
@MainActor
struct SurveyModesTests {
    private func person(
        in folder: URL, _ change: (inout SamplePage) -> Void, _ view: (inout ViewSettings) -> Void
    ) throws -> Participant {
        var sample = SamplePage()
        sample.survey.minimumResponseMilliseconds = 0
        var settings = sample.survey.usedView
        view(&settings)
        sample.survey.usedView = settings
        change(&sample)
        return try Participant(Browser(downloads: folder), sample.write(to: folder))
    }

    private func person(in folder: URL, _ view: (inout ViewSettings) -> Void) throws -> Participant {
        try person(in: folder, { _ in }, view)
    }

    /// Waits until the pair is in view.
    private func seen(_ trial: Int, _ person: Participant) throws {
        try person.page.wait(until: "document.getElementById('count').textContent === '\(trial) of 4'")
        try person.page.wait(until: "trial.shownAt !== null")
    }

    /// Waits until the image may be exchanged.
    private func mayExchange(_ person: Participant) throws {
        try person.page.wait(until: "performance.now() - flip.since > 334")
    }

    private func events(_ person: Participant, _ kind: String) throws -> [AnswerEvent] {
        try person.kept().filter { $0.contains(#""kind":"\#(kind)""#) }
            .map { try JSONDecoder().decode(AnswerEvent.self, from: Data($0.utf8)) }
    }

    private static let inView = """
        ["left", "right"].filter(id => getComputedStyle(document.querySelector(`#${id} img`)).visibility === "visible")
        """

    @Test(
        "flipped, both images stand in one place, are exchanged by Space, click and button, and are seen before they are answered"
    )
    func flip() throws {
        try withTemporaryFolder { folder in
            let person = try person(in: folder) { $0.mode = .flip }
            try person.page.click("#agree")
            try person.page.wait(for: "#start")
            #expect(
                try person.page.evaluate(
                    "document.getElementById('instructions').innerText.includes('Space shows the other')"))
            #expect(
                try person.page.evaluate("document.getElementById('instructions').innerText.includes('the same place')")
            )
            try person.page.click("#start")
            try seen(1, person)
            let boxes = try person.boxes()
            #expect(boxes[0] == boxes[1])
            #expect(try person.page.evaluate(Self.inView) == ["left"])
            // What was not seen is not answered.
            try person.page.press("f")
            #expect(try person.page.evaluate("document.getElementById('choose-left').disabled"))
            #expect(
                try person.page.evaluate("document.getElementById('status').textContent")
                    == "Please look at the other image too.")
            // A pair that comes into view is a change too.
            #expect(try person.page.evaluate("flip.since === trial.shownAt"))
            try mayExchange(person)
            try person.page.press(" ")
            try person.page.wait(for: "#choose-left")
            #expect(try person.page.evaluate(Self.inView) == ["right"])
            #expect(try person.boxes() == boxes)
            // Never more than three changes a second.
            try mayExchange(person)
            try person.page.run("for (let n = 0; n < 9; n += 1) flip.exchange()")
            #expect(try person.page.evaluate(Self.inView) == ["left"])
            try mayExchange(person)
            try person.page.click("#pair")
            #expect(try person.page.evaluate(Self.inView) == ["right"])
            try mayExchange(person)
            try person.page.click("#exchange")
            #expect(try person.page.evaluate(Self.inView) == ["left"])
            #expect(try events(person, "vote").isEmpty)
            #expect(try events(person, "flip").map(\.choice) == [.right, .left, .right, .left])
            try person.page.press("j")
            // The next pair begins with the left one, and is to be seen again.
            try seen(2, person)
            #expect(try person.page.evaluate(Self.inView) == ["left"])
            try mayExchange(person)
            try person.page.press(" ")
            try person.page.click("#choose-right")
            try seen(3, person)
            #expect(try events(person, "vote").map(\.choice) == [.right, .right])
            #expect(try events(person, "answer").contains { $0.question == "view.layout" && $0.value == .text("flip") })
            // A reload shows the pair anew.
            try person.page.reload()
            try seen(3, person)
            #expect(try person.page.evaluate("document.getElementById('choose-left').disabled"))
        }
    }

    @Test("enlarged by keys, the button or two fingers, both images show the same part, and a drag chooses none")
    func enlarge() throws {
        try withTemporaryFolder { folder in
            let person = try person(in: folder) { $0.enlarges = true }
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
            #expect(try events(person, "enlarge").map(\.value) == [.number(2), .number(4), .number(2)])
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
            #expect(try events(person, "vote").isEmpty)
            // A mouse chooses, as keys and programs do that press for people; the next pair begins as large as it is.
            #expect(try person.page.evaluate("enlarge.isMoved"))
            try person.page.run("document.getElementById('left').click()")
            try person.await(trial: 2)
            #expect(try person.page.evaluate(scales) == [1.0, 1.0])
            #expect(try events(person, "vote").map(\.choice) == [.left])
        }
    }

    @Test("a pair whose time is over comes again at the end, once, and the end says how many were left out")
    func limit() throws {
        try withTemporaryFolder { folder in
            let person = try person(in: folder) { $0.limitMilliseconds = 500 }
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
            #expect(try events(person, "timeout").map(\.trial) == [1, 2, 3, 4, 1, 2, 3, 4])
        }
    }

    @Test("whatever goes together begins, and says what there is", arguments: [true, false])
    func together(isGraded: Bool) throws {
        try withTemporaryFolder { folder in
            let person = try person(in: folder) { sample in
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
            try seen(1, person)
            if !isGraded {
                try mayExchange(person)
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
            try seen(2, person)
            #expect(try person.page.evaluate("enlarge.times") == 1)
            #expect(try events(person, "vote").map(\.choice) == [.left, isGraded ? .left : .right])
        }
    }

    @Test("within the time pairs are answered as ever, and what is left of it is seen")
    func inTime() throws {
        try withTemporaryFolder { folder in
            let person = try person(in: folder) { $0.limitMilliseconds = 600_000 }
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
            let person = try person(in: folder) { $0.exposureMilliseconds = 60 }
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
                #expect(try person.page.evaluate(Self.inView) == [String]())
                #expect(try person.page.evaluate(boxes))
                try person.page.wait(
                    until: "trial.session.events.filter(e => e.question === 'view.exposure').length === \(number)")
                try person.page.press("f")
            }
            try person.page.wait(until: "document.getElementById('count').textContent === '3 of 4'")
            let measured = try events(person, "answer").filter { $0.question == "view.exposure" }
            #expect(measured.count >= 2)
            for event in measured {
                guard case .number(let milliseconds)? = event.value else { return #expect(Bool(false), "no number") }
                #expect(milliseconds >= 52)
            }
            #expect(try events(person, "vote").map(\.choice) == [.left, .left])
        }
    }

    @Test("flipped, each of many taps in a row counts, and none after the choice")
    func taps() throws {
        try withTemporaryFolder { folder in
            let person = try person(in: folder) { $0.mode = .flip }
            try person.begin()
            try seen(1, person)
            for count in 1...3 {
                try mayExchange(person)
                try person.page.run(
                    "document.getElementById('pair').dispatchEvent(new MouseEvent('click', { detail: \(count) }))")
            }
            #expect(try events(person, "flip").map(\.choice) == [.right, .left, .right])
            try person.page.wait(for: "#choose-left")
            // Also when the images are gone, and the next ones are not there yet.
            try person.page.run("trial.choose('left'); trial.hidePair(); flip.since = -1000; flip.exchange()")
            #expect(try events(person, "flip").count == 3)
            try seen(2, person)
            #expect(try events(person, "vote").map(\.trial) == [1])
        }
    }

    @Test("images whose time in view was over are in view again where the pair comes again")
    func exposedAgain() throws {
        try withTemporaryFolder { folder in
            let person = try person(in: folder) { sample in
                sample.survey.questions = [
                    SurveyQuestion(id: "real", text: [.english: "Which looks more real?"], isPrimary: true),
                    SurveyQuestion(id: "sharp", text: [.english: "Which is sharper?"]),
                ]
            } _: { view in
                view.size = .pixels(300)
                view.exposureMilliseconds = 60
            }
            let exposures = "trial.session.events.filter(e => e.question === 'view.exposure').length"
            try person.page.resize(width: 740, height: 460)
            try person.begin()
            try person.page.wait(until: "trial.session && \(exposures) === 1")
            #expect(try person.page.evaluate(Self.inView) == [String]())
            // From here on nothing hides them.
            try person.page.run("plan.view.exposure_ms = 1e6")
            try person.page.resize(width: 200, height: 460)
            try person.page.wait(for: "#small")
            try person.page.resize(width: 740, height: 460)
            try person.page.wait(until: "trial.shownAt !== null && trial.open")
            #expect(try person.page.evaluate(Self.inView) == ["left", "right"])
            #expect(try events(person, "shown").map(\.trial) == [1, 1])
            // And after an answer was taken back, of whichever question.
            try person.page.run("document.getElementById('pair').classList.add('over')")
            try person.page.press("f")
            try person.page.wait(until: "questions.asked === 'sharp' && trial.open")
            #expect(try person.page.evaluate(Self.inView) == [String]())
            try person.page.press("Backspace")
            try person.page.wait(until: "questions.asked === 'real' && trial.open")
            #expect(try person.page.evaluate(Self.inView) == ["left", "right"])
            #expect(try events(person, "shown").map(\.trial) == [1, 1, 1])
        }
    }

    @Test("a tab that is hidden shows no images: its time counts for none of theirs")
    func hiddenTab() throws {
        try withTemporaryFolder { folder in
            let person = try person(in: folder) { $0.exposureMilliseconds = 400 }
            try person.begin()
            try person.page.wait(until: "document.getElementById('count').textContent === '1 of 4'")
            try person.page.run(
                """
                const turn = isHidden => {
                  Object.defineProperty(document, "hidden", { value: isHidden, configurable: true })
                  document.dispatchEvent(new Event("visibilitychange"))
                }
                const hide = () => {
                  if (trial.shownAt === null) return requestAnimationFrame(hide)
                  window.hiddenAt = performance.now()
                  turn(true)
                  setTimeout(() => {
                    window.hiddenFor = performance.now() - window.hiddenAt
                    window.stayed = !document.querySelector("#pair.over")
                    turn(false)
                  }, 600)
                }
                hide()
                """)
            try person.page.wait(until: "window.hiddenFor")
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
            let person = try person(in: folder) {
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
            let late = try events(person, "vote").filter { ($0.responseMilliseconds ?? 0) >= 1500 }.count
            #expect(try events(person, "answer").filter { $0.question == "view.exposure" }.count <= late)
        }
    }

    @Test("where the last pair to practise on runs out of time, it is said that from now on it counts")
    func practiceRunsOut() throws {
        try withTemporaryFolder { folder in
            let person = try person(in: folder) {
                $0.survey.besides.practice = 1
            } _: {
                $0.limitMilliseconds = 500
            }
            try person.begin()
            try person.page.wait(until: "document.body.dataset.screen === 'time-up'")
            try person.page.press("Enter")
            try person.page.wait(until: "document.body.dataset.screen === 'practice-over'")
            #expect(try events(person, "shown").allSatisfy { $0.trial == 5 })
        }
    }

    @Test("a question that was answered is not asked again where the window had no room in between")
    func answeredInBetween() throws {
        try withTemporaryFolder { folder in
            let person = try person(in: folder) { sample in
                sample.survey.questions = [
                    SurveyQuestion(id: "real", text: [.english: "Which looks more real?"], isPrimary: true),
                    SurveyQuestion(id: "sharp", text: [.english: "Which is sharper?"]),
                ]
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
            #expect(try events(person, "vote").map(\.question) == ["real", "sharp"])
        }
    }

    @Test("a pair that comes again begins anew: the left one first, as large as it is; what came too late is no answer")
    func anew() throws {
        try withTemporaryFolder { folder in
            let person = try person(in: folder) { view in
                view.mode = .flip
                view.enlarges = true
                view.minimum = 50
                view.limitMilliseconds = 600_000
            }
            try person.begin()
            try seen(1, person)
            try mayExchange(person)
            try person.page.press(" ")
            try person.page.wait(for: "#choose-left")
            try person.page.press("+")
            #expect(try person.page.evaluate("[flip.side, enlarge.times].join()") == "right,2")
            try person.page.run("plan.view.min = 8192; layout.fit(); plan.view.min = 50; layout.fit()")
            try person.page.wait(until: "trial.shownAt !== null")
            #expect(try person.page.evaluate("[flip.side, enlarge.times, trial.open].join()") == "left,1,false")
            try mayExchange(person)
            try person.page.press(" ")
            try person.page.wait(for: "#choose-left")
            // A busy page hears of a key before it hears that the time is over.
            try person.page.run("plan.view.limit_ms = 1; trial.choose('left')")
            #expect(try person.page.evaluate("document.body.dataset.screen") == "time-up")
            #expect(try events(person, "vote").isEmpty && events(person, "timeout").map(\.trial) == [1])
            // Space was meant for the images.
            try person.page.run("plan.view.limit_ms = 600000")
            try person.page.press(" ")
            #expect(try person.page.evaluate("document.body.dataset.screen") == "time-up")
            try person.page.press("Enter")
            try seen(2, person)
        }
    }
}
