/// What is asked of a participant before the first pair.
package struct ConsentSettings: Sendable, Hashable {
    /// Whether a participant must agree.
    package var isRequired: Bool
    /// What the ethics board calls the text; nil where it has no name.
    package var version: String?

    /// Settings; a text without a name is agreed to.
    package init(isRequired: Bool = true, version: String? = nil) {
        self.isRequired = isRequired
        self.version = version
    }
}

extension ConsentSettings: ExpressibleByBooleanLiteral {
    /// Whether a participant must agree, to a text without a name.
    package init(booleanLiteral isRequired: Bool) { self.init(isRequired: isRequired) }
}

/// As plans have it: `true` or `false`, as they always had, or both keys where the text has a name.
extension ConsentSettings: Codable {
    private enum CodingKeys: String, CodingKey {
        case isRequired = "required"
        case version
    }

    /// Reads either form.
    package init(from decoder: any Decoder) throws {
        if let isRequired = try? decoder.singleValueContainer().decode(Bool.self) {
            self.init(isRequired: isRequired)
        } else {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                isRequired: try keys.decode(Bool.self, forKey: .isRequired),
                version: try keys.decodeIfPresent(String.self, forKey: .version))
        }
    }

    /// Writes the shortest form.
    package func encode(to encoder: any Encoder) throws {
        guard let version else {
            var plain = encoder.singleValueContainer()
            return try plain.encode(isRequired)
        }
        var keys = encoder.container(keyedBy: CodingKeys.self)
        try keys.encode(isRequired, forKey: .isRequired)
        try keys.encode(version, forKey: .version)
    }
}
