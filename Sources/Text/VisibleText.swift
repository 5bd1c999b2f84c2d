extension StringProtocol {
    /// The text with every character shown that would steer a terminal, turn the direction of reading or hide: an escape is
    /// `\u{1B}`, a right-to-left override `\u{202E}`. Line feeds and tabs stay. What is safe comes back as it is.
    package var visible: String { shown(keepingLines: true) }

    /// The same on one line, for a name: line feeds, carriage returns and tabs are `\n`, `\r` and `\t`.
    package var visibleLine: String { shown(keepingLines: false) }

    private func shown(keepingLines: Bool) -> String {
        func isKept(_ scalar: Unicode.Scalar) -> Bool { keepingLines && (scalar == "\n" || scalar == "\t") }
        let isPlain = utf8.allSatisfy { 0x20..<0x7F ~= $0 || (keepingLines && ($0 == 0x0A || $0 == 0x09)) }
        if isPlain { return String(self) }
        var text = String.UnicodeScalarView()
        var before: Unicode.Scalar = " "
        for scalar in unicodeScalars {
            if isKept(scalar) || !(scalar.steers || scalar.hides(after: before)) {
                text.append(scalar)
            } else {
                text.append(contentsOf: scalar.name.unicodeScalars)
            }
            before = scalar
        }
        return String(text)
    }
}

extension Unicode.Scalar {
    /// Whether it moves what is written after it, instead of being seen: controls (C0, DEL, C1), line and paragraph
    /// separators, and the marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX 9). None is above
    /// U+FFFF.
    package var steers: Bool {
        switch value {
        case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default:
            switch properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
    }

    /// Whether nothing is seen of it, so that two different texts look alike. Joiners belong to words of many scripts and to
    /// emoji, and tags to flags, but not after a letter of ASCII; variation selectors choose between two forms.
    fileprivate func hides(after before: Unicode.Scalar) -> Bool {
        switch value {
        case 0x200C, 0x200D: before.isASCII
        case 0xE0020...0xE007F: !(before.value == 0x1F3F4 || 0xE0020...0xE007F ~= before.value)
        case 0xFFF9...0xFFFB: true
        default: properties.isDefaultIgnorableCodePoint && !properties.isVariationSelector
        }
    }

    fileprivate var name: String {
        switch self {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{\(String(value, radix: 16, uppercase: true))}"
        }
    }
}
