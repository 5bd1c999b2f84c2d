import Answers
import Foundation
import Study
import TestKit
import Testing

/// Several questions about a pair, and grades, in a real browser.
@MainActor
struct PairQuestionsTests {
    private static let arabic = Language(rawValue: "ar") ?? .english
    private static let questions = [
        SurveyQuestion(id: "real", text: [.english: "Which looks more real?", arabic: "أيهما أكثر واقعية؟"]),
        SurveyQuestion(id: "sharp", text: [.english: "Which is sharper?", arabic: "أيهما أوضح؟"], isPrimary: true),
    ]

    private static func sample(_ scale: AnswerScale = .choice, _ questions: [SurveyQuestion]? = questions) -> SamplePage
    {
        var sample = SamplePage()
        sample.survey.questions = questions
        sample.survey.languages = [.english, arabic]
        sample.survey.scale = scale
        sample.survey.minimumResponseMilliseconds = 0
        return sample
    }

    private func seen(_ trial: Int, _ question: Int, _ person: Participant, at button: String = "#left") throws {
        try person.page.wait(until: "document.getElementById('count').textContent === '\(trial) of 4'")
        try person.page.wait(until: "document.getElementById('part').textContent === 'Question \(question) of 2'")
        try person.page.wait(for: button)
    }

    private func seen(_ trial: Int, _ person: Participant) throws {
        try person.page.wait(until: "document.getElementById('count').textContent === '\(trial) of 4'")
        try person.page.wait(for: "#grades button")
    }

