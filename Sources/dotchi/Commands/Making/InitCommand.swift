import ArgumentParser
import Files
import Foundation

/// `dotchi init`: a new study folder from a template.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new study folder from a template.",
        discussion:
            "The folder gets a study.yaml, which says what is planned; edit it, then go on with `dotchi dataset add`.")

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
            try FileManager.default.copyItem(at: source, to: target)
        } catch {
            throw Failure(.cannotCreate, "cannot make \(target.path): \(FileFault(error)).")
        }
        try Console.result(target.path)
        Console.say(
            "Next: `dotchi dataset add SOURCE --study \(folder.path)` (SOURCE: a folder, an archive or `procedural`).")
    }
}
