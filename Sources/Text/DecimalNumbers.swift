/// Numbers as people and tables write them, in decimal digits with a minus or none: options of the command line and columns
/// of tables take no others. `Double` and `Int` read more than that: `0x1p4` is 16, `nan` and `inf` are
/// numbers, and `+5` is 5.
extension StringProtocol {
    /// The finite number that the text is in decimal digits, as `-0.7`, `12` or `1e+05`; nil for anything else.
    package var decimalNumber: Double? {
        guard utf8.allSatisfy({ 0x30...0x39 ~= $0 || "+-.eE".utf8.contains($0) }), utf8.first != UInt8(ascii: "+")
        else { return nil }
        return Double(String(self)).flatMap { $0.isFinite ? $0 : nil }
    }

    /// The whole number that the text is in decimal digits, perhaps with a minus; nil for anything else.
    package var wholeNumber: Int? {
        let digits = utf8.first == UInt8(ascii: "-") ? utf8.dropFirst() : utf8[...]
        return digits.allSatisfy({ 0x30...0x39 ~= $0 }) ? Int(String(self)) : nil
    }

    /// The seed that the text is in decimal digits; nil for anything else.
    package var seedNumber: UInt64? { utf8.allSatisfy { 0x30...0x39 ~= $0 } ? UInt64(String(self)) : nil }
}
