/// What an event says beside its kind: a text, a number, or the names of what was chosen. In files the JSON value of that kind.
package enum AnswerValue: Sendable, Hashable {
    /// A text: of a consent the SHA-256 of what was agreed to; of a language its tag; of a scheme `light` or `dark`.
    case text(String)
    /// A number.
    case number(Double)
    /// Names, in the order shown.
    case choices([String])

    /// The text, where it is one.
    package var text: String? {
        if case .text(let text) = self { text } else { nil }
    }
}

extension AnswerValue: Codable {
    /// Reads a text, a number or a list of texts.
    package init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else {
            self = .choices(try value.decode([String].self))
        }
    }

    /// Writes the same.
    package func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .text(let text): try value.encode(text)
        case .number(let number): try value.encode(number)
        case .choices(let names): try value.encode(names)
        }
    }
}

extension AnswerValue {
    /// What no front can have written; nil where it may stand. What a person may have written is not repeated in it.
    var fault: String? {
        switch self {
        case .text(let text): AnswerLimits.fault(in: text).map { "\"value\" \($0)" }
        case .number(let number): number.isFinite ? nil : "\"value\" is no number"
        case .choices(let names):
            names.count > AnswerLimits.choices
                ? "\"value\" has more than \(AnswerLimits.choices) names"
                : names.lazy.compactMap { AnswerLimits.fault(in: $0) }.first.map { "a name in \"value\" \($0)" }
        }
    }
}
