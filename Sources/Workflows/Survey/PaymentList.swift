import Answers
import CSV
import Foundation
import Study
import StudyStore
import Text

/// Whom to pay, and for what outcome: one row a session of a person, with the ids by which services pay.
///
/// Ruined copies, speed and other rules of the analysis never decide on payment; who finished is paid, and who could not be shown
/// enough, which is no fault of theirs. Several sessions of one participant are paid once.
package struct PaymentList {
    private let study: OpenStudy

    /// The list of `study`.
    package init(_ study: OpenStudy) { self.study = study }

    /// Writes the list as CSV, in the order in which sessions arrived.
    ///
    /// Simulated sessions and those that cannot be read are counted in notes, not written; so are people who were screened out, of
    /// whom nothing is kept.
    ///
    /// - Throws: `StudyStoreError`; what `write` throws.
    package func csv(write: ([UInt8]) throws -> Void) throws {
        let plans = try study.store.planSettings()
        var kept: [String] = []
        for name in plans.flatMap(\.settings.entry.keep) where !kept.contains(name) { kept.append(name) }
        var table = CSVWriter()
        table.append(Self.head + kept.map { "link.\($0)" })
        var (paid, simulated, screenedOut) = (Set<String>(), 0, 0)
        for (hash, survey) in plans {
            _ = try study.votes(ofPlan: hash)
            var seats: [Int: Seat] = [:]
            for refusal in try study.store.refusals(ofPlan: hash) where refusal.reason != AnswerEvent.declinedReason {
                screenedOut += refusal.people
            }
            for record in try study.store.namedSessions(ofPlan: hash, people: .identities).map(\.record) {
                let header = record.header
                guard !header.isSimulated else {
                    simulated += 1
                    continue
                }
                guard let answers = try study.store.answers(ofSession: header.session),
                    let seat = try seats[header.seat] ?? study.store.seat(header.seat, ofPlan: hash)
                else { continue }
                seats[header.seat] = seat
                let outcome = answers.outcome(on: seat, of: survey)
                let isEarned = outcome == .finished || outcome == .technical
                let pays = isEarned && paid.insert(header.participant ?? header.session).inserted
                table.append(
                    [
                        header.participant ?? "", header.session, String(hash.prefix(12)), header.front, header.source,
                        header.startedAt, outcome.rawValue, "\(record.votes)", "\(record.trials)",
                        pays ? "TRUE" : "FALSE", pays || !isEarned ? "" : "paid_for_another_session",
                    ] + kept.map { record.answers["link.\($0)"]?.inWords ?? "" })
                try write(table.take())
            }
        }
        try write(table.take())
        if simulated > 0 {
            study.reporter.note("\(simulated.counted("simulated session is", "simulated sessions are")) not listed.")
        }
        if screenedOut > 0 {
            study.reporter.note(
                "\(screenedOut.counted("person was", "people were")) screened out; nothing of them is kept here, and whoever "
                    + "recruits knows them by the code of that exit.")
        }
    }

    private static let head = [
        "participant", "session", "plan", "front", "source", "started_at", "outcome", "answered", "trials", "pay",
        "why_not",
    ]
}
