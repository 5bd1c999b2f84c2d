import Study
import SurveyTerminal
import Testing
import Text

@Suite("The pages of the terminal survey")
struct SurveyPagesTests {
    private static let languages = Language.builtIn
    private static let images = Array(repeating: SurveyPages.ImageSize(width: 128, height: 128), count: 2)

    private static func pages(
        _ language: Language, ties: Bool = true, question: String? = nil, mode: RenderMode = .blocks
    ) throws -> (SurveyPages, SurveySettings) {
        let settings = SurveySettings(
            question: question.map { [language: $0] } ?? [:], ties: ties, minimumViewMilliseconds: 500)
        let pages = SurveyPages(
            texts: try SurveyFixture.texts(language), settings: settings, language: language, mode: mode)
        return (pages, settings)
    }

    // The survey at its pages: consent, instructions, first trial, thanks.
    private static func surveys(_ settings: SurveySettings) throws -> [TerminalSurvey] {
        var player = try SurveyPlayer(settings: settings)
        var surveys = [player.survey]
        try player.press(.character("y"))
        surveys.append(player.survey)
        try player.press(.enter)
        surveys.append(player.survey)
        try player.pass(500)
        for _ in 1...3 {
            try player.press(.left)
            try player.pass(1000)
        }
        surveys.append(player.survey)
        return surveys
    }

    @Test("on every page and size, texts stay inside, and touch neither one another nor an image", arguments: languages)
    func inside(language: Language) throws {
        let (pages, settings) = try Self.pages(language)
        let surveys = try Self.surveys(settings)
        #expect(surveys.map(\.page).count == 4)
        for survey in surveys {
            for columns in [20, 37, 38, 50, 80, 100, 173] {
                for rows in [3, 12, 18, 24, 40, 61] {
                    let size = TerminalSize(columns: columns, rows: rows)
                    let frame = pages.layout(survey, size: size, images: Self.images).frame
                    var taken = Set<[Int]>()
                    func take(row: Int, columns span: Range<Int>) {
                        #expect((0..<rows).contains(row), "\(survey.page) at \(columns) x \(rows)")
                        #expect(
                            span.lowerBound >= 0 && span.upperBound <= columns, "\(survey.page) at \(columns) x \(rows)"
                        )
                        for column in span { #expect(taken.insert([row, column]).inserted) }
                    }
                    for text in frame.texts {
                        take(row: text.row, columns: text.column..<text.column + CellText.width(of: text.text))
                    }
                    for picture in frame.pictures {
                        for row in picture.row..<picture.row + picture.box.rows {
                            take(row: row, columns: picture.column..<picture.column + picture.box.columns)
                        }
                    }
                }
            }
        }
    }

    @Test("a terminal of 80 x 24 shows every page, with images of 34 columns in English", arguments: languages)
    func ordinary(language: Language) throws {
        let (pages, settings) = try Self.pages(language, ties: false)
        for survey in try Self.surveys(settings) {
            let layout = pages.layout(survey, size: TerminalSize(columns: 80, rows: 24), images: Self.images)
            guard case .fits(let frame) = layout else {
                Issue.record("\(survey.page) does not fit")
                continue
            }
            if case .trial = survey.page {
                #expect(frame.pictures.count == 2)
                #expect((frame.pictures.first?.box.columns ?? 0) >= 30)
            }
        }
    }

    @Test(
        "both images have the same size and row, and lie in mirror image",
        arguments: [
            (80, 24), (81, 25), (120, 40), (201, 63), (60, 40),
        ])
    func pair(columns: Int, rows: Int) throws {
        let (pages, settings) = try Self.pages(.english)
        let survey = try Self.surveys(settings)[2]
        for cell in [TerminalSize.Cell.assumed, .init(width: 9, height: 21), .init(width: 10, height: 18)] {
            let size = TerminalSize(columns: columns, rows: rows, cell: cell)
            let frame = pages.layout(survey, size: size, images: Self.images).frame
            let pair = try #require(frame.pictures.count == 2 ? frame.pictures : nil)
            #expect(pair[0].box == pair[1].box)
            #expect(pair[0].row == pair[1].row)
            let rightMargin = columns - pair[1].column - pair[1].box.columns
            #expect(abs(pair[0].column - rightMargin) <= 1)
            let width = pair[0].box.columns * cell.width
            let height = pair[0].box.rows * cell.height
            #expect(abs(width - height) <= cell.width / 2)
        }
    }

