import Study
import Text

extension AnswerEvent {
    /// What in the event no front can have written; nil where it may stand.
    package var fault: String? {
        let numbers: [(String, Int?, ClosedRange<Int>)] = [
            ("t_ms", milliseconds, AnswerLimits.milliseconds), ("trial", trial, AnswerLimits.numbers),
            ("response_ms", responseMilliseconds, AnswerLimits.responseMilliseconds),
            ("shown_px", shownPixels, AnswerLimits.pixels), ("grade", grade, Grade.all),
        ]
        for (key, number, range) in numbers {
            guard let number, !range.contains(number) else { continue }
            return "\"\(key)\" is \(number), expected \(range.lowerBound) to \(range.upperBound)"
        }
        if let render, !render.isEmpty, !AnswerLimits.renders.contains(render) {
            return "\"render\" is \(shown(render)), expected \(AnswerLimits.renders.joined(separator: ", "))"
        }
        if let grade {
            guard kind == .vote || kind == .practice else { return "\"grade\" is given, but only a vote has one" }
            let side = Grade.choice(grade)
            if let choice, choice != side {
                return "\"choice\" is \(choice.rawValue), but \"grade\" is \(grade), which says \(side.rawValue)"
            }
        }
        if let question, let why = AnswerLimits.fault(in: question) { return "\"question\" \(why)" }
        return value?.fault
    }

    /// The event as it can be counted with, where a store holds one of before these limits: a number that cannot be is not
    /// known.
    package var withinLimits: AnswerEvent {
        var event = self
        if let time = responseMilliseconds, !AnswerLimits.responseMilliseconds.contains(time) {
            event.responseMilliseconds = nil
        }
        if let pixels = shownPixels, !AnswerLimits.pixels.contains(pixels) { event.shownPixels = nil }
        return event
    }

    /// A word that is none of the known ones, as messages show it.
    private func shown(_ word: String) -> String {
        AnswerLimits.fault(in: word).map { "a text that \($0)" } ?? quoted(word)
    }
}
