import Study

/// One reading of a study.yaml: what was found, and the study so far.
final class Reading {
    /// What was found so far.
    let findings: Findings
    /// The blocks that were read before, to which later ones refer; a value is to be used only where its place is sound.
    var study = StudyKeys.empty

    init(findings: Findings) {
        self.findings = findings
    }
}
