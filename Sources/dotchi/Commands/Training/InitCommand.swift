import ArgumentParser
import Files
import Foundation
import Study
import StudyFiles

/// `dotchi init`: a new study folder from a template.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new study folder from a template.",
        discussion:
            """
            The folder gets a study.yaml, which says what is planned; edit it, then go on with `dotchi dataset add`. The \
            study's id is the folder's name.
            """)

    @Argument(help: "The folder to make; it may exist if it holds no study.", completion: .directory)
    var folder: String

    @Option(
        help:
            "The template: paper (the study of the paper, at its full numbers) or demo (smaller, with trained generators)."
    )
    var template = "paper"

    func run() throws {
        let names = try Templates.studies()
        guard names.contains(template) else {
            throw Failure(.usage, "there is no template “\(template)”; there are \(names.joined(separator: ", ")).")
        }
        let source = try Templates.folder().appending(path: "studies/\(template)")
        let folder = URL(filePath: folder)
        let output = try OutputFolder(folder)
        defer { withExtendedLifetime(output) {} }
        let target = folder.appending(path: "study.yaml")
        guard !FileManager.default.fileExists(atPath: target.path) else {
            throw Failure(
                .cannotCreate, "\(target.path) is already there; a study is never overwritten. Choose another folder.")
        }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let text = try RegularFile.text(of: source.appending(path: StudyFile.name))
            // The template's own id stands alone on the first line of this form.
            let named = text.replacing(
                /(?m)^  id: .*$/, with: "  id: \(StudyIdentity.id(from: folder))", maxReplacements: 1)
            try Data(named.utf8).write(to: target, options: .withoutOverwriting)
        } catch {
            throw Failure(.cannotCreate, "cannot make \(target.path): \(FileFault(error)).")
        }
        HoldPoint.reached("init: study.yaml written")
        try GitIgnore.write(in: folder)
        let isTrained = try takeRuns(of: source, into: folder)
        try Console.data(target.path)
        if isTrained {
            Console.say(
                "Its generators came with it: `dotchi pool refresh --study \(folder.path.shellWord)` uses them.")
        }
        Console.say(
            "Next: `dotchi dataset add SOURCE --study \(folder.path.shellWord)` (SOURCE: a folder, an archive or `procedural`)."
        )
    }

    /// Imports the checkpoints in the template's folder runs/, if it has one, and copies what is written about them.
    private func takeRuns(of template: URL, into folder: URL) throws -> Bool {
        let runs = template.appending(path: "runs")
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: runs.path).sorted() else { return false }
        let study = try OpenStudy(StudyFolder(root: folder))
        _ = try RunImport(study).run(
            names.filter { $0.hasSuffix(".safetensors") }.map { runs.appending(path: $0) })
        for name in names where name.hasSuffix(".md") {
            let copy = study.folder.runs.appending(path: name)
            do {
                try RegularFile.bytes(of: runs.appending(path: name)).write(to: copy)
            } catch {
                throw Failure(.cannotCreate, "\(copy.path) cannot be written: \(FileFault(error)).")
            }
        }
        return true
    }
}

extension StudyIdentity {
    /// An id made of a folder's name: what an id cannot hold becomes a hyphen; `study` where nothing is left.
    fileprivate static func id(from folder: URL) -> String {
        let name = folder.standardizedFileURL.lastPathComponent.lowercased()
        let words = name.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let id = String(words.joined(separator: "-").prefix(64))
        return id.isEmpty ? "study" : id
    }
}
