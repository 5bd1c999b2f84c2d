import ArgumentParser
import StudyStore

/// `dotchi votes erase`: a person's wish to be forgotten.
struct VotesEraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erase all answers of a person from the study, for good.",
        discussion: "Answer files that were imported, and exports, are not touched; delete those yourself.")

    @OptionGroup var options: StudyOptions

    @Argument(help: "The participant's id, or the session's where a person gave none.")
    var participant: String

    func run() throws {
        let study = try OpenStudy(options)
        let erased = try study.store.erase(participant)
        guard erased.sessions > 0 else {
            throw Failure(.noInput, "no answers of “\(participant)” in this study; nothing was changed.")
        }
        try Console.result("sessions \(erased.sessions), events \(erased.events), votes \(erased.votes)")
    }
}
