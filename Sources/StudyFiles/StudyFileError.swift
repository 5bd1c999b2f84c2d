/// A study.yaml that cannot be used, with everything that is wrong with it.
package struct StudyFileError: Error, Sendable, Hashable {
    /// What is wrong, in the order of the file; at least one.
    package let findings: [Finding]

    /// The error of these findings.
    package init(_ findings: [Finding]) {
        precondition(!findings.isEmpty, "an error has at least one finding")
        self.findings = findings.sorted()
    }
}

extension StudyFileError: CustomStringConvertible {
    /// One line a finding.
    package var description: String { findings.map(\.description).joined(separator: "\n") }
}
