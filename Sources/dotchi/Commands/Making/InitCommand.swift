import ArgumentParser
import Files
import Foundation
import Study

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

    @Option(help: "The template: paper (the study of the paper, at its full numbers) or demo (minutes on two cores).")
    var template = "paper"

    func run() throws {
        let names = try Templates.studies()
        guard names.contains(template) else {
            throw Failure(.usage, "no template “\(template)”. There are: \(names.joined(separator: ", ")).")
        }
        let source = try Templates.folder().appending(path: "studies/\(template)/study.yaml")
        let folder = URL(filePath: folder)
        let target = folder.appending(path: "study.yaml")
        guard !FileManager.default.fileExists(atPath: target.path) else {
            throw Failure(
                .cannotCreate, "\(target.path) is already there; a study is never overwritten. Choose another folder.")
        }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let text = try String(contentsOf: source, encoding: .utf8)
            // The template's own id stands alone on the first line of this form.
            let named = text.replacing(
                /(?m)^  id: .*$/, with: "  id: \(StudyIdentity.id(from: folder))", maxReplacements: 1)
            try Data(named.utf8).write(to: target, options: .withoutOverwriting)
        } catch {
            throw Failure(.cannotCreate, "Cannot make \(target.path): \(FileFault(error)).")
        }
        try Console.result(target.path)
        Console.say(
            "Next: `dotchi dataset add SOURCE --study \(folder.path)` (SOURCE: a folder, an archive or `procedural`).")
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