    @Test("images of different shapes each keep their shape, in the middle of equal places")
    func shapes() throws {
        let (pages, settings) = try Self.pages(.english)
        let survey = try Self.surveys(settings)[2]
        let images = [SurveyPages.ImageSize(width: 128, height: 128), .init(width: 128, height: 64)]
        let frame = pages.layout(survey, size: TerminalSize(columns: 80, rows: 24), images: images).frame
        let pair = try #require(frame.pictures.count == 2 ? frame.pictures : nil)
        #expect(abs(pair[0].box.columns - 2 * pair[0].box.rows) <= 1)
        #expect(abs(pair[1].box.columns - 4 * pair[1].box.rows) <= 1)
        #expect(abs(2 * (pair[0].row - pair[1].row) + pair[0].box.rows - pair[1].box.rows) <= 1)
    }

    @Test("pixels are enlarged to four times at most, blocks to one cell a pixel")
    func enlargement() {
        let room = PictureBox(columns: 400, rows: 200)
        let cell = TerminalSize.Cell(width: 8, height: 16)
        #expect(room.fitting(width: 64, height: 64, cell: cell, mode: .kitty) == PictureBox(columns: 32, rows: 16))
        #expect(room.fitting(width: 64, height: 64, cell: cell, mode: .blocks) == PictureBox(columns: 64, rows: 32))
    }

    @Test("the images stay in place from trial to trial, with or without a notice", arguments: languages)
    func steady(language: Language) throws {
        let (pages, settings) = try Self.pages(language)
        var player = try SurveyPlayer(seat: SurveyFixture.seat(trials: 12), settings: settings, failing: [2])
        try player.press(.character("y"), .enter)
        var places: Set<[Frame.Picture]> = []
        var notices: Set<TerminalSurvey.Notice?> = []
        for _ in 1...12 {
            for _ in 1...2 {
                guard case .trial = player.survey.page else { break }
                let size = TerminalSize(columns: 80, rows: 24)
                places.insert(pages.layout(player.survey, size: size, images: Self.images).frame.pictures)
                notices.insert(player.survey.notice)
                try player.pass(600)
            }
            try player.press(.left)
        }
        #expect(player.survey.page == .thanks)
        #expect(places.count == 1)
        #expect(notices.count == 3)
    }

    @Test("all answered is said only where it is so: pairs that could not be shown are counted")
    func honestThanks() throws {
        let (pages, _) = try Self.pages(.english)
        for failing in [Set<Int>(), [2]] {
            var player = try SurveyPlayer(failing: failing)
            try player.press(.enter, .left, .left)
            if failing.isEmpty { try player.press(.left) }
            #expect(player.survey.page == .thanks)
            let frame = pages.layout(player.survey, size: TerminalSize(columns: 100, rows: 30), images: []).frame
            let text = frame.texts.map(\.text).joined(separator: " ")
            #expect(text.contains("You have answered everything") == failing.isEmpty)
            #expect(text.contains("1 of 3 pairs could not be shown") == !failing.isEmpty)
        }
    }

    @Test("a terminal too small says which size is needed, and that size is enough", arguments: languages)
    func tooSmall(language: Language) throws {
        let (pages, settings) = try Self.pages(language)
        for survey in try Self.surveys(settings) {
            let size = TerminalSize(columns: 30, rows: 10)
            guard case .tooSmall(let frame) = pages.layout(survey, size: size, images: Self.images) else {
                Issue.record("\(survey.page) fits into 30 x 10")
                continue
            }
            let numbers = frame.texts.map(\.text).joined(separator: " ").matches(of: /[0-9]+/).compactMap {
                Int($0.output)
            }
            try #require(numbers.count == 2)
            let enough = TerminalSize(columns: numbers[0], rows: numbers[1])
            if case .tooSmall = pages.layout(survey, size: enough, images: Self.images) {
                Issue.record("\(survey.page) does not fit into \(numbers[0]) x \(numbers[1])")
            }
        }
    }

