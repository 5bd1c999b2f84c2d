package import Study

extension QuestionnaireItem {
    /// Why `value` is no answer to the question, in words that do not repeat it; nil where it is one. An empty list says that
    /// the question was skipped.
    package func fault(in value: AnswerValue) -> String? {
        if value.isNone { return isRequired ? "is empty, but \"\(id)\" is required" : nil }
        switch (kind, value) {
        case (.choice, .text(let name)):
            return options.contains { $0.id == name } ? nil : "is none of the choices of \"\(id)\""
        case (.choices, .choices(let names)):
            let isSound =
                Set(names).count == names.count && names.allSatisfy { name in options.contains { $0.id == name } }
            return isSound ? nil : "is no list of choices of \"\(id)\", each once"
        case (.number, .number(let number)):
            let isSound = (least...most).contains(number) && (!isWhole || number.rounded() == number)
            return isSound ? nil : "is no \(isWhole ? "whole " : "")number that \"\(id)\" takes"
        case (.scale, .number(let point)):
            return (1...Double(points)).contains(point) && point.rounded() == point
                ? nil : "is no point of the scale of \"\(id)\""
        case (.text, .text(let text)):
            return text.count > characters || text.isEmpty
                ? "has not 1 to \(characters) characters, as \"\(id)\" takes" : nil
        case (.choice, _): return "is no text, which names a choice of \"\(id)\""
        case (.choices, _): return "is no list of names, as \"\(id)\" takes"
        case (.number, _), (.scale, _): return "is no number, as \"\(id)\" takes"
        case (.text, _): return "is no text, as \"\(id)\" takes"
        }
    }
}

extension AnswerValue {
    /// Whether it says that a question was skipped: an empty list.
    package var isNone: Bool { self == .choices([]) }
}

extension AdmittedAnswers {
    /// Whether somebody who answered `value` can take part; nobody who gave no answer.
    package func admits(_ value: AnswerValue?) -> Bool {
        switch (self, value) {
        case (.options(let names), .text(let name)): names.contains(name)
        case (.options(let names), .choices(let chosen)): chosen.contains(where: names.contains)
        case (.numbers(let least, let most), .number(let number)):
            number >= least ?? -.infinity && number <= most ?? .infinity
        default: false
        }
    }
}

extension SurveySettings {
    /// The question of either questionnaire by its id.
    package func questionnaireItem(_ id: String) -> QuestionnaireItem? { (before + after).first { $0.id == id } }

    /// The first question of `before` whose answer does not admit the person; nil where all do.
    package func screening(_ answers: [String: AnswerValue]) -> String? {
        before.first { item in admit.answers[item.id].map { !$0.admits(answers[item.id]) } ?? false }?.id
    }

    /// Whether the plan admits the person of a session with these answers. What is not known of the person refuses nobody: no
    /// front lets somebody through whom it asked, so an answer that is missing was lost.
    package func admits(_ header: AnswerHeader, _ answers: [String: AnswerValue]) -> Bool {
        if let device = header.userAgentClass.flatMap(AdmitSettings.Device.init), !admit.devices.contains(device) {
            return false
        }
        return before.allSatisfy { item in
            guard let admitted = admit.answers[item.id], let answer = answers[item.id] else { return true }
            return admitted.admits(answer)
        }
    }
}
