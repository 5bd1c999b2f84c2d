/// What is wrong with a line of a file that somebody gave.
package struct LineProblem: Error, Hashable, CustomStringConvertible {
    /// The line's number in the file, from 1.
    package let line: Int
    /// The column of a table by its name, where the problem is in one.
    package let column: String?
    /// What is wrong and what was expected.
    package let reason: String

    /// A problem.
    package init(line: Int, column: String? = nil, reason: String) {
        self.line = line
        self.column = column
        self.reason = reason
    }

    /// The message: line, column, reason.
    package var description: String {
        if let column { "line \(line), column \(column): \(reason)" } else { "line \(line): \(reason)" }
    }
}
