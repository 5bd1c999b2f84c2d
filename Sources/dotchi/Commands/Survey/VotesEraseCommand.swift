import ArgumentParser
import StudyStore
import Workflows

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
            (dotchi-STUDY-SEAT-ID.jsonl); or the code that the page gave at the end.
            """, valueName: "person"))
    var person: String

    @Flag(help: "Erase all that is found where several persons or sessions fit.")
    var all = false

    func run() throws {
        try PersonErasure.run(of: person, all: all, in: OpenStudy(options)) { erased in
            try Console.result("sessions \(erased.sessions), events \(erased.events), votes \(erased.votes)")
        }
    }
}
