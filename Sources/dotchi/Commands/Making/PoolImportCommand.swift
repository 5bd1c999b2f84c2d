import ArgumentParser
import Files
import Foundation
import Pictures
import Study
import StudyStore

/// `dotchi pool import`: images of any other generator.
struct PoolImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Publish the images of a folder as a pool's next generation.",
        discussion: """
            Takes every PNG and JPEG of the folder, in the order of their names; files of the same stem in several \
            pools stand for the same item. One file that cannot be read leaves everything as it was.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(help: "The method whose images they are.")
    var method: String

    @Argument(help: "The folder of images.", completion: .directory)
    var folder: String

    @Option(help: "The condition they are for (default: the only one that takes the method).")
    var condition: String?

    func run() throws {
        let study = try OpenStudy(options)
        let pools = try study.study.pools(method: method, condition: condition)
        guard let pool = pools.first, pools.count == 1 else {
            throw Failure(
                .usage,
                "several conditions take method \(method): name one of \(pools.map(\.condition).list) by --condition.")
        }
        let files = try images(in: URL(filePath: folder))
        let draft = try study.store.beginImport(of: pool, images: files.count)
        let bar = ProgressBar(pool.name)
        for (index, file) in files.enumerated() {
            let stem = file.deletingPathExtension().lastPathComponent
            let image = try PoolImage(PixelBuffer(contentsOf: file), index: index, origin: .file(stem: stem))
            try study.store.add([image], to: draft)
            HoldPoint.reached("pool import: image stored")
            bar.show(done: index + 1, total: files.count)
        }
        HoldPoint.reached("pool import: before publishing")
        for generation in try study.store.publish([draft]) {
            try Console.data("\(generation.pool.name)@\(generation.number)\t\(generation.count)")
        }
    }

    private func images(in folder: URL) throws -> [URL] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            throw Failure(.noInput, "the folder \(folder.path) cannot be read: \(FileFault(error)).")
        }
        let files = names.filter { !$0.hasPrefix(".") && ["png", "jpg", "jpeg"].contains(suffix(of: $0)) }.sorted()
        guard !files.isEmpty else { throw Failure(.noInput, "no PNG or JPEG file in \(folder.path)") }
        let stems = Dictionary(grouping: files) { String($0.dropLast(suffix(of: $0).count + 1)) }
        if let twice = stems.values.first(where: { $0.count > 1 }) {
            throw Failure(.badData, "\(twice.list) have the same stem, which names an item; rename all but one.")
        }
        return files.map { folder.appending(path: $0) }
    }

    private func suffix(of name: String) -> String {
        name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    }
}
