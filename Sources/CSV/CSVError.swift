/// Why a file cannot be read as CSV.
package struct CSVError: Error, Sendable, Hashable {
    /// The line that it is about, from 1.
    package let line: Int
    /// What is wrong there, and what was expected.
    package let reason: String
}
