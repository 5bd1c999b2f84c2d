import ArgumentParser
import Foundation
import Text
import Workflows

/// `dotchi figures`: the paper's figures of the study's methods.
struct FiguresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures", abstract: "Draw the paper's figures of each method, as PNG files with captions.",
        discussion: """
            Of each method:
              samples-METHOD.png        32 images
              stages-METHOD.png         8 of them, a row for each stage and enlargement
              interpolation-METHOD.png  from one image to another, three times
            With --photographs also, of each super-resolution network:
              photographs-NETWORK.png   held-out photographs: whole, scaled down,
                                        enlarged bicubically and by the network
            Small images are enlarged to the nearest pixel. A method of one step has no figure of stages.

            A line for each file is printed: its path, a tab, its caption. The same seed gives the same images; no pool \
            has them. .dotchi-figures lists what was written: where a file that dotchi did not write, or one that was changed \
            since, has the name of a figure, nothing is written.
            """)

    @OptionGroup var options: StudyOptions

    @Option(help: "Only this method; may be given several times.")
    var method: [String] = []

    @Option(
        parsing: .unconditional,
        help: "The epochs of the checkpoint of each method's first network (default: the last one kept).",
        transform: Number.whole)
    var epoch: Int?

    @Option(
        parsing: .unconditional, help: "Seed of the latent vectors: a whole number from 0 up.")
    var seed: SeedArgument = 1

    @Option(help: "The folder to write to (default: figures in the study folder).", completion: .directory)
    var out: String?

    @Flag(help: "Show photographs too; whoever passes those on must mind their terms.")
    var photographs = false

    @Option(help: "Where to compute: cpu or cuda.")
    var device: TrainingDevice = .cpu

    func run() async throws {
        let figures = try await FigureDrawing.write(
            of: OpenStudy(options, readOnly: true), methods: method, at: epoch, seed: seed.value,
            photographs: photographs,
            on: device, to: out.map { URL(filePath: $0) })
        for (figure, file) in figures { try Console.result("\(file.path.visibleLine)\t\(figure.caption)") }
    }
}