    @Test("the pair stays in view from question to question, and a reload asks the one that is left")
    func pair() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, Self.sample().write(to: folder))
            try person.page.click("#agree")
            try person.page.wait(for: "#start")
            let asked = "[...document.querySelectorAll('#wordings p')].map(e => e.textContent)"
            #expect(try person.page.evaluate(asked) == Self.questions.map { $0.text[.english] })
            #expect(
                try person.page.evaluate("document.getElementById('hint-questions').innerText.includes('2 questions')"))
            try person.page.click("#start")
            try seen(1, 1, person)
            try person.page.run("window.image = document.querySelector('#left img')")
            let boxes = try person.boxes()
            try person.page.click("#left")
            try seen(1, 2, person)
            #expect(try person.page.evaluate("document.querySelector('#left img') === window.image"))
            #expect(try person.boxes() == boxes)
            #expect(try person.page.evaluate("document.querySelectorAll('.chosen').length") == 0)
            // What is asked now is announced: the focus, which was on the image, is at the question.
            #expect(try person.page.evaluate("document.activeElement.id") == "question")
            #expect(
                try person.page.evaluate(
                    "(e => e.textContent + e.getAttribute('aria-live'))(document.getElementById('question'))")
                    == "Which is sharper?polite")
            try person.page.reload()
            try seen(1, 2, person)
            try person.page.press("j")
            try seen(2, 1, person)
            #expect(try person.names().count == 2)
            let votes = try person.kept().filter { $0.contains(#""vote""#) }
            #expect(
                votes.count == 2 && votes[0].contains(#""question":"real""#)
                    && votes[1].contains(#""question":"sharp""#))
        }
    }

    @Test("a longer question has its room before it is asked: the images stay where and as large as they are")
    func longQuestion() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            var questions = Self.questions
            questions[1].text[.english] = Array(repeating: "Which image is sharper here?", count: 4).joined(
                separator: " ")
            let person = try Participant(browser, Self.sample(.choice, questions).write(to: folder))
            try person.page.resize(width: 390, height: 844, phone: true)
            try person.begin()
            try seen(1, 1, person)
            let boxes = try person.boxes()
            let height = "document.getElementById('question').clientHeight"
            let lines: Double = try person.page.evaluate(height)
            try person.page.click("#left")
            try seen(1, 2, person)
            #expect(try person.boxes() == boxes)
            #expect(try person.page.evaluate(height) > 2 * lines)
            try person.page.click("#left")
            try seen(2, 1, person)
            #expect(try person.boxes() == boxes)
            // Nobody hears a question that is not asked.
            #expect(
                try person.page.evaluate(
                    "[...document.querySelectorAll('.reserve')].every(e => getComputedStyle(e).visibility === 'hidden')"
                ))
        }
    }

    @Test("the last answer is taken back, also across pairs and at the end")
    func undo() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, Self.sample().write(to: folder))
            try person.begin()
            try seen(1, 1, person)
            try person.page.press("f")
            try seen(1, 2, person)
            try person.page.press("Backspace")
            try seen(1, 1, person)
            #expect(try person.page.evaluate("document.getElementById('undo').disabled"))
            for key in ["j", "f"] {
                try person.page.press(key)
                try seen(key == "j" ? 1 : 2, key == "j" ? 2 : 1, person)
            }
            try person.page.press("Backspace")
            try seen(1, 2, person)
            try person.page.press("j")
            for trial in 2...4 {
                for question in 1...2 {
                    try seen(trial, question, person)
                    try person.page.press("f")
                }
            }
            try person.page.wait(for: "#undo-last")
            try person.page.click("#undo-last")
            try seen(4, 2, person)
            try person.page.press("j")
            let file = try person.answers()
            #expect(file.header.format == "dotchi-answers-2")
            let undos = file.events.filter { $0.kind == .undo }
            #expect(undos.map(\.question) == ["real", "sharp", "sharp"] && undos.map(\.trial) == [1, 1, 4])
            let rules = SessionRules(Self.sample().survey)
            let state = SessionState(file.events, trials: [1, 2, 3, 4], rules: rules)
            #expect(state.isFinished && state.isComplete && state.votes.count == 8)
            #expect(state.votes[AskedQuestion(trial: 1, question: "real")]?.choice == .right)
            #expect(state.votes[AskedQuestion(trial: 4, question: "sharp")]?.choice == .right)
        }
    }

    @Test("the first moments of each question count for nothing")
    func early() throws {
        try withTemporaryFolder { folder in
            var sample = Self.sample()
            sample.survey.minimumResponseMilliseconds = SurveySettings.Limits.minimumResponseMilliseconds.upperBound
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, sample.write(to: folder))
            try person.begin()
            try person.page.wait(until: "trial.shownAt !== null")
            try person.page.run("trial.accept()")
            try person.page.press("f")
            try person.page.wait(until: "document.getElementById('part').textContent === 'Question 2 of 2'")
            for key in ["f", "j"] { try person.page.press(key) }
            try person.page.run("document.getElementById('left').click()")
            #expect(try person.page.evaluate("session.events.filter(event => event.kind === 'vote').length") == 1)
        }
    }

    @Test("grades are answered by seven buttons, by 1 to 7, by their places too, and by the focus that arrows move")
    func grades() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, Self.sample(.graded, nil).write(to: folder))
            try person.begin()
            try seen(1, person)
            #expect(try person.page.evaluate("document.getElementById('part').hidden"))
            let labels = try person.page.evaluate(
                "[...document.querySelectorAll('#grades span')].map(e => e.textContent)", as: [String].self)
            #expect(
                labels == [
                    "Left much better", "Left better", "Left slightly better", "No difference", "Right slightly better",
                    "Right better", "Right much better",
                ])
            #expect(
                try person.page.evaluate(
                    "document.querySelectorAll('#left[aria-keyshortcuts], #hint-stacked').length"
                ) == 0)
            // Nothing but the scale answers.
            for key in ["f", "j", "ArrowLeft", "ArrowDown", "8"] { try person.page.press(key) }
            try person.page.run("document.getElementById('left').click(); document.getElementById('tie').click()")
            #expect(try person.page.evaluate("session.events.filter(event => event.kind === 'vote').length") == 0)
            #expect(try person.page.evaluate("grades.buttons.indexOf(document.activeElement)") == 3)
            // From the middle two to the left.
            for _ in 1...2 { try person.page.press("ArrowLeft") }
            try person.page.run("document.activeElement.click()")
            try seen(2, person)
            #expect(try person.page.evaluate("document.activeElement.id") == "question")
            try person.page.click("#grades button:nth-child(7)")
            try seen(3, person)
            // A French keyboard writes a mark where others have 4.
            try person.page.press("'", at: "Digit4")
            try seen(4, person)
            try person.page.press("1")
            let file = try person.answers()
            #expect(file.votes.map(\.grade) == [-2, 3, 0, -3])
            #expect(file.choices == [.left, .right, .tie, .left])
            #expect(file.votes.allSatisfy { $0.question == nil } && file.header.format == "dotchi-answers-2")
        }
    }

    @Test(
        "the scale's left end is left in each language and window, its buttons are 44 pixels high, and nothing is cut off"
    )
    func layout() throws {
        try withTemporaryFolder { folder in
            let browser = try Browser(downloads: folder)
            let person = try Participant(browser, Self.sample(.graded).write(to: folder))
            try person.begin()
            try person.page.wait(for: "#grades button")
            for language in ["en", "ar"] {
                try person.page.click("#languages button[lang=\(language)]")
                for (width, height) in [(1280, 800), (900, 700), (390, 844), (320, 568), (568, 320), (320, 256)] {
                    try person.page.resize(width: width, height: height, phone: width < 600)
                    try person.page.wait(until: "innerWidth === \(width) && innerHeight === \(height)")
                    // As the page does when it hears of the new size, which may be a moment later.
                    try person.page.run("layout.fit()")
                    let boxes = try person.page.evaluate(
                        """
                        [...document.querySelectorAll('#grades button')].map(e => e.getBoundingClientRect())
                          .map(r => ({ x: r.x, y: r.y, width: r.width, height: r.height }))
                        """, as: [Participant.Box].self)
                    #expect(boxes.count == 7 && boxes.allSatisfy { $0.height >= 44 && $0.width >= 44 })
                    for place in 0..<3 {
                        let (left, right) = (boxes[place], boxes[6 - place])
                        #expect(left.x + left.width <= right.x && left.y == right.y, "\(language) \(width)")
                    }
                    let widths = try person.page.evaluate(
                        "[document.documentElement.scrollWidth, innerWidth]", as: [Int].self)
                    #expect(widths[0] <= widths[1], "\(language) \(width)x\(height)")
                    let pictures = try person.boxes()
                    #expect(
                        pictures[0].x >= 0 && pictures[1].x + pictures[1].width <= Double(width),
                        "\(language) \(width)x\(height)")
                    // What does not fit is scrolled to.
                    let bottom = try person.page.evaluate(
                        "document.getElementById('others').getBoundingClientRect().bottom + scrollY", as: Double.self)
                    #expect(
                        try person.page.evaluate("document.documentElement.scrollHeight", as: Double.self)
                            >= bottom.rounded(.down))
                }
            }
        }
    }
}
