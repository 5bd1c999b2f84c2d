import StudyFiles
import ArgumentParser
import Datasets
import Files
import Foundation
import Generators
import Study
import StudyStore

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
        guard settings.holdout < settings.count else {
            throw Failure(
                .usage,
                """
                \(settings.holdout.counted("photograph")) cannot be held out of \(settings.count): --holdout takes 0 to \
                \(settings.count - 1) here. What is not given is as in study.yaml.
                """)
        }
        Interruption.listen()
        let locks = try study.locks(for: [.photographs], waiting: wait.isWaiting)
        defer { withExtendedLifetime(locks) {} }
        WholeFile.removeUnfinished(in: study.folder.cache)
        let sizes = Set(study.study.networks.flatMap(\.trainingSizes)).sorted()
        if let crop = settings.crop, let largest = sizes.last, crop < largest {
            Console.say(
                "note: the crop of \(crop) px is smaller than the \(largest) px of the largest network, so its "
                    + "photographs are enlarged; a crop of \(largest) px or more keeps them sharp.")
        }
        let bar = ProgressBar("photographs")
        let dataset = try DatasetBuilder(settings: settings, base: study.folder.root).build(
            preparing: sizes, cache: study.folder.cache
        ) { done, total in
            if Interruption.isWished { throw Failure(.interrupted, "stopped; no photographs were added.") }
            bar.show(done: done, total: total)
        }
        let record = try study.store.addDataset(
            source: dataset.source, crop: dataset.crop, seed: dataset.seed, manifestHash: dataset.manifestHash,
            photographs: dataset.photographs.map {
                PhotographRecord(name: $0.name, sha256: $0.sha256, isHeldOut: $0.isHeldOut)
            },
            skipped: dataset.skipped.map { SkippedPhotographRecord(name: $0.name, reason: $0.reason) })
        for photograph in dataset.skipped.prefix(10) {
            Console.say("skipped: \(photograph.name): \(photograph.reason)")
        }
        if dataset.skipped.count > 10 {
            Console.say("skipped: \(dataset.skipped.count - 10) more; `dotchi dataset show` names them all")
        }
        bar.finish("chose \(record.photographs), held out \(record.holdout), skipped \(record.skipped)")
        try Console.result(record.manifestHash)
    }
}
