import Answers
import CSV
import Foundation
import Study
package import StudyStore
import Votes

/// One row a session: when and where it was, what it comes to, and what people answered to questionnaires.
package struct SessionExport {
    private let study: OpenStudy

    /// The sessions of `study`.
    package init(_ study: OpenStudy) { self.study = study }

    /// Writes the table as CSV: first what every session has, then a column for each question of a plan (`before.ID`,
    /// `after.ID`), and with identities one for each parameter of the link that was kept (`link.NAME`), since these tell people
    /// apart as their ids do.
    ///
    /// Several choices stand in one cell with "; " between them. What was skipped, or not asked by the session's plan, is empty.
    /// Sessions that cannot be read are named, not written.
    ///
    /// - Throws: `StudyStoreError`; what `write` throws.
    package func csv(people: PeopleNames, write: ([UInt8]) throws -> Void) throws {
        let plans = try study.store.planSettings().map {
            (hash: $0.hash, questions: Self.questions($0.settings, people))
        }
        var columns: [String] = []
        for column in plans.flatMap(\.questions).map(\.column) where !columns.contains(column) {
            columns.append(column)
        }
        var table = CSVWriter()
        table.append(Self.head + columns)
        for (hash, questions) in plans {
            let rules = try rules(ofPlan: hash, people)
            let ids = Dictionary(questions.map { ($0.column, $0.id) }) { first, _ in first }
            for session in try study.store.namedSessions(ofPlan: hash, people: people) {
                let answers = columns.map { ids[$0].flatMap { session.record.answers[$0]?.inWords } ?? "" }
                table.append(Self.cells(session, rule: rules[session.session]) + answers)
                try write(table.take())
            }
        }
        try write(table.take())
    }

    private static let head = [
        "participant", "session", "plan", "seat", "front", "source", "language", "device", "screen", "started_at",
        "received_at", "trials", "votes", "complete", "excluded", "simulated", "consented", "consent_sha256",
    ]

    /// The questions of a plan, by their columns.
    private static func questions(
        _ survey: SurveySettings, _ people: PeopleNames
    ) -> [(column: String, id: String)] {
        let asked = survey.before.map { ("before.\($0.id)", $0.id) } + survey.after.map { ("after.\($0.id)", $0.id) }
        let kept = people == .identities ? survey.entry.keep.map { ("link.\($0)", "link.\($0)") } : []
        return asked + kept
    }

    /// The rule that leaves the votes of each session out, by the session's name, as exports of votes name it.
    private func rules(ofPlan plan: String, _ people: PeopleNames) throws -> [String: String] {
        var table = try study.votes(ofPlan: plan, people: people).table
        _ = table.exclude(study.study.analysis.exclusions)
        var rules: [String: String] = [:]
        for (session, rule) in zip(table.session, table.rule) {
            if let name = table.sessions[session], let rule = table.rules[rule] { rules[name] = rule }
        }
        return rules
    }

    private static func cells(_ session: NamedSession, rule: String?) -> [String] {
        let (record, header) = (session.record, session.record.header)
        return [
            session.participant ?? "", session.session, String(header.planHash.prefix(12)), "\(header.seat)",
            header.front, header.source, header.language, header.userAgentClass ?? "", header.screen ?? "",
            header.startedAt, record.receivedAt.map { $0.formatted(.iso8601) } ?? "", "\(record.trials)",
            "\(record.votes)", truth(record.isComplete), rule ?? record.excluded?.rawValue ?? "",
            truth(header.isSimulated), truth(record.hasConsent), record.consent ?? "",
        ]
    }

    /// As R and exports of votes write it.
    private static func truth(_ value: Bool) -> String { value ? "TRUE" : "FALSE" }
}
