import Study
import Yams

extension ValueKind<Int> {
    /// A whole number.
    static func whole(_ range: ClosedRange<Int>) -> Self {
        Self(type: "whole number", range: range.inWords, words: { "\($0)" }) { node, place, reading in
            guard let scalar = node.scalar, scalar.style == .plain, isWhole(scalar.string) else {
                reading.findings.add(
                    at: place, "expected a whole number \(range.bounds), found \(node.inWords)" + numberAdvice(node))
                return nil
            }
            guard let value = Int(scalar.string), range.contains(value) else {
                let bound = Int(scalar.string) == nil && range.upperBound == .max ? " (and at most \(Int.max))" : ""
                reading.findings.add(
                    at: place, "expected a whole number \(range.bounds)\(bound), found \(scalar.string.prefix(40))")
                return nil
            }
            return value
        }
    }

    /// One of these whole numbers; `name` says what they have in common (`4 times a power of two`).
    static func one(of values: [Int], called name: String? = nil) -> Self {
        let list = values.map(String.init).inWords
        let found = "expected " + (name.map { "\($0): \(list);" } ?? "\(list),") + " found "
        return Self(type: "whole number", range: list, words: { "\($0)" }) { node, place, reading in
            guard let scalar = node.scalar, scalar.style == .plain, isWhole(scalar.string) else {
                reading.findings.add(at: place, found + node.inWords + numberAdvice(node))
                return nil
            }
            if let value = Int(scalar.string), values.contains(value) { return value }
            reading.findings.add(at: place, found + scalar.string.prefix(40))
            return nil
        }
    }
}

extension ValueKind<UInt64> {
    /// A seed of random numbers.
    static var seed: Self {
        let whole = ValueKind<Int>.whole(0...Int.max)
        return Self(type: whole.type, range: whole.range, words: { "\($0)" }) { node, place, reading in
            whole.read(node, place, reading).map(UInt64.init)
        }
    }
}

extension ValueKind<Double> {
    /// A number; `noun` says in messages what it is (`a share of people`), `example` shows one.
    static func number(_ range: NumberRange, _ noun: String = "a number", as example: String? = nil) -> Self {
        let found = "expected \(noun) \(range)" + (example.map { ", as \($0)" } ?? "") + ", found "
        return Self(type: "number", range: "\(range)", words: { "\($0)" }) { node, place, reading in
            guard let scalar = node.scalar, scalar.style == .plain, let value = decimal(scalar.string) else {
                reading.findings.add(at: place, found + node.inWords + numberAdvice(node))
                return nil
            }
            if range.contains(value) { return value }
            reading.findings.add(at: place, found + scalar.string)
            return nil
        }
    }
}

extension ClosedRange<Int> {
    /// `1 to 10`, `at least 0`
    var inWords: String { upperBound == .max ? "at least \(lowerBound)" : "\(lowerBound) to \(upperBound)" }

    /// `from 1 to 10`, `of at least 0`
    fileprivate var bounds: String { upperBound == .max ? "of \(inWords)" : "from \(inWords)" }
}

/// How a number that is none can be mended: quotes, separators, a point, another base.
private func numberAdvice(_ node: Node) -> String {
    guard let scalar = node.scalar else { return "" }
    if scalar.style != .plain { return decimal(scalar.string) == nil ? "" : "; remove the quotes" }
    let digits = scalar.string.filter { $0 != "," && $0 != "_" }
    if digits != scalar.string, isWhole(digits) { return "; write \(digits)" }
    if let value = decimal(scalar.string), let whole = Int(exactly: value) { return "; write \(whole)" }
    return ""
}

/// Decimal digits without separators, leading zeros or another base, as YAML 1.1 and 1.2 both read them.
private func isWhole(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    return !digits.isEmpty && digits.allSatisfy { ("0"..."9").contains($0) } && (digits == "0" || digits.first != "0")
}

/// The value of a decimal number like `0.0002`, `2e-4` or `1`; nil for any other text, `.nan` and `.inf` included.
private func decimal(_ text: String) -> Double? {
    guard text.allSatisfy({ ("0"..."9").contains($0) || "+-.eE".contains($0) }) else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
}
