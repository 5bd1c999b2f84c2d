import ArgumentParser
import Foundation
import Pictures
import Study
import StudyStore
import Workflows

/// `dotchi dataset add`: chooses, hashes and prepares photographs.
struct DatasetAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Choose photographs at random by seed, hash them, and prepare their pixels.",
        discussion: """
            SOURCE is a folder, a .tar, .tar.gz, .tgz or .zip of JPEG and PNG files, or `procedural` for faces drawn by \
            dotchi. Its path is relative to the current folder; the one in study.yaml is relative to the study. What is \
            not given is as in study.yaml. Files that cannot be read are named and skipped. One command at a time chooses \
            or prepares photographs: a second one ends with status 75, or waits with --wait.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(help: "Where the photographs are (default: the source in study.yaml).", completion: .file())
    var source: String?

    @Option(parsing: .unconditional, help: "How many photographs, the hold-out included.", transform: Number.whole)
    var count: Int?

    @Option(
        parsing: .unconditional, help: "Side in pixels of the central square that is cut out (default: the largest).",
        transform: Number.whole)
    var crop: Int?

    @Option(parsing: .unconditional, help: "How many of them are kept from SRCNN's training.", transform: Number.whole)
    var holdout: Int?

    @Option(parsing: .unconditional, help: "Seed of the choice: a whole number from 0 up.", transform: Number.seed)
    var seed: UInt64?

    @OptionGroup var wait: WaitOption

    func validate() throws {
        try check("--count", count, in: DatasetSettings.Limits.count)
        try check("--crop", crop, in: DatasetSettings.Limits.crop)
        try check("--holdout", holdout, in: DatasetSettings.Limits.holdout)
    }

    func run() throws {
        let study = try OpenStudy(options)
        var settings = study.study.dataset
        if let source {
            settings.source = source == DatasetSettings.procedural ? source : URL(filePath: source).absoluteURL.path
        }
        if let count { settings.count = count }
        if let crop { settings.crop = crop }
        if let holdout { settings.holdout = holdout }
        if let seed { settings.seed = seed }
        Interruption.listen()
        let record = try DatasetAddition(study).run(settings, waiting: wait.isWaiting)
        try Console.result(record.manifestHash)
    }
}
