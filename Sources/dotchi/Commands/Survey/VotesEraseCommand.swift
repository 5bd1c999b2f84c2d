import Answers
import ArgumentParser
import Foundation
import Study
import StudyStore
import Text

/// `dotchi votes erase`: a person's wish to be forgotten.
struct VotesEraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erase all answers of a person from the study, for good.",
        discussion: """
            No byte of the answers and ids stays in study.sqlite; what stays is a hash of each session's id, by which \
            `votes import` refuses the same answers from then on. Answer files, exports and backups are not touched: those \
            in the study folder that name the person are listed, and reports there are marked as made before. Delete such \
            copies yourself. It takes time in proportion to all answers, about a second for 100,000 events, in which other \
            commands wait.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(
        help: ArgumentHelp(
            """
            The participant's id; or the session's, also its first 8 characters or more; or the name of the answer file \
            (dotchi-STUDY-SEAT-ID.jsonl).
            """, valueName: "person"))
    var person: String

    @Flag(help: "Erase all that is found where several persons or sessions fit.")
    var all = false

    func run() throws {
        let study = try OpenStudy(options)
        let search = PersonSearch(person)
        let erasure = try PersonErasure(search, in: study)
        guard !erasure.sessions.isEmpty else { throw try nobody(search, erasure.filesOfErased, in: study) }
        guard all || erasure.subjects == 1 else {
            throw Failure(
                .usage,
                """
                “\(search.text.visibleLine)” fits \(erasure.subjects) people or sessions; nothing was changed. \
                Give one session's id, or --all to erase all of them:
                \(erasure.sessions.map(\.description).lines)
                """)
        }
        let (erased, log) = try erasure.erase()
        try Console.result("sessions \(erased.sessions), events \(erased.events), votes \(erased.votes)")
        if erased.sessions < erasure.sessions.count {
            let unknown = erasure.sessions.count - erased.sessions
            Console.say(
                "note: \(unknown.counted("session")) of answer files in the study folder \(unknown.word("was", "were")) "
                    + "never imported, and will be refused.")
        }
        if erasure.others > 0 {
            Console.say(
                "note: \(erasure.others.counted("other session")) of the same participant stay; give the participant's id "
                    + "to erase those too.")
        }
        for remark in erasure.remains() { Console.say("note: \(remark)") }
        if let log {
            throw Failure(
                .ioError,
                """
                the answers are erased, but the log beside study.sqlite still holds them: \(log). Then any command that \
                opens the study for writing, as this one, empties the log.
                """)
        }
    }

    /// Why nobody was erased. What an erasure that was interrupted may have left in the log goes all the same.
    private func nobody(_ search: PersonSearch, _ files: [String], in study: OpenStudy) throws -> Failure {
        try study.store.truncateLog()
        if !files.isEmpty {
            return Failure(
                .noInput,
                """
                the answers of “\(search.text.visibleLine)” were erased already, and nothing was changed. These files still \
                hold them, and are refused by `dotchi votes import`; delete them:
                \(FolderListing(files))
                """)
        }
        if let time = try study.store.erasure(ofSession: search.text) {
            return Failure(
                .noInput,
                "session \(search.text.visibleLine) was erased already, on \(time.formatted(.iso8601)); nothing of it is in the "
                    + "study."
            )
        }
        let hint =
            search.isTooShort
            ? " A session is found by the first \(PersonSearch.shortest) characters of its id or more." : ""
        return Failure(
            .noInput, "no answers of “\(search.text.visibleLine)” in this study; nothing was changed.\(hint)")
    }
}
