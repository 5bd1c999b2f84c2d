import Yams

extension Node {
    /// Where this stands in the text.
    var position: TextPosition? { mark.map(TextPosition.init) }

    /// Whether nothing stands here (`~`, `null` or no text at all).
    var isNull: Bool { scalar != nil && isTagged(.null) }

    /// Whether this is text to YAML, and not a number, a truth value or nothing.
    var isText: Bool { scalar != nil && ![Tag.Name.null, .bool, .int, .float].contains(where: isTagged) }

    /// What stands here, for `expected ..., found ...`.
    var inWords: String {
        switch self {
        case .mapping: "keys with values"
        case .sequence: "a list"
        case .alias: "an alias"
        case .scalar(let scalar):
            if isNull {
                "nothing"
            } else if isTagged(.bool) {
                "the truth value \(scalar.string)"
            } else if isText {
                "the text \"\(Self.short(scalar.string))\""
            } else {
                "the number \(Self.short(scalar.string))"
            }
        }
    }

    /// Whether YAML 1.1 takes what stands here for a `name`.
    func isTagged(_ name: Tag.Name) -> Bool { tag.rawValue == name.rawValue }

    private static func short(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return line.count <= 40 && line.count == text.count ? line : line.prefix(40) + "..."
    }
}
