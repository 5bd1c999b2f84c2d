import Answers
import Foundation
import Study
package import StudyStore
import Text
import Votes

extension PersonErasure {
    /// Erases all answers of a person from `study`, for good; the reporter hears what that does not reach.
    ///
    /// - Parameters:
    ///   - person: the id of a participant or of a session, also how that begins, or the name of an answer file.
    ///   - isAll: whether all that is found is erased where several people or sessions fit.
    ///   - erased: called with what was erased, before what remains is looked for.
    /// - Throws: ``Failure`` where nobody or several fit, or the log still holds the answers; `StudyStoreError`.
    package static func run(
        of person: String, all isAll: Bool, in study: OpenStudy, erased: (ErasedAnswers) throws -> Void
    ) throws {
        let reporter = study.reporter
        let search = PersonSearch(person)
        let erasure = try PersonErasure(search, in: study)
        guard !erasure.sessions.isEmpty else { throw try nobody(search, erasure.filesOfErased, in: study) }
        guard isAll || erasure.subjects == 1 else {
            throw Failure(
                .usage,
                """
                “\(search.text.visibleLine)” fits \(erasure.subjects) people or sessions; nothing was changed. \
                Give one session's id, or --all to erase all of them:
                \(erasure.sessions.map(\.description).lines)
                """)
        }
        let (answers, log) = try erasure.erase()
        try erased(answers)
        if answers.sessions < erasure.sessions.count {
            let unknown = erasure.sessions.count - answers.sessions
            reporter.note(
                "\(unknown.counted("session")) of answer files in the study folder \(unknown.word("was", "were")) "
                    + "never imported, and will be refused.")
        }
        if erasure.others > 0 {
            reporter.note(
                "\(erasure.others.counted("other session")) of the same participant stay; give the participant's id "
                    + "to erase those too.")
        }
        for remark in erasure.remains() { reporter.note(remark) }
        if let log {
            throw Failure(
                .ioError,
                """
                no command finds the answers any more, but their bytes are still in study.sqlite or in the log beside it, and \
                stay as long as another program reads what was there before: \(log). Then give the same command again: it \
                overwrites them, and then says that it finds nobody.
                """)
        }
    }

    /// Why nobody was erased. What an erasure that was interrupted may have left in the log goes all the same.
    private static func nobody(_ search: PersonSearch, _ files: [String], in study: OpenStudy) throws -> Failure {
        let hadLog: Bool
        do {
            hadLog = try study.store.truncateLog()
        } catch let error as StudyStoreError {
            return Failure(
                .ioError,
                """
                no answers of “\(search.text.visibleLine)” are in the study. But bytes of what was erased before may still be \
                in study.sqlite or in the log beside it: \(error). Then give the same command again.
                """)
        }
        let change =
            hadLog
            ? "the log beside study.sqlite is emptied, so that no byte of what was erased before is left, and nothing else was changed"
            : "nothing was changed"
        if !files.isEmpty {
            return Failure(
                .noInput,
                """
                the answers of “\(search.text.visibleLine)” were erased already; \(change). These files still \
                hold them, and are refused by `dotchi votes import`; delete them:
                \(FolderListing(files))
                """)
        }
        if let time = try study.store.erasure(ofSession: search.text) {
            return Failure(
                .noInput,
                "session \(search.text.visibleLine) was erased already, on \(time.formatted(.iso8601)); nothing of it is in the "
                    + "study, and \(change)."
            )
        }
        let hint =
            search.isTooShort
            ? " A session is found by the first \(PersonSearch.shortest) characters of its id or more."
            : VoteTable.isPseudonym(search.text)
                ? " It is a pseudonym, as exports and reports have them; `dotchi votes export --identities` shows the id behind it."
                : ""
        return Failure(
            .noInput, "no answers of “\(search.text.visibleLine)” in this study; \(change).\(hint)")
    }
}
