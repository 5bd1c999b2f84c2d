import ArgumentParser
import Files
import Foundation
import Study
import StudyStore

/// `dotchi pool import`: images of any other generator.
struct PoolImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Publish the images of a folder as a pool's next generation.",
        discussion: """
            Takes every PNG and JPEG of the folder, in the order of their names; files of the same stem in several \
            pools stand for the same item. All are read before any is taken; one that cannot be read leaves everything as \
            it was. One command at a time fills a pool: a second one ends with status 75, or waits with --wait.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(help: "The method whose images they are.")
    var method: String

    @Argument(help: "The folder of images.", completion: .directory)
    var folder: String

    @Option(help: "The condition they are for (default: the only one that takes the method).")
    var condition: String?

    @OptionGroup var wait: WaitOption

    func run() throws {
        let study = try OpenStudy(options)
        let pools = try study.study.pools(method: method, condition: condition)
        guard let pool = pools.first, pools.count == 1 else {
            throw Failure(
                .usage,
                "several conditions take method \(method): name one of \(pools.map(\.condition).list) by --condition.")
        }
        let files = try images(in: URL(filePath: folder))
        Interruption.listen()
        let locks = try study.locks(for: [.pool(pool)], waiting: wait.isWaiting)
        defer { withExtendedLifetime(locks) {} }
        for generation in try PoolImport(study).run(files, into: pool) {
            try Console.data("\(generation.pool.name)@\(generation.number)\t\(generation.count)")
        }
    }

    private func images(in folder: URL) throws -> [URL] {
        let found: [FileName]
        do {
            found = try FileName.all(in: FileName(folder.path.utf8))
        } catch {
            throw Failure(.noInput, "the folder \(folder.path) cannot be read: \(error).")
        }
        let isHidden = { (name: FileName) in name.bytes.first == UInt8(ascii: ".") }
        if let odd = found.lazy.filter({ !isHidden($0) }).compactMap({ OddArguments.fault(of: $0, in: folder.path) })
            .first
        {
            throw Failure(.badData, "\(odd).")
        }
        let names = found.compactMap(\.text)
        let files = names.filter { !$0.hasPrefix(".") && ["png", "jpg", "jpeg"].contains(suffix(of: $0)) }.sorted()
        guard !files.isEmpty else { throw Failure(.noInput, "no PNG or JPEG file in \(folder.path)") }
        let stems = Dictionary(grouping: files) { String($0.dropLast(suffix(of: $0).count + 1)) }
        if let twice = stems.values.first(where: { $0.count > 1 }) {
            throw Failure(.badData, "\(twice.list) have the same stem, which names an item; rename all but one.")
        }
        if let odd = stems.keys.sorted().first(where: { ImageFileName(stem: $0) == nil }) {
            throw Failure(
                .badData,
                """
                the file name \(odd.debugDescription) in \(folder.path) has control characters, or is too long; it names \
                an item, so give it another name.
                """)
        }
        return files.map { folder.appending(path: $0) }
    }

    private func suffix(of name: String) -> String {
        name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    }
}
