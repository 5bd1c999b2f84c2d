import Study
import Yams

/// The items of `survey.before` and `survey.after`.
enum QuestionnaireKeys {
    private typealias Item = QuestionnaireItem
    private typealias Limits = QuestionnaireItem.Limits

    static let list = ValueKind<[QuestionnaireItem]>(
        type: "list of blocks", range: "at most \(Limits.items.upperBound)",
        read: read,
        listing: { items in
            // Their order matters too.
            (items.isEmpty ? [] : [("", "[\(items.map(\.id).joined(separator: ", "))]")])
                + items.flatMap { item in
                    table.listing(item).compactMap { key, value in key == "id" ? nil : (item.id.joined(key), value) }
                }
        },
        rows: { table.rows($0.dropLast() + "[].") })

    private static let table = KeyTable<QuestionnaireItem>(
        by: KindKey(
            name: "kind", kind: \.kind, standard: nil,
            meaning:
                "What an answer is: one of the choices, any of them, a number, a short text, or a point of a scale."
        ) { "questions of the kind \($0); this one is a \($1)" },
        { kind, _ in Item(id: "", kind: kind) },
        { kind in common + own(kind) }, check: check)

    private static let common: [Key<QuestionnaireItem>] = [
        Key(
            "id", \.id, .text, missing: "is missing; expected a name for tables, such as age",
            "Its name in answers and tables."),
        Key(
            "text", \.text, .byLanguage(.text.quoted), missing: "is missing; expected what is asked, by language",
            "What is asked, in each of `languages`."),
        Key(
            "required", \.isRequired, .flag,
            "Whether nobody goes on without an answer; else the question may be skipped."),
    ]

    private static func own(_ kind: Item.Kind) -> [Key<QuestionnaireItem>] {
        switch kind {
        case .choice, .choices:
            [
                Key(
                    "choices", \.options, options, missing: "is missing; expected what can be chosen",
                    "What can be chosen: the words of each choice by language, under a name that tables have.")
            ]
        case .number:
            [
                Key(
                    "min", \.least, number,
                    missing: "is missing; expected the least number that is taken",
                    "The least number that is taken."),
                Key(
                    "max", \.most, number,
                    missing: "is missing; expected the largest number that is taken",
                    "The largest number that is taken."),
                Key("whole", \.isWhole, .flag, "Whether only whole numbers are taken."),
            ]
        case .text:
            [Key("max_characters", \.characters, .whole(Limits.characters), "How many characters are taken.")]
        case .scale:
            [
                Key("points", \.points, .whole(Limits.points), "How many points the scale has, numbered from 1."),
                Key(
                    "low", \.low, .byLanguage(.text.quoted), default: "none", "What stands at the first point."),
                Key(
                    "high", \.high, .byLanguage(.text.quoted), default: "none", "What stands at the last point."),
            ]
        }
    }

    private static let number: ValueKind<Double> = {
        var number = ValueKind<Double>.number(Limits.numbers)
        number.listing = { [("", $0.inWords)] }
        return number
    }()

    /// Texts by language under names that the study gives them, in the order of the file.
    private static let options = ValueKind<[Item.Option]>(
        type: "texts by name and language", range: "\(Limits.options.inWords) choices",
        read: { node, place, reading in
            let block = Block(node, at: place, reading: reading)
            let texts = ValueKind<[Language: String]>.byLanguage(.text)
            let options = block.keys.map { name in
                if let fault = Name.fault(in: name) { block.refuse(name, fault) }
                return Item.Option(id: name, text: texts.read(block[name], place.key(name), reading) ?? [:])
            }
            if reading.findings.isSound(place), !Limits.options.contains(options.count) {
                reading.findings.add(
                    at: place, "expected \(Limits.options.inWords) choices, found \(options.count)")
            }
            return options
        },
        listing: { options in
            [("", "[\(options.map(\.id).joined(separator: ", "))]")]
                + options.flatMap { option in
                    option.text.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                        (option.id.joined($0.key.rawValue), "“\($0.value)”")
                    }
                }
        })

    @Sendable private static func read(_ node: Node?, at place: KeyPlace, reading: Reading) -> [QuestionnaireItem]? {
        let nodes = node.flatMap { reading.items(of: $0, expected: "a list of questions", at: place) } ?? []
        if nodes.count > Limits.items.upperBound {
            reading.findings.add(
                at: place, "expected at most \(Limits.items.upperBound) questions, found \(nodes.count)")
            return nil
        }
        return nodes.enumerated().map { index, node in
            table.read(Block(node, at: place.item(index), reading: reading), "")
        }
    }

    private static func check(_ block: Block, _ item: inout QuestionnaireItem) {
        if block.has("id"), block.findings.isSound(block.place.key("id")) {
            if let fault = Name.fault(in: item.id) { block.fault("id", fault) }
            // Reported images are answers under that name.
            if item.id == "report" {
                block.fault("id", "\"report\" is what reported images are called; expected another name")
            }
        }
        let isKnown = block.findings.isSound(block.place.key("min")) && block.findings.isSound(block.place.key("max"))
        if item.kind == .number, isKnown, item.least >= item.most {
            block.fault("max", "takes no number: expected more than min, which is \(item.least.inWords)")
        } else if item.kind == .number, isKnown, item.isWhole, item.least.rounded(.up) > item.most {
            block.fault(
                "max",
                "takes no whole number: there is none from \(item.least.inWords) to \(item.most.inWords); `whole: false` takes others"
            )
        }
        // Languages in which two choices are the same words: nobody could say which was meant.
        let texts = item.options.flatMap { option in option.text.map { "\($0.key.rawValue) \($0.value)" } }
        if Set(texts).count < texts.count, block.findings.isSound(block.place.key("choices")) {
            let twice = texts.first { text in texts.count { $0 == text } > 1 } ?? ""
            block.fault("choices", "two have the same words (\(twice.split(separator: " ", maxSplits: 1).last ?? ""))")
        }
    }

    /// What relates the questions of a study to each other and to its languages.
    static func check(_ block: Block, _ survey: SurveySettings) {
        var ids: Set<String> = []
        for (key, items) in [("before", survey.before), ("after", survey.after)] {
            for (index, item) in items.enumerated() {
                let place = block.place.key(key).item(index)
                if !item.id.isEmpty, !ids.insert(item.id).inserted {
                    block.findings.add(at: place.key("id"), "another question is called \"\(item.id)\"")
                }
                check(item.text, at: place.key("text"), block, survey)
                for option in item.options {
                    check(option.text, at: place.key("choices").key(option.id), block, survey)
                }
                check(item.low, at: place.key("low"), block, survey)
                check(item.high, at: place.key("high"), block, survey)
            }
        }
    }

    private static func check(
        _ wordings: [Language: String], at place: KeyPlace, _ block: Block, _ survey: SurveySettings
    ) {
        SurveyKeys.checkLanguages(of: wordings, at: place, block, survey)
        for (language, text) in wordings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let place = place.key(language.rawValue)
            guard block.findings.isSound(place) else { continue }
            if let fault = SurveyTexts.Key.question.fault(in: text) {
                block.findings.add(at: place, "the text \(fault)")
            }
            if text.count > Limits.text.upperBound {
                block.findings.add(
                    at: place, "the text has \(text.count) characters, expected at most \(Limits.text.upperBound)")
            }
        }
    }
}

extension Double {
    /// `18`, `0.5`
    var inWords: String { Int(exactly: self).map(String.init) ?? "\(self)" }
}
