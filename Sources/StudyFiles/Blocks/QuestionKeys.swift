import Study
import Yams

/// The keys of an item of `survey.questions`, and what relates these to the older keys of a study with one question.
enum QuestionKeys {
    static let list: ValueKind<[SurveyQuestion]> = {
        var item = ValueKind.block(table)
        item.read = { [read = item.read] node, place, reading in
            guard let node, node.mapping == nil else { return read(node, place, reading) }
            reading.findings.add(at: place, "expected the keys id and text, found \(node.inWords)")
            return nil
        }
        var list = ValueKind.list(of: item, called: "questions", count: 1...SurveySettings.mostQuestions)
        // Each under its id, and in which order they are asked.
        list.listing = { questions in
            [("", questions.map(\.id).joined(separator: ", "))]
                + questions.flatMap { question in
                    table.listing(question).filter { $0.key != "id" }.map { (question.id.joined($0.key), $0.value) }
                }
        }
        return list
    }()

    private static let table = KeyTable<SurveyQuestion>(
        { _ in SurveyQuestion(id: "", text: [:]) },
        [
            Key(
                "id", \.id, name, missing: "is missing; votes say by it which question they answer",
                "The question's name in votes and exports."),
            Key(
                "text", \.text, .byLanguage(.text.quoted), missing: "is missing; expected the question by language",
                "The question, in each of `languages`."),
            Key(
                "primary", \.isPrimary, .flag, default: "true for the first where none is",
                "Whether it is the question that the analysis goes by; votes on the others are in the exports."),
        ])

    private static let name = ValueKind<String>(type: "name", range: "1 to 64 characters", words: { $0 }) {
        node, place, reading in
        guard let id = ValueKind<String>.text.read(node, place, reading) else { return nil }
        guard let fault = Name.fault(in: id) else { return id }
        reading.findings.add(at: place, fault)
        return nil
    }

    /// Says which of the keys for one question has to go where the newer ones are there, and marks the primary question.
    static func check(_ block: Block, _ survey: inout SurveySettings) {
        for (old, new) in [("question", "questions"), ("ties", "answers")] where block.has(old) && block.has(new) {
            block.refuse(old, "survey.\(new) is there too, which says it; remove survey.\(old)")
        }
        let place = block.place.key("questions")
        guard var questions = survey.questions, block.findings.isSound(place) else { return }
        var ids: Set<String> = []
        for (index, question) in questions.enumerated() where !ids.insert(question.id.lowercased()).inserted {
            block.findings.add(
                at: place.item(index).key("id"), "another question is called \"\(question.id)\", in whatever case")
        }
        let primary = questions.indices.filter { questions[$0].isPrimary }
        if primary.isEmpty, block.findings.isSound(place), questions.count > 1,
            block[
                "questions"]?.sequence?.contains(where: { $0.mapping?["primary"] != nil }) == true
        {
            block.findings.add(
                at: place, "none is the primary one, by which the analysis goes; say `primary: true` at one")
        }
        for index in primary.dropFirst() {
            block.findings.add(
                at: place.item(index).key("primary"),
                "question \"\(questions[primary[0]].id)\" is the primary one already; one is")
        }
        questions[primary.first ?? 0].isPrimary = true
        survey.questions = questions
        guard block.findings.isSound(block.place.key("languages")) else { return }
        for (index, question) in questions.enumerated() {
            let place = place.item(index).key("text")
            SurveyKeys.checkLanguages(of: question.text, at: place, block, survey)
            for (language, text) in question.text.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                let place = place.key(language.rawValue)
                if let fault = SurveyTexts.Key.question.fault(in: text) {
                    block.findings.add(at: place, "the question \(fault)")
                }
                let most = SurveySettings.Limits.text.upperBound
                if text.count > most {
                    block.findings.add(
                        at: place, "the question has \(text.count) characters, expected at most \(most)")
                }
            }
        }
    }
}

extension SurveySettings {
    /// What the older key `ties` says; it is read, and never listed, since ``scale`` is.
    var tiesWord: Bool? {
        get { nil }
        set { if let newValue { scale = newValue ? .ties : .choice } }
    }
}
