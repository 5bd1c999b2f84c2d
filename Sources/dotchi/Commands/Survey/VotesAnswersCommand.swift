import ArgumentParser
import Foundation
import Workflows

/// `dotchi votes answers`: the answer files of a study, to be merged into another.
struct VotesAnswersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answers", abstract: "Write the answers as answer files again, to merge them into another study.",
        discussion: """
            One file for each session of people, with the time at which the study first received it. `dotchi votes import \
            --trust-arrivals` takes them into another study that has the same plan, and each person's sessions stay in their \
            order. The files hold participants' ids: only you can read them, and no one else should get them.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(help: "The folder to write to; made where it is missing.", completion: .directory)
    var folder: String

    func run() throws {
        let study = try OpenStudy(options, readOnly: true)
        // They are the user's alone, as the study is.
        umask(0o077)
        try Console.result("files \(AnswerFiles(study).write(to: URL(filePath: folder)))")
    }
}
