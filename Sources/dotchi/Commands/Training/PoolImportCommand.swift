import ArgumentParser
import Foundation
import Study
import StudyStore
import Workflows

/// `dotchi pool import`: images of any other generator.
struct PoolImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Publish the images of a folder as a pool's next generation.",
        discussion: """
            Takes every PNG and JPEG of the folder, in the order of their names. A name without its ending is an item: \
            images of different methods that have the same name show the same, as made from one prompt or photograph. \
            With `survey.pairing: item` people compare those; at random (`survey.pairing: random`) any two meet. Where both \
            images of a pair are of one item, votes name it, and `dotchi analyze` lets its intervals vary over items too. \
            Case, spaces and everything else but the ending count. All are read before any is taken; one that cannot be \
            read leaves everything as it was.

            --items FILE.csv keeps with the generation what goes with items: the columns item, and text, reference or both. A \
            text is the prompt, say (at most 4,000 characters); a reference is an image file, by its path from the table's \
            folder. Rows without an image and images without a row are counted and named.

            One command at a time fills a pool: a second one ends with status 75, or waits \
            with --wait.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(help: "The method whose images they are.")
    var method: String

    @Argument(help: "The folder of images.", completion: .directory)
    var folder: String

    @Option(help: "The condition they are for (default: the only one that takes the method).")
    var condition: String?

    @Option(
        help: ArgumentHelp(
            "A table with a text or a reference image for each item; -: standard input.", valueName: "file.csv"),
        completion: .file(extensions: ["csv"]))
    var items: String?

    @OptionGroup var wait: WaitOption

    func run() throws {
        let study = try OpenStudy(options)
        Interruption.listen()
        let generations = try PoolImport(study).run(
            URL(filePath: folder), of: method, under: condition, items: items, waiting: wait.isWaiting)
        for generation in generations {
            try Console.data("\(generation.pool.name)@\(generation.number)\t\(generation.count)")
        }
    }
}
