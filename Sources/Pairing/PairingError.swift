/// Why a study cannot be planned: all that is in the way.
package struct PairingError: Error, Hashable, CustomStringConvertible {
    /// What is wrong, a sentence part each, with the value and what was expected.
    package let findings: [String]

    /// The message.
    package var description: String { "no plan can be made: \(findings.joined(separator: "; "))." }
}
