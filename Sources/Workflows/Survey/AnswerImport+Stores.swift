import Answers
import Foundation
import Study
import StudyStore
import Text

extension AnswerImport {
    /// Takes what people answered out of the store of another collector of the same plans: sessions with the times at which they
    /// arrived there, who was erased, and who did not take part. Both come to the same, whichever is taken into the other, in
    /// whatever order and however often.
    ///
    /// - Throws: ``Failure`` where it is this study's own store; `StudyStoreError` where it is none.
    mutating func take(storeAt file: URL, into study: OpenStudy) throws {
        guard file.resolvingSymlinksInPath().path != study.store.file.resolvingSymlinksInPath().path else {
            throw Failure(.usage, "\(file.path) is this study's own store; name that of another collector.")
        }
        let other = try StudyStore(at: file, readOnly: true)
        let erased = try study.store.takeRemovals(from: other)
        if erased > 0 {
            note(
                "\(file.path): \(erased.counted("session")) \(erased.word("was", "were")) erased there, and now here too"
            )
        }
        for session in try other.unreadableSessions() { refuse("\(file.path): \(session)") }
        for plan in try other.planSettings().map(\.hash) {
            var (gone, elsewhere) = (0, 0)
            for record in try other.sessions(ofPlan: plan) {
                guard try study.store.erasure(ofSession: record.header.session) == nil else {
                    gone += 1
                    continue
                }
                guard try study.store.outline(ofPlan: plan) != nil else {
                    elsewhere += 1
                    continue
                }
                guard let answers = try other.answers(ofSession: record.header.session) else { continue }
                try take(
                    HandedAnswers(
                        header: answers.header, events: answers.events, source: record.importedFrom,
                        isSimulated: record.header.isSimulated, receivedAt: record.receivedAt), name: file.path)
            }
            if gone > 0 {
                note("\(file.path): \(gone.counted("session")) that \(gone.word("was", "were")) erased here stay out")
            }
            if elsewhere > 0 {
                refuse(
                    "\(file.path): \(elsewhere.counted("session")) of plan \(plan.prefix(12)), which this study does not have; "
                        + "collectors of one study have copies of one study.sqlite")
            }
        }
    }
}
