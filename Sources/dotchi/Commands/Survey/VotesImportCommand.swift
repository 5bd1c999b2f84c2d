import ArgumentParser
import Study
import Workflows

/// `dotchi votes import`: answer files of the page.
struct VotesImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take answer files in, any number of times, in any order.",
        discussion: """
            What is refused is named with its reason, the first 50 in words, the rest is taken, and the exit status is \
            then 65. Nothing counts twice. A file that says its answers are simulated is refused: only `dotchi simulate` \
            may say so. Of several sessions of one participant the first complete one that \
            arrived counts: what is imported first, and of one import what was started first. Sessions of one participant \
            that contradict each other are named. A file is believed as far as the person who sent it.

            Of the study.sqlite of another collector of the same plans all sessions are taken, with the times at which they \
            arrived there; who was erased there is erased here too, and who was erased here stays out.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(
        help:
            "Answer files, texts that have answers in them, folders of these, the study.sqlite of another collector, or - for standard input.",
        completion: .file(extensions: ["jsonl"]))
    var sources: [String]

    @Flag(
        help: """
            Take the files' received_at as the times at which they arrived. Only for files that were written from a study \
            of your own: a participant could write any time there.
            """)
    var trustArrivals = false

    func run() throws {
        let (answers, files) = try AnswerImport.run(sources, into: OpenStudy(options), trustsArrivals: trustArrivals)
        try Console.result(
            "files \(files), new events \(answers.added), known \(answers.known), refused \(answers.refusals)")
        if answers.refusals > 0 {
            let rest = answers.added + answers.known > 0 ? "the rest is in the study" : "nothing of it is in the study"
            throw Failure(
                .badData, "\(answers.refusals.counted("file or event was", "files or events were")) refused; \(rest).")
        }
    }
}
