import Answers
package import Study

/// One question of a questionnaire as the person has it before them: what is chosen or typed so far.
package struct QuestionPage: Sendable, Hashable {
    /// What is asked.
    package let item: QuestionnaireItem
    /// Whether it is asked before the first pair.
    package let isBefore: Bool
    /// Its place among those of its questionnaire, from 0.
    package let place: Int
    /// The choice or point at which the marker stands, from 0; nil for none, since nothing is proposed.
    package private(set) var cursor: Int?
    /// The choices that are marked, of several.
    package private(set) var marked: Set<Int> = []
    /// What was typed, of a number or a text.
    package private(set) var typed = ""
    /// What is wrong with the answer, since Enter was pressed; nil for nothing.
    package private(set) var fault: Fault?

    /// What keeps an answer from being taken.
    package enum Fault: Sendable, Hashable {
        /// There is none, and one is required.
        case missing
        /// It is no number that is taken.
        case number
    }

    /// The page of `item`, with what was answered before.
    init(_ item: QuestionnaireItem, isBefore: Bool, place: Int, answer: AnswerValue?) {
        self.item = item
        self.isBefore = isBefore
        self.place = place
        switch answer {
        case .text(let text) where item.kind == .choice: cursor = item.options.firstIndex { $0.id == text }
        case .text(let text): typed = text
        case .number(let point) where item.kind == .scale: cursor = Int(point) - 1
        case .number(let number): typed = Int(exactly: number).map(String.init) ?? "\(number)"
        case .choices(let names):
            marked = Set(names.compactMap { name in item.options.firstIndex { $0.id == name } })
        case nil: break
        }
    }

    /// How many choices or points there are; 0 where an answer is typed.
    package var count: Int {
        switch item.kind {
        case .choice, .choices: item.options.count
        case .scale: item.points
        case .number, .text: 0
        }
    }

    /// Whether characters are typed as they are, also those that are keys elsewhere.
    var takesText: Bool { item.kind == .text }

    /// What a key does on the page.
    enum Outcome {
        /// Nothing is to be shown differently.
        case nothing
        /// The page changed.
        case changed
        /// The person answered; an empty list says that they skipped the question.
        case answered(AnswerValue)
        /// The person wants the question before this one.
        case back
    }

    /// Takes a key.
    mutating func press(_ key: Key) -> Outcome {
        if key == .left { return .back }
        if key == .enter { return enter() }
        let before = self
        fault = nil
        switch item.kind {
        case .choice, .scale: choose(key)
        case .choices:
            choose(key)
            if let cursor, isMark(key) { marked.formSymmetricDifference([cursor]) }
        case .number, .text: type(key)
        }
        return self == before ? .nothing : .changed
    }

    /// Whether the key marks one of several choices.
    private func isMark(_ key: Key) -> Bool {
        guard case .character(let character) = key else { return false }
        return character == " " || digit(character) != nil
    }

    private mutating func choose(_ key: Key) {
        switch key {
        case .up: cursor = max(0, (cursor ?? count) - 1)
        case .down: cursor = min(count - 1, (cursor ?? -1) + 1)
        case .character(let character): cursor = digit(character) ?? cursor
        case .backspace:
            cursor = nil
            marked = []
        default: break
        }
    }

    /// The choice that a digit names, from 0, where every choice has one.
    private func digit(_ character: Character) -> Int? {
        guard count <= 9, let digit = character.wholeNumberValue, (1...count).contains(digit) else { return nil }
        return digit - 1
    }

    private mutating func type(_ key: Key) {
        switch key {
        case .backspace: typed = String(typed.dropLast())
        case .character(let character):
            let most = item.kind == .text ? item.characters : 20
            guard typed.count < most, AnswerLimits.fault(in: String(character)) == nil else { return }
            if item.kind == .text {
                typed.append(character)
            } else if let digit = character.wholeNumberValue, (0...9).contains(digit) {
                typed += "\(digit)"
            } else if "-.,".contains(character) {
                typed.append(character == "," ? "." : character)
            }
        default: break
        }
    }

    private mutating func enter() -> Outcome {
        guard let answer else {
            guard item.isRequired else { return .answered(.choices([])) }
            fault = .missing
            return .changed
        }
        guard item.fault(in: answer) == nil else {
            fault = .number
            return .changed
        }
        return .answered(answer)
    }

    /// What is answered as the page stands; nil for nothing.
    private var answer: AnswerValue? {
        switch item.kind {
        case .choice: return cursor.map { .text(item.options[$0].id) }
        case .scale: return cursor.map { .number(Double($0 + 1)) }
        case .choices:
            let names = marked.sorted().map { item.options[$0].id }
            return names.isEmpty ? nil : .choices(names)
        case .text:
            let text = typed.drop(while: \.isWhitespace)
            return text.isEmpty ? nil : .text(String(text))
        case .number:
            if typed.isEmpty { return nil }
            // What is no number is none that is taken.
            return .number(Double(typed) ?? .nan)
        }
    }
}