    @Test("the study's own wording of the question stands above the images; nothing names a method")
    func question() throws {
        let (pages, settings) = try Self.pages(.english, question: "Which one is\u{1B}[2J a cat?")
        for survey in try Self.surveys(settings) {
            let size = TerminalSize(columns: 80, rows: 30)
            let texts = pages.layout(survey, size: size, images: Self.images).frame.texts.map(\.text)
            if case .trial = survey.page { #expect(texts.contains(#"Which one is\u{1B}[2J a cat?"#)) }
            #expect(!texts.contains { $0.contains("equal-time") || $0.contains("A/") || $0.contains("B/") })
        }
    }

    @Test(
        "the text of the item stands above the images, which stay where they are; where it does not fit, the size that it needs is said"
    )
    func context() throws {
        let (_, settings) = try Self.pages(.english)
        let contexts = [1: "A cat, asleep", 2: String(repeating: "A long prompt. ", count: 12), 3: "猫"]
        let pages = SurveyPages(
            texts: try SurveyFixture.texts(.english), settings: settings, language: .english, mode: .blocks,
            contexts: contexts)
        var player = try SurveyPlayer(settings: settings)
        try player.press(.character("y"), .enter)
        var places: Set<[Frame.Picture]> = []
        for number in 1...3 {
            let frame = pages.layout(player.survey, size: TerminalSize(columns: 100, rows: 40), images: Self.images)
                .frame
            let text = frame.texts.map(\.text).joined(separator: " ")
            #expect(text.contains(contexts[number]?.prefix(12) ?? ""))
            places.insert(frame.pictures)
            try player.pass(600)
            try player.press(.left)
        }
        #expect(places.count == 1)
        var again = try SurveyPlayer(settings: settings)
        try again.press(.character("y"), .enter)
        guard
            case .tooSmall = pages.layout(again.survey, size: TerminalSize(columns: 60, rows: 20), images: Self.images)
        else {
            Issue.record("it fits")
            return
        }
    }

    @Test("a reference stands between the images, under its name, or is told to have no room")
    func reference() throws {
        let (pages, settings) = try Self.pages(.english)
        let survey = try Self.surveys(settings)[2]
        let images = Self.images + [SurveyPages.ImageSize(width: 96, height: 96)]
        let frame = pages.layout(survey, size: TerminalSize(columns: 120, rows: 40), images: images).frame
        try #require(frame.pictures.count == 3)
        #expect(frame.pictures[0].column < frame.pictures[2].column)
        #expect(frame.pictures[2].column < frame.pictures[1].column)
        #expect(frame.texts.map(\.text).contains(" Reference "))
        guard
            case .tooSmall(let small) = pages.layout(survey, size: TerminalSize(columns: 60, rows: 40), images: images)
        else {
            Issue.record("it fits")
            return
        }
        #expect(small.texts.map(\.text).joined(separator: " ").contains("at least 82 x 40"))
    }

    @Test("the chosen side is marked")
    func marked() throws {
        let (pages, settings) = try Self.pages(.english)
        for (key, label) in [(Key.left, " ← Left "), (.right, " Right → "), (.down, " No difference ")] {
            var player = try SurveyPlayer(settings: settings)
            try player.press(.character("y"), .enter)
            try player.pass(500)
            try player.receive(.key(key))
            let frame = pages.layout(player.survey, size: TerminalSize(columns: 80, rows: 24), images: Self.images)
                .frame
            #expect(frame.texts.filter { $0.style == .marked }.map(\.text) == [label])
        }
    }
}
