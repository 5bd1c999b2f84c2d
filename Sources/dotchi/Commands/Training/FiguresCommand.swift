import ArgumentParser
import Files
import Foundation
import Pictures
import Study
import StudyFiles

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
            has them.
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
    var seed: UInt64 = 1

    @Option(help: "The folder to write to (default: figures in the study folder).", completion: .directory)
    var out: String?

    @Flag(help: "Show photographs too; whoever passes those on must mind their terms.")
    var photographs = false

    @Option(help: "Where to compute: cpu or cuda.")
    var device: TrainingDevice = .cpu

    func run() async throws {
        let study = try OpenStudy(options, readOnly: true)
        let jobs = try methods(of: study.study).map { try FigureJob($0, at: epoch, in: study) }
        let folder = out.map { URL(filePath: $0) } ?? study.folder.root.appending(path: "figures")
        let output = try OutputFolder(folder)
        let drawing = FigureDrawing(study: study, device: try await device.found())
        var figures: [Figure] = []
        if photographs { figures = try await drawing.photographs(StudyPhotographs(study), of: jobs) }
        for figure in figures {
            Console.say("note: \(figure.name) shows photographs: mind their terms before you pass it on.")
        }
        figures = try await drawing.figures(of: jobs, seed: seed) + figures
        let files = try output.whileHeld { try write(figures, to: folder) }
        for (figure, file) in zip(figures, files) { try Console.data("\(file.path)\t\(figure.caption)") }
    }

    /// The methods that have networks, all or the named ones.
    private func methods(of study: Study) throws -> [Method] {
        let named = try method.map { try study.method(asked: $0) }
        if let other = named.first(where: \.chain.isEmpty) {
            throw Failure(.usage, "method \(other.name) has no networks: its images come from elsewhere.")
        }
        let chosen = study.methods.filter { !$0.chain.isEmpty && (named.isEmpty || named.contains($0)) }
        guard !chosen.isEmpty else {
            throw Failure(.usage, "no method of study.yaml has networks: their images come from elsewhere.")
        }
        return chosen
    }

    private func write(_ figures: [Figure], to folder: URL) throws -> [URL] {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            let fault = FileFault(error)
            throw Failure(.cannotCreate, "cannot make \(folder.path): \(fault).\(fault.elsewhere)")
        }
        return try figures.map { figure in
            let file = folder.appending(path: figure.name)
            try figure.picture.writePNG(to: file)
            return file
        }
    }
}
