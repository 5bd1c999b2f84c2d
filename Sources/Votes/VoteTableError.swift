package import Answers
package import CSV

/// Why a file of votes cannot be used: everything that is wrong with it, up to a limit.
package struct VoteTableError: Error, Hashable, CustomStringConvertible {
    /// What is wrong, by line; at least one problem.
    package let problems: [LineProblem]
    /// Whether reading stopped at the limit, so that there may be more.
    package let isStopped: Bool
    /// What the file shows of its encoding, where it is not UTF-8.
    package let encoding: OtherEncoding?

    init(problems: [LineProblem], isStopped: Bool, encoding: OtherEncoding? = nil) {
        self.problems = problems
        self.isStopped = isStopped
        self.encoding = encoding
    }

    /// How many problems are looked for.
    package static let limit = 20

    /// The message: a problem a line.
    package var description: String { lines.joined(separator: "\n") }

    /// The message with the file's name before each line.
    package func description(of file: String) -> String {
        lines.map { "\(file): \($0)" }.joined(separator: "\n")
    }

    private var lines: [String] {
        problems.map(\.description) + (isStopped ? ["there may be more: reading stopped here"] : [])
            + (encoding.map { [$0.advice] } ?? [])
    }
}
