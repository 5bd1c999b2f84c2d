import Files
import Foundation
import Pairing
import Pictures
import Study
import SurveyPage
import TestKit

/// A small study with unmistakable names, and its page.
struct SamplePage {
    /// Words that no participant may see.
    static let secrets = ["ZebraMethod", "QuaggaMethod", "OkapiLabel", "TapirCondition"]
    /// Two questions about each pair, the first one primary.
    static let twoQuestions = [
        SurveyQuestion(id: "real", text: [.english: "Which looks more real?"], isPrimary: true),
        SurveyQuestion(id: "sharp", text: [.english: "Which is sharper?"]),
    ]
    static let templates = Project.root.appending(path: "survey-templates")

    var study = "faces-1"
    var survey = SurveySettings(trials: 4, ties: false, undo: true)
    var seats = 3
    var singleFile = false
    var seat: Int?
    var unlinked = false
    var languages: [Language]?
    /// The side that the question of a pair asks for, by its number: checks.
    var checks: [Int: Choice] = [:]
    /// Side in pixels of the left and the right image.
    var sides = (left: 64, right: 64)
    /// The text of each trial's item, where the survey shows texts.
    var texts: [String] = []

    var plan: SurveyPlan {
        let seats = (1...seats).map { seat in
            Seat(
                number: seat,
                items: (1...survey.trials + survey.besides.practice).map { number in
                    let index = (seat - 1) * survey.trials + number
                    let isPractice = number > survey.trials
                    let kind: Trial.Kind =
                        checks[number] != nil ? .check : number == 2 ? .catch : number == 3 ? .repeat : .main
                    let trial = Trial(
                        number: number, kind: isPractice ? .main : kind,
                        condition: "TapirCondition", left: Self.entry("ZebraMethod", index),
                        right: Self.entry("QuaggaMethod", index), repeatOf: kind == .repeat ? 1 : nil,
                        instructed: checks[number])
                    return isPractice ? .practice(trial) : .pair(trial)
                })
        }
        return SurveyPlan(
            study: study, seed: 987_654_321, survey: survey,
            generations: ["ZebraMethod", "QuaggaMethod"].map {
                PoolGeneration(pool: PoolKey(method: $0, condition: "TapirCondition"), number: 7, count: 99)
            },
            seats: seats)
    }

    static func entry(_ method: String, _ index: Int) -> PoolEntry {
        PoolEntry(pool: PoolKey(method: method, condition: "TapirCondition"), generation: 7, index: index)
    }

    /// The opaque name of an entry's image where it is shown first.
    func name(_ method: String, _ index: Int) -> String {
        ImageNames(plan: FrozenPlan(plan)).name(ofImage: Self.sha256(of: Self.entry(method, index)), showing: 0)
    }

    /// Writes the page into `folder` and returns the address of its index.html.
    @discardableResult
    func write(
        to folder: URL, discardEarlier: Bool = false, image: ((PoolEntry) throws -> PageImage)? = nil,
        exchange: @escaping (URL, URL) throws -> Void = WholeFile.exchange
    ) throws -> URL {
        let page = try SurveyPage(
            plan: FrozenPlan(plan), texts: SurveyTexts.all(survey), languages: languages, singleFile: singleFile,
            seat: seat, unlinked: unlinked)
        try page.write(
            to: folder, templates: Self.templates, discardEarlier: discardEarlier, exchange: exchange,
            contexts: PageContexts(
                text: { [survey, texts] trial in survey.usedContext == .text ? texts[trial.number - 1] : nil },
                reference: { [survey] trial in
                    survey.usedContext == .reference
                        ? PageImage(
                            sha256: Self.sha256(of: Self.entry("Reference", trial.number)),
                            png: try Self.face(trial.number, side: 96)) : nil
                }),
            image: image ?? { entry in
                let side = entry.pool.method == "ZebraMethod" ? sides.left : sides.right
                return PageImage(sha256: Self.sha256(of: entry), png: try Self.face(entry.index, side: side))
            })
        return folder.appending(path: "index.html")
    }

