import Answers
import CSV
import Foundation
import Study
package import StudyStore

/// One row a session: when and where it was, what it comes to, and what people answered to questionnaires.
package struct SessionExport {
    private let study: OpenStudy

    /// The sessions of `study`.
    package init(_ study: OpenStudy) { self.study = study }

    /// Writes the table as CSV: first what every session has, then a column for each parameter of the link that was kept
    /// (`link.NAME`), then one for each question of a plan (`before.ID`, `after.ID`).
    ///
    /// Several choices stand in one cell with "; " between them. What was skipped is empty.
    ///
    /// - Throws: `StudyStoreError`; what `write` throws.
    package func csv(people: PeopleNames, write: ([UInt8]) throws -> Void) throws {
        let sessions = try study.store.namedSessions(people: people)
        var questions: [(column: String, id: String)] = []
        for survey in try study.store.planSettings() {
            let asked =
                survey.entry.keep.map { ("link.\($0)", "link.\($0)") }
                + survey.before.map { ("before.\($0.id)", $0.id) }
                + survey.after.map { ("after.\($0.id)", $0.id) }
            for question in asked where !questions.contains(where: { $0.column == question.0 }) {
                questions.append((question.0, question.1))
            }
        }
        let head = [
            "participant", "session", "plan", "seat", "front", "source", "language", "device", "screen", "started_at",
            "received_at", "trials", "votes", "complete", "excluded", "simulated",
        ]
        var table = CSVWriter()
        table.append(head + questions.map(\.column))
        for session in sessions {
            table.append(Self.cells(session) + questions.map { Self.cell(session, $0.id) })
            try write(table.take())
        }
        try write(table.take())
    }

    private static func cells(_ session: NamedSession) -> [String] {
        let (record, header) = (session.record, session.record.header)
        return [
            session.participant ?? "", session.session, String(header.planHash.prefix(12)), "\(header.seat)",
            header.front,
            header.source, header.language, header.userAgentClass ?? "", header.screen ?? "", header.startedAt,
            record.receivedAt.map { $0.formatted(.iso8601) } ?? "", "\(record.trials)", "\(record.votes)",
            "\(record.isComplete)", record.excluded?.rawValue ?? "", "\(header.isSimulated)",
        ]
    }

    private static func cell(_ session: NamedSession, _ question: String) -> String {
        session.record.answers[question]?.inWords ?? ""
    }
}
