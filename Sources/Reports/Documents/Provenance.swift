/// Where a report's votes come from.
package struct Provenance: Sendable, Hashable {
    /// The study's id; nil for a file of votes without a study.
    package var study: String?
    /// The file the votes were read from, where there is no study.
    package var votesFile: String?
    /// SHA-256 of the frozen plan in hexadecimal, where there is one.
    package var planHash: String?
    /// When the first of the votes that count was shown: ISO 8601.
    package var firstAnswer: String?
    /// When the last of the votes that count was shown: ISO 8601.
    package var lastAnswer: String?

    /// What is known of the votes' origin.
    package init(
        study: String? = nil, votesFile: String? = nil, planHash: String? = nil, firstAnswer: String? = nil,
        lastAnswer: String? = nil
    ) {
        self.study = study
        self.votesFile = votesFile
        self.planHash = planHash
        self.firstAnswer = firstAnswer
        self.lastAnswer = lastAnswer
    }
}