    /// Not a real SHA-256; as long as one, and another for each entry.
    static func sha256(of entry: PoolEntry) -> String {
        let method: UInt64 = entry.pool.method == "ZebraMethod" ? 0x9E37_79B9_7F4A_7C15 : 0xC2B2_AE3D_27D4_EB4F
        let word = String((UInt64(entry.index) &+ 1) &* method, radix: 16)
        return (String(repeating: "0", count: 16 - word.count) + word) + String(repeating: "a", count: 48)
    }

    /// A simple face before a soft background; each number has its own.
    static func face(_ number: Int, side: Int) throws -> [UInt8] {
        var picture = PixelBuffer(width: side, height: side)
        let tilt = Double(number % 5) / 20 - 0.1
        for y in 0..<side {
            for x in 0..<side {
                picture[x, y] = colour(
                    x: (Double(x) + 0.5) / Double(side) * 2 - 1 - tilt, y: (Double(y) + 0.5) / Double(side) * 2 - 1,
                    number: number)
            }
        }
        return try picture.pngBytes()
    }

    private static func colour(x: Double, y: Double, number: Int) -> RGB {
        func inside(_ centreX: Double, _ centreY: Double, _ width: Double, _ height: Double) -> Bool {
            let (a, b) = ((x - centreX) / width, (y - centreY) / height)
            return a * a + b * b < 1
        }
        func shade(_ red: Double, _ green: Double, _ blue: Double) -> RGB {
            let light = 1 - 0.25 * x - 0.1 * y
            return RGB(clamp(red * light), clamp(green * light), clamp(blue * light))
        }
        let hair = [(60.0, 42.0, 30.0), (120.0, 84.0, 44.0), (30.0, 28.0, 30.0), (150.0, 110.0, 60.0)][number % 4]
        let skin = [(222.0, 178.0, 150.0), (190.0, 138.0, 104.0), (150.0, 104.0, 76.0)][number % 3]
        if inside(-0.2, -0.06, 0.07, 0.045) || inside(0.2, -0.06, 0.07, 0.045) { return RGB(40, 30, 28) }
        if inside(0, 0.38, 0.16 + 0.02 * Double(number % 4), 0.05) { return shade(168, 74, 72) }
        if inside(0, 0.14, 0.06, 0.1) { return shade(skin.0 * 0.9, skin.1 * 0.86, skin.2 * 0.84) }
        if inside(0, 0.08, 0.48, 0.62), y > -0.38 { return shade(skin.0, skin.1, skin.2) }
        if inside(0, -0.1, 0.6, 0.68) { return shade(hair.0, hair.1, hair.2) }
        if inside(0, 1.15, 0.8, 0.5) { return shade(70, 90, 130) }
        return shade(150 + 10 * Double(number % 6), 160, 170 - 8 * Double(number % 5))
    }

    private static func clamp(_ value: Double) -> UInt8 { UInt8(min(255, max(0, value))) }
}

extension Language {
    /// Those of surveys that come with the project.
    static let builtIn = Project.languageTags.compactMap { Language(rawValue: $0) }
}

extension SurveyTexts {
    /// What participants read under `survey`: the language files of the project, and the survey's own words.
    static func all(_ survey: SurveySettings) throws -> [Language: SurveyTexts] {
        let languages = survey.languages.isEmpty ? [.english] : survey.languages
        return Dictionary(
            uniqueKeysWithValues: try languages.map { language in
                let file = SamplePage.templates.appending(path: "languages/\(language.rawValue).json")
                let texts = try SurveyTexts(json: Data(contentsOf: file), name: file.lastPathComponent)
                return (language, texts.reworded(survey.texts.compactMapValues { $0[language] }))
            })
    }
}

extension SurveyPlan {
    /// The hash that names it.
    var hash: String { FrozenPlan(self).hash }
}
