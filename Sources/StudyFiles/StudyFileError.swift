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
    /// One line a finding; of very many the first, and how many more there are, which the file shows when those are mended.
    package var description: String {
        let rest = findings.count - Self.most
        let shown = rest > 1 ? findings.prefix(Self.most) : findings[...]
        return shown.map(\.description).joined(separator: "\n")
            + (rest > 1 ? "\nand \(rest) more; they are named when these are mended" : "")
    }

    private static let most = 50
}
