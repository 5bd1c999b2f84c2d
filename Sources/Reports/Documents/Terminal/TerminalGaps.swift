import Analysis
import Preference

/// What cannot be estimated, and why, each named once.
struct TerminalGaps {
    private var gaps: [String] = []

    /// What is estimated as text; a dash where it does not exist, which is noted.
    mutating func cell<Value>(
        _ estimate: Result<Value, Missing>, _ name: String, _ text: (Value) -> String
    ) -> String {
        switch estimate {
        case .success(let value): return text(value)
        case .failure(let missing):
            note(name, missing)
            return NumberText.none
        }
    }

    /// The same of what the statistics themselves leave undefined.
    mutating func cell<Value>(
        _ estimate: Estimate<Value>, _ name: String, _ text: (Value) -> String
    ) -> String {
        cell(estimate.mapError(Missing.init), name, text)
    }

    /// Notes that something does not exist.
    mutating func note(_ name: String, _ missing: Missing) {
        let gap = "\(name) (\(Wording.english.why(missing)))"
        if !gaps.contains(gap) { gaps.append(gap) }
    }

    /// One sentence on all; none where nothing is missing.
    var lines: [String] {
        let rest = gaps.count - Self.most
        let shown = rest > 1 ? gaps.prefix(Self.most) : gaps[...]
        let more = rest > 1 ? "; and \(rest) more, each with its reason in --json" : ""
        return gaps.isEmpty ? [] : PlainText.wrapped("Not estimated: \(shown.joined(separator: "; "))\(more).")
    }

    private static let most = 20
}

extension PlainText {
    /// A sentence in lines of at most ``TerminalReport/width`` columns where its words are not longer; further lines are
    /// indented.
    static func wrapped(_ sentence: String) -> [String] {
        var lines: [String] = []
        for word in oneLine(sentence).split(separator: " ") {
            if let line = lines.last, width(line) + 1 + width(String(word)) <= TerminalReport.width {
                lines[lines.count - 1] = "\(line) \(word)"
            } else {
                lines.append(lines.isEmpty ? String(word) : "  \(word)")
            }
        }
        return lines
    }
}
