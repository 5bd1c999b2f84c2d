/// Why nobody can be simulated: all that is wrong with the settings.
package struct SimulationError: Error, Hashable, CustomStringConvertible {
    /// What is wrong, a sentence part each, with the value and what was expected.
    package let findings: [String]

    /// The message.
    package var description: String { "nobody can be simulated: \(findings.joined(separator: "; "))." }
}
