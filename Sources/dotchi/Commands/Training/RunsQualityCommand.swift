import ArgumentParser
import Foundation
import Reports
import Study
import StudyStore
import Workflows

/// `dotchi runs quality`: numbers for how good a run's images are.
struct RunsQualityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quality", abstract: "Measure the images of a run's last checkpoint.",
        discussion: """
            A generator's images are held against the held-out photographs: sliced Wasserstein distance over a Laplacian \
            pyramid (Karras et al. 2018), and MS-SSIM of random pairs for their diversity (lower is more diverse). \
            Beside them stand the same numbers of as many other photographs. Distances depend on the number of pictures: \
            compare equal numbers only.

            SRCNN's enlargements of the held-out photographs are held against the whole ones: PSNR and SSIM on BT.601 \
            luma of 8-bit images with a border of 8 pixels cut, beside bicubic enlargement.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(help: ArgumentHelp("The network's name, or NETWORK/NUMBER for an earlier run.", valueName: "run"))
    var name: String

    @Option(
        parsing: .unconditional,
        help: "Seed of latent vectors, pairs, patches and directions: a whole number from 0 up.")
    var seed: SeedArgument = 1

    @Option(help: "Where to compute: cpu or cuda.")
    var device: TrainingDevice = .cpu

    @OptionGroup var language: LanguageOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let study = try OpenStudy(options, readOnly: true)
        let (run, epoch, table) = try await study.quality(ofRun: name, seed: seed.value, on: device)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let document = Document(run: run.name, epoch: epoch, seed: seed.value, table: table)
            return try Console.data(String(decoding: encoder.encode(document), as: UTF8.self))
        }
        let words = try language.words
        let numbers = Table(
            [
                .init("", .left) { .text($0.measure.name(words)) },
                .init(run.settings.name) { .number($0.network, .fixed(4)) },
                .init(table.reference.name(words)) { .number($0.reference, .fixed(4)) },
            ], table.rows)
        let heading = words.training(
            .quality, ["run": run.name, "epoch": "\(epoch)", "pictures": "\(table.pictures)"])
        try Console.result("\(heading)\n\n\(numbers.terminal)")
    }

    private struct Document: Encodable {
        let run: String
        let epoch: Int
        let seed: UInt64
        let table: QualityMeasure.Table
    }
}
