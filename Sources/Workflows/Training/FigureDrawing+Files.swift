import Files
package import Foundation
import Pictures
import Study
import StudyFiles

extension FigureDrawing {
    /// Draws the figures of methods into a folder, one PNG file each, and a list of them. What somebody else has in the
    /// place of one, or has changed, is named and stays, and nothing is written.
    ///
    /// - Parameters:
    ///   - study: whose methods.
    ///   - names: only these methods, in the order of study.yaml; none for all that have networks.
    ///   - epoch: the epochs of the checkpoint of each method's first network; nil for the last one kept.
    ///   - seed: of the latent vectors.
    ///   - hasPhotographs: whether photographs are shown too.
    ///   - device: where to compute.
    ///   - folder: where to write; nil for figures/ in the study's folder.
    /// - Returns: the figures with their files.
    /// - Throws: ``Failure``, `EngineError`, `PictureError`.
    package static func write(
        of study: OpenStudy, methods names: [String], at epoch: Int?, seed: UInt64, photographs hasPhotographs: Bool,
        on device: TrainingDevice, to folder: URL?
    ) async throws -> [(figure: Figure, file: URL)] {
        let jobs = try methods(of: study.study, named: names).map { try FigureJob($0, at: epoch, in: study) }
        let folder = folder ?? study.folder.root.appending(path: "figures")
        let output = try OutputFolder(folder)
        let drawing = FigureDrawing(study: study, device: try await device.found())
        var figures: [Figure] = []
        if hasPhotographs { figures = try await drawing.photographs(StudyPhotographs(study), of: jobs) }
        for figure in figures {
            study.reporter.note("\(figure.name) shows photographs: mind their terms before you pass it on.")
        }
        figures = try await drawing.figures(of: jobs, seed: seed) + figures
        let files = try output.whileHeld { try write(figures, to: folder) }
        return Array(zip(figures, files))
    }

    /// The methods that have networks, all or the named ones.
    private static func methods(of study: Study, named names: [String]) throws -> [Method] {
        let named = try names.map { try study.method(asked: $0) }
        if let other = named.first(where: \.chain.isEmpty) {
            throw Failure(.usage, "method \(other.name) has no networks: its images come from elsewhere.")
        }
        let chosen = study.methods.filter { !$0.chain.isEmpty && (named.isEmpty || named.contains($0)) }
        guard !chosen.isEmpty else {
            throw Failure(.usage, "no method of study.yaml has networks: their images come from elsewhere.")
        }
        return chosen
    }

    private static func write(_ figures: [Figure], to folder: URL) throws -> [URL] {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            let fault = FileFault(error)
            throw Failure(.cannotCreate, "cannot make \(folder.path): \(fault).\(fault.elsewhere)")
        }
        let written = WrittenFiles(place: folder, list: ".dotchi-figures", what: "its figures") {
            $0.hasSuffix(".png")
        }
        let made = try figures.map { (name: $0.name, bytes: Data(try $0.picture.pngBytes())) }
        let entries = made.map { WrittenFiles.Entry($0.name, $0.bytes) }
        let earlier = try written.earlier()
        try written.check(entries, against: earlier)
        // Both, since from here on either may be there.
        try written.record(earlier.union(entries))
        for (name, bytes) in made { try written.write(bytes, to: name) }
        try written.record(earlier.filter(written.isThere).union(entries))
        return figures.map { folder.appending(path: $0.name) }
    }
}
