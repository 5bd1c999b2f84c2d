import Yams

extension Block {
    /// The whole number under `key`.
    func integer(_ key: String, in range: ClosedRange<Int>, default standard: Int) -> Int {
        guard let node = self[key] else { return standard }
        return integer(node, in: range, at: place.key(key)) ?? standard
    }

    /// The seed under `key`.
    func seed(_ key: String, default standard: UInt64) -> UInt64 {
        UInt64(integer(key, in: 0...Int.max, default: Int(standard)))
    }

    /// The number under `key`, where `accepts` it; `expected` says in words what is accepted.
    func number(
        _ key: String, expected: String, default standard: Double, where accepts: (Double) -> Bool
    ) -> Double {
        guard let node = self[key] else { return standard }
        guard let scalar = node.scalar, scalar.style == .plain, let value = Self.decimal(scalar.string) else {
            fault(key, "expected \(expected), found \(node.inWords)" + Self.numberAdvice(node))
            return standard
        }
        guard accepts(value) else {
            fault(key, "expected \(expected), found \(scalar.string)")
            return standard
        }
        return value
    }

    /// The truth value under `key`: `true` or `false`, and none of YAML 1.1's other words for them.
    func flag(_ key: String, default standard: Bool) -> Bool {
        guard let node = self[key] else { return standard }
        switch node.scalar.map({ ($0.style, $0.string) }) {
        case (.plain, "true")?: return true
        case (.plain, "false")?: return false
        default:
            let meant = node.isTagged(.bool) ? node.bool.map { "; write \($0)" } ?? "" : ""
            fault(key, "expected true or false, found \(node.inWords)\(meant)")
            return standard
        }
    }

    /// The text under `key`, not empty.
    func text(_ key: String, default standard: String) -> String {
        guard let node = self[key] else { return standard }
        return text(node, at: place.key(key)) ?? standard
    }

    /// One of the words of `Words` under `key`.
    func word<Words: RawRepresentable<String> & CaseIterable>(_ key: String, default standard: Words) -> Words {
        guard let node = self[key] else { return standard }
        return word(node, at: place.key(key)) ?? standard
    }

    /// The text of `node`, not empty; nil with a finding where it is none.
    func text(_ node: Node, at place: KeyPlace) -> String? {
        guard let scalar = node.scalar, node.isText else {
            let advice = node.scalar != nil && !node.isNull ? "; put it in quotes" : ""
            findings.add(at: place, "expected text, found \(node.inWords)\(advice)")
            return nil
        }
        guard !scalar.string.allSatisfy(\.isWhitespace) else {
            findings.add(at: place, "expected text, found an empty one")
            return nil
        }
        return scalar.string
    }

    /// The word that `node` is; nil with a finding where it is none of `Words`.
    func word<Words: RawRepresentable<String> & CaseIterable>(_ node: Node, at place: KeyPlace) -> Words? {
        let words = Words.allCases.map(\.rawValue)
        if let text = node.scalar?.string, let word = Words(rawValue: text) { return word }
        let hint = node.isText ? Spelling.hint(node.scalar?.string ?? "", among: words) : ""
        findings.add(at: place, "expected \(words.inWords), found \(node.inWords)\(hint)")
        return nil
    }

    /// The whole number of `node`; nil with a finding where it is none.
    func integer(_ node: Node, in range: ClosedRange<Int>, at place: KeyPlace) -> Int? {
        let expected =
            range.upperBound == .max
            ? "a whole number of at least \(range.lowerBound)"
            : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        guard let scalar = node.scalar, scalar.style == .plain, Self.isWhole(scalar.string) else {
            findings.add(at: place, "expected \(expected), found \(node.inWords)" + Self.numberAdvice(node))
            return nil
        }
        guard let value = Int(scalar.string), range.contains(value) else {
            let bound = Int(scalar.string) == nil && range.upperBound == .max ? " (and at most \(Int.max))" : ""
            findings.add(at: place, "expected \(expected)\(bound), found \(scalar.string.prefix(40))")
            return nil
        }
        return value
    }

    /// How a number that is none can be mended: quotes, separators, a point, another base.
    private static func numberAdvice(_ node: Node) -> String {
        guard let scalar = node.scalar else { return "" }
        if scalar.style != .plain { return decimal(scalar.string) == nil ? "" : "; remove the quotes" }
        let digits = scalar.string.filter { $0 != "," && $0 != "_" }
        if digits != scalar.string, isWhole(digits) { return "; write \(digits)" }
        if let value = decimal(scalar.string), let whole = Int(exactly: value) { return "; write \(whole)" }
        return ""
    }

    /// Decimal digits without separators, leading zeros or another base, as YAML 1.1 and 1.2 both read them.
    private static func isWhole(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        return !digits.isEmpty && digits.allSatisfy { ("0"..."9").contains($0) }
            && (digits == "0" || digits.first != "0")
    }

    /// The value of a decimal number like `0.0002`, `2e-4` or `1`; nil for any other text, `.nan` and `.inf` included.
    private static func decimal(_ text: String) -> Double? {
        guard text.allSatisfy({ ("0"..."9").contains($0) || "+-.eE".contains($0) }) else { return nil }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
}

extension [String] {
    /// `a, b or c`
    var inWords: String {
        count < 2 ? first ?? "nothing" : dropLast().joined(separator: ", ") + " or \(self[count - 1])"
    }
}
