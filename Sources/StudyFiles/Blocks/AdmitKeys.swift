import Study
import Yams

/// The keys of `survey.admit`.
enum AdmitKeys {
    private typealias Limits = AdmitSettings.Limits

    static let table = KeyTable<AdmitSettings>(
        { _ in AdmitSettings() },
        [
            Key(
                "devices", \.devices,
                .list(of: .word, called: "devices", count: 1...Device.allCases.count, unique: "device") { _ in
                    "admits nobody; expected at least one of \(Device.allCases.map(\.rawValue).inWords)"
                },
                "The kinds of device on which the survey is shown; a terminal is one of a `desktop`. Others are screened out before the consent."
            ),
            Key(
                "min_window", optional: \.leastWindow, window, default: "any",
                "The least window in device pixels, so that enlarging the page shuts nobody out. Before the consent the page asks for a larger one."
            ),
            Key(
                "answers", \.answers, answers, default: "any",
                "For questions of `before` by their `id` the answers with which somebody can take part: names of choices, or `min` and `max` of a number or scale. Others are screened out, and nothing of them is kept but the count."
            ),
        ])

    private typealias Device = AdmitSettings.Device

    /// `1024x700`
    private static let window = ValueKind<WindowSize>(
        type: "WIDTHxHEIGHT", range: "each \(Limits.window.inWords)", words: { "\($0.width)x\($0.height)" }
    ) { node, place, reading in
        let sides = node.scalar?.string.wholeMatch(of: /([0-9]{1,6})x([0-9]{1,6})/)
        if let sides, let width = Int(sides.1), let height = Int(sides.2), Limits.window.contains(width),
            Limits.window.contains(height)
        {
            return WindowSize(width: width, height: height)
        }
        reading.findings.add(
            at: place,
            "expected a window in pixels, such as 1024x700 (each \(Limits.window.inWords)), found \(node.inWords)")
        return nil
    }

    private static let answers = ValueKind<[String: AdmittedAnswers]>(
        type: "choices, or `min` and `max`, by question",
        read: { node, place, reading in
            let block = Block(node, at: place, reading: reading)
            var answers: [String: AdmittedAnswers] = [:]
            for id in block.keys {
                guard let value = block[id] else { continue }
                answers[id] = admitted(value, at: place.key(id), reading)
            }
            return answers
        },
        listing: { answers in
            answers.sorted { $0.key < $1.key }.flatMap { id, admitted -> [Setting] in
                switch admitted {
                case .options(let names): [(id, "[\(names.joined(separator: ", "))]")]
                case .numbers(let least, let most):
                    [least.map { ("\(id).min", $0.inWords) }, most.map { ("\(id).max", $0.inWords) }].compactMap(\.self)
                }
            }
        })

    private static func admitted(_ node: Node, at place: KeyPlace, _ reading: Reading) -> AdmittedAnswers? {
        if node.mapping != nil {
            let bounds = bounds.read(Block(node, at: place, reading: reading), "")
            return .numbers(least: bounds.least, most: bounds.most)
        }
        if node.scalar != nil, node.isText, let name = node.scalar?.string { return .options([name]) }
        return ValueKind<[String]>.list(of: .text, called: "choices", unique: "choice").read(node, place, reading)
            .map(AdmittedAnswers.options)
    }

    private struct Bounds {
        var least: Double?
        var most: Double?
    }

    private static let bounds = KeyTable<Bounds>(
        { _ in Bounds() },
        [
            Key(
                "min", optional: \.least, .number(QuestionnaireItem.Limits.numbers), default: "any",
                "The least that admits."),
            Key(
                "max", optional: \.most, .number(QuestionnaireItem.Limits.numbers), default: "any",
                "The most that admits."),
        ])

    /// Some answers to a question.
    static let some = ValueKind<AdmittedAnswers>(
        type: "choices, or `min` and `max`",
        read: { node, place, reading in node.flatMap { admitted($0, at: place, reading) } },
        listing: { answers.listing(["": $0]) })

    /// Screening by answers refers to questions, and must not shut everybody out.
    static func check(_ block: Block, _ survey: SurveySettings) {
        let answers = block.place.key("admit").key("answers")
        guard block.findings.isSound(block.place.key("before")) else { return }
        for (id, admitted) in survey.admit.answers.sorted(by: { $0.key < $1.key }) {
            let place = answers.key(id)
            guard block.findings.isSound(place), let fault = fault(in: admitted, of: id, survey, verb: "screens")
            else { continue }
            block.findings.add(at: place, fault)
        }
    }

    /// What is wrong with answers to the question `id` that somebody is judged by; nil where nothing is.
    ///
    /// - Parameter verb: what the question does to people.
    static func fault(in admitted: AdmittedAnswers, of id: String, _ survey: SurveySettings, verb: String) -> String? {
        guard let item = survey.before.first(where: { $0.id == id }) else {
            let isLate = survey.after.contains { $0.id == id }
            return isLate
                ? "\"\(id)\" is asked in survey.after; a question that \(verb) belongs to survey.before"
                : "no question of survey.before is called \"\(id)\"" + Spelling.hint(id, among: survey.before.map(\.id))
        }
        if let fault = fault(in: admitted, of: item) { return fault }
        return item.isRequired
            ? nil : "the question \"\(id)\" may be skipped, and \(verb) nobody then; it needs `required: true`"
    }

    private static func fault(in admitted: AdmittedAnswers, of item: QuestionnaireItem) -> String? {
        switch (admitted, item.kind) {
        case (_, .text): return "is a text, which screens nobody; expected a question of another kind"
        case (.options(let names), .choice), (.options(let names), .choices):
            let known = item.options.map(\.id)
            if let other = names.first(where: { !known.contains($0) }) {
                return "no choice of the question is called \"\(other)\"" + Spelling.hint(other, among: known)
            }
            return names.isEmpty ? "admits nobody; expected at least one of \(known.inWords)" : nil
        case (.numbers, .choice), (.numbers, .choices):
            return "is no number; expected a list of \(item.options.map(\.id).inWords)"
        case (.options, .number), (.options, .scale): return "is a number; expected min, max or both"
        case (.numbers(let least, let most), .number), (.numbers(let least, let most), .scale):
            let taken = item.kind == .scale ? (1, Double(item.points)) : (item.least, item.most)
            let (low, high) = (max(taken.0, least ?? taken.0), min(taken.1, most ?? taken.1))
            let admits = item.kind == .scale || item.isWhole ? low.rounded(.up) <= high.rounded(.down) : low <= high
            return admits
                ? nil
                : "admits nobody: the question takes \(taken.0.inWords) to \(taken.1.inWords)"
        }
    }
}
