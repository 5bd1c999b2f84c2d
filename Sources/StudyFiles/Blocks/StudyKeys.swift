import Study
import Yams

/// The blocks of study.yaml, in the order of the file: later ones refer to earlier ones.
enum StudyKeys {
    /// Every block with its keys.
    static let blocks: [StudyBlock] = [
        StudyBlock(
            Key("study", \.identity, .block(IdentityKeys.table), "What the study is called."),
            example: IdentityKeys.example),
        StudyBlock(
            Key("dataset", \.dataset, .block(DatasetKeys.table), "Which photographs the networks learn from."),
            example: DatasetKeys.example),
        StudyBlock(
            Key(
                "networks", \.networks, .named(NetworkKeys.table, by: \.name),
                "The networks that are trained, each under a name by which methods refer to it."),
            example: NetworkKeys.example),
        StudyBlock(
            Key(
                "methods", \.methods, .named(MethodKeys.table, by: \.name),
                "The methods that are compared, each under a short name that participants never see."),
            example: MethodKeys.example),
        StudyBlock(
            Key(
                "conditions", \.conditions, .named(ConditionKeys.table, by: \.name),
                """
                Which methods meet, and at which point of their training; each pair of a condition's methods is asked \
                about.
                """
            ),
            example: ConditionKeys.example),
        StudyBlock(
            Key("pools", \.pools, .block(PoolKeys.table), "The images that each method gives under each condition."),
            example: PoolKeys.example),
        StudyBlock(
            Key("survey", \.survey, .block(SurveyKeys.table), "What a participant is shown and asked."),
            example: SurveyKeys.example),
        StudyBlock(
            Key(
                "analysis", \.analysis, .block(AnalysisKeys.table),
                "The analysis plan. `dotchi survey plan` freezes it; `analyze` and `report` name what was changed since."
            ),
            example: AnalysisKeys.example),
    ]

    /// A study without any block but its name.
    static let empty = Study(identity: StudyIdentity(id: "study"))

    /// The study of the document `root`; nil, or of no use, where there are findings.
    static func study(_ root: Node, findings: Findings) -> Study? {
        let reading = Reading(findings: findings)
        let top = Block(root, at: KeyPlace(), reading: reading)
        guard findings.all.isEmpty else { return nil }
        top.allow(blocks.map(\.key.name))
        var study = reading.study
        for block in blocks {
            block.key.read(top, &study)
            reading.study = study
        }
        return study
    }
}

/// One block of study.yaml.
struct StudyBlock: Sendable {
    /// The block as a key of the file.
    let key: Key<Study>
    /// A block for the page; those of all blocks together are a study.
    let example: String

    init(_ key: Key<Study>, example: String) {
        self.key = key
        self.example = example
    }
}
