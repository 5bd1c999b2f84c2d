import ArgumentParser
import Foundation
import Text
import Workflows

/// `dotchi init`: a new study folder from a template.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new study folder from a template.",
        discussion:
            """
            The folder gets a study.yaml, which says what is planned; edit it, then go on with `dotchi dataset add`, or in a \
            study of images that you have with `dotchi pool import`. The study's id is the folder's name.
            """)

    @OptionGroup var verbosity: VerboseOption

    @Argument(help: "The folder to make; it may exist if it holds no study.", completion: .directory)
    var folder: String

    @Option(
        help:
            "The template: paper (the study of the paper, at its full numbers), demo (smaller, with trained generators) or images (images that you have; nothing is trained)."
    )
    var template = "paper"

    func run() throws {
        let folder = URL(filePath: folder)
        let study = try NewStudy(in: folder, template: template, reporter: ConsoleReporter())
        try Console.data(study.file.path)
        if study.isTrained {
            Console.say(
                "Its generators came with it: `dotchi pool refresh --study \(folder.path.shellWord)` uses them.")
        }
        guard study.hasNetworks else {
            Console.say(
                "Next, for each method of study.yaml: `dotchi pool import METHOD FOLDER --study \(folder.path.shellWord)`."
            )
            return
        }
        Console.say(
            "Next: `dotchi dataset add SOURCE --study \(folder.path.shellWord)` (SOURCE: a folder, an archive or `procedural`)."
        )
    }
}
