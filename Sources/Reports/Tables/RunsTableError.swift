/// What is wrong with a table of runs (`dotchi report VOTES.csv --runs RUNS.csv`).
package struct RunsTableError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file's name, for the message.
    package var file: String
    /// The line it stands on, from 1.
    package var line: Int
    /// What is wrong, and what was expected.
    package var problem: String

    /// File, line, problem.
    package var description: String { "\(file):\(line): \(problem)" }
}
