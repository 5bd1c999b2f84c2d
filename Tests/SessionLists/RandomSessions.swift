package import Answers
import Study

/// Lists of events that no front would write, to see that everybody takes them together in the same way: many at one time,
/// trials that do not exist, undos with and without names, finishes anywhere.
package enum RandomSessions {
    /// Up to 24 events in a seat of four trials, with one pair to practise on or none, in a random order, some of them twice.
    ///
    /// - Parameter questions: the questions that votes and undos name, nil for none; one more that no plan has is among them.
    package static func events(
        using random: inout some RandomNumberGenerator, questions: [String?] = [nil]
    ) -> [AnswerEvent] {
        let kinds: [AnswerEvent.Kind] = [
            .vote, .vote, .vote, .vote, .vote, .undo, .undo, .shown, .imageFailed, .timeout, .finish, .finish, .blur,
            .practice,
        ]
        let latest = [6, 20, 1000].randomElement(using: &random) ?? 20
        var events = (0..<Int.random(in: 0...24, using: &random)).map { number in
            let kind = kinds.randomElement(using: &random) ?? .vote
            let isNameless = kind == .finish || kind == .undo && Bool.random(using: &random)
            // Mostly trials of the seat, now and then one that it does not have.
            let trial = [1, 2, 3, 4, 1, 2, 3, 4, 5].randomElement(using: &random)
            let names = kind == .vote || kind == .undo && !questions.contains(nil)
            return AnswerEvent(
                id: id(number, using: &random), milliseconds: Int.random(in: 0...latest, using: &random), kind: kind,
                trial: isNameless ? nil : trial,
                choice: kind == .vote ? Choice.allCases.randomElement(using: &random) : nil,
                question: names ? questions.randomElement(using: &random) ?? nil : nil)
        }
        events += events.filter { _ in Int.random(in: 0..<8, using: &random) == 0 }
        return events.shuffled(using: &random)
    }

    /// A UUID of its own for each number, in no order.
    private static func id(_ number: Int, using random: inout some RandomNumberGenerator) -> String {
        func hexadecimal(_ value: UInt64, digits: Int) -> String {
            let text = String(value, radix: 16)
            return String(repeating: "0", count: digits - text.count) + text
        }
        let word = hexadecimal(UInt64.random(in: 0..<1 << 32, using: &random), digits: 8)
        return "\(word)-0000-4000-8000-\(hexadecimal(UInt64(number), digits: 12))"
    }
}
