/// A question about the person, asked before the first pair or after the last.
package struct QuestionnaireItem: Sendable, Hashable {
    /// Its name in answers and tables, unique in the study.
    package var id: String
    /// What is asked, in each language offered.
    package var text: [Language: String]
    /// Whether nobody goes on without an answer.
    package var isRequired: Bool
    /// What an answer is.
    package var kind: Kind
    /// What can be chosen, of ``Kind/choice`` and ``Kind/choices``, in the order shown.
    package var options: [Option]
    /// The least that is taken, of ``Kind/number``.
    package var least: Double
    /// The most that is taken, of ``Kind/number``.
    package var most: Double
    /// Whether only whole numbers are taken, of ``Kind/number``.
    package var isWhole: Bool
    /// How many characters are taken, of ``Kind/text``.
    package var characters: Int
    /// How many points there are, numbered from 1, of ``Kind/scale``.
    package var points: Int
    /// What stands at the first point, of ``Kind/scale``; none where the study says nothing.
    package var low: [Language: String]
    /// What stands at the last point, of ``Kind/scale``.
    package var high: [Language: String]

    /// What an answer is.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// One of the options.
        case choice
        /// Any of the options, at least one.
        case choices
        /// A number.
        case number
        /// A short text.
        case text
        /// A point of a scale.
        case scale
    }

    /// One thing that can be chosen.
    package struct Option: Sendable, Codable, Hashable {
        /// Its name in answers and tables.
        package var id: String
        /// What participants read, in each language offered.
        package var text: [Language: String]

        /// An option.
        package init(id: String, text: [Language: String] = [:]) {
            self.id = id
            self.text = text
        }
    }

    /// A question; what belongs to other kinds is of no use.
    package init(
        id: String, text: [Language: String] = [:], isRequired: Bool = false, kind: Kind, options: [Option] = [],
        least: Double = 0, most: Double = 0, isWhole: Bool = true, characters: Int = 200, points: Int = 7,
        low: [Language: String] = [:], high: [Language: String] = [:]
    ) {
        self.id = id
        self.text = text
        self.isRequired = isRequired
        self.kind = kind
        self.options = options
        self.least = least
        self.most = most
        self.isWhole = isWhole
        self.characters = characters
        self.points = points
        self.low = low
        self.high = high
    }
}

/// As plans have it: what its kind needs.
extension QuestionnaireItem: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, text, kind, options, characters, points, low, high
        case isRequired = "required"
        case least = "min"
        case most = "max"
        case isWhole = "whole"
    }

    /// Reads a question of any kind.
    package init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        func value<Value: Decodable>(_ key: CodingKeys, _ standard: Value) throws -> Value {
            try keys.decodeIfPresent(Value.self, forKey: key) ?? standard
        }
        self.init(
            id: try keys.decode(String.self, forKey: .id), text: try value(.text, [:]),
            isRequired: try value(.isRequired, false), kind: try keys.decode(Kind.self, forKey: .kind),
            options: try value(.options, []), least: try value(.least, 0), most: try value(.most, 0),
            isWhole: try value(.isWhole, true), characters: try value(.characters, 200),
            points: try value(.points, 7), low: try value(.low, [:]), high: try value(.high, [:]))
    }

    /// Writes what its kind needs.
    package func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: CodingKeys.self)
        try keys.encode(id, forKey: .id)
        try keys.encode(text, forKey: .text)
        try keys.encode(isRequired, forKey: .isRequired)
        try keys.encode(kind, forKey: .kind)
        switch kind {
        case .choice, .choices: try keys.encode(options, forKey: .options)
        case .number:
            try keys.encode(least, forKey: .least)
            try keys.encode(most, forKey: .most)
            try keys.encode(isWhole, forKey: .isWhole)
        case .text: try keys.encode(characters, forKey: .characters)
        case .scale:
            try keys.encode(points, forKey: .points)
            try keys.encode(low, forKey: .low)
            try keys.encode(high, forKey: .high)
        }
    }
}
