import Foundation
import Reports

extension [String] {
    /// The names, for a sentence: “A, B, C”, or “none”; of very many the first, and how many more there are.
    package var list: String { isEmpty ? "none" : first(Self.mostNamed, separator: ", ") }

    /// The entries as lines of their own, indented; of very many the first, and how many more there are.
    package var lines: String { map { "  " + $0 }.first(Self.mostLines, separator: "\n") }

    private func first(_ most: Int, separator: String) -> String {
        let rest = count - most
        return rest > 1
            ? prefix(most).joined(separator: separator) + (separator == "\n" ? "\n  " : " ") + "and \(rest) more"
            : joined(separator: separator)
    }

    private static let mostNamed = 20
    private static let mostLines = 50
}

extension Double {
    /// A time in seconds, for a person: `42 s`, `3 min 05 s`, `2 h 07 min`.
    package var duration: String { NumberText.duration(seconds: self) }

    /// The number with so many decimals.
    package func decimals(_ count: Int) -> String { String(format: "%.\(count)f", self) }
}

extension Int {
    /// So many bytes, for a person: `12 kB`, `3.4 MB`, `27 GB`.
    package var bytes: String {
        var (value, units) = (Double(self) / 1000, ["kB", "MB", "GB", "TB", "PB", "EB"][...])
        while value >= 999.5, units.count > 1 {
            value /= 1000
            units = units.dropFirst()
        }
        return "\(value.decimals(value < 9.95 ? 1 : 0)) \(units[units.startIndex])"
    }
}
