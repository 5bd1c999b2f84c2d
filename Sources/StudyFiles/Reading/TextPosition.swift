import Yams

/// A place in the text: line and column from 1, as editors count.
struct TextPosition {
    let line: Int
    let column: Int

    init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Where libyaml says that something stands.
    init(_ mark: Mark) {
        self.init(line: mark.line, column: mark.column)
    }

    /// The place right after `text`.
    init(after text: some StringProtocol) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        self.init(line: max(1, lines.count), column: (lines.last?.unicodeScalars.count ?? 0) + 1)
    }
}
