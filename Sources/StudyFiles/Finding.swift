/// One thing that is wrong with a study.yaml, and where.
package struct Finding: Sendable, Hashable {
    /// The file's name as messages show it.
    package var file: String
    /// Line, from 1.
    package var line: Int
    /// Column in characters, from 1.
    package var column: Int
    /// The path of keys to the value (`networks.faces64.epochs`, `conditions.equal-time.methods[1]`); empty for the
    /// whole file.
    package var key: String
    /// What is wrong, what was expected, what to do.
    package var message: String

    /// A finding.
    package init(file: String, line: Int, column: Int, key: String, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.key = key
        self.message = message
    }
}

extension Finding: CustomStringConvertible {
    /// `FILE:LINE:COLUMN: error: KEY: MESSAGE`, as compilers print it and editors understand it.
    package var description: String {
        "\(file):\(line):\(column): error: " + (key.isEmpty ? "" : "\(key): ") + message
    }
}

extension Finding: Comparable {
    /// Order of appearance in the file.
    package static func < (left: Finding, right: Finding) -> Bool {
        (left.line, left.column, left.key, left.message) < (right.line, right.column, right.key, right.message)
    }
}
