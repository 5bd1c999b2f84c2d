import ArgumentParser
import Foundation

/// `dotchi votes import`: answer files of the page.
struct VotesImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take answer files in, any number of times, in any order.",
        discussion: """
            What is refused is named with its reason, the rest is taken, and the exit status is then 65. Nothing counts \
            twice.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(help: "Answer files (.jsonl), or folders of them.", completion: .file(extensions: ["jsonl"]))
    var sources: [String]

    func run() throws {
        let study = try OpenStudy(options)
        _ = try study.plan()
        var answers = AnswerImport(into: study.store)
        let files = try sources.flatMap { try answerFiles(at: URL(filePath: $0)) }
        let bar = ProgressBar("import")
        for (index, file) in files.enumerated() {
            let bytes: Data
            do {
                bytes = try Data(contentsOf: file)
            } catch {
                throw Failure(.noInput, "\(file.path) cannot be read: \(error.localizedDescription)")
            }
            try answers.take(bytes, name: file.lastPathComponent)
            bar.show(done: index + 1, total: files.count)
        }
        for refusal in answers.refused { Console.say("refused: \(refusal)") }
        try Console.result(
            "files \(files.count), new events \(answers.added), known \(answers.known), refused \(answers.refused.count)"
        )
        if !answers.refused.isEmpty {
            let rest = answers.added + answers.known > 0 ? "the rest is in the study" : "nothing of it is in the study"
            throw Failure(.badData, "\(answers.refused.count) of what was given was refused; \(rest).")
        }
    }

    private func answerFiles(at source: URL) throws -> [URL] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: source.path, isDirectory: &isFolder) else {
            throw Failure(.noInput, "there is no \(source.path)")
        }
        guard isFolder.boolValue else { return [source] }
        let found = FileManager.default.enumerator(at: source, includingPropertiesForKeys: nil)?.allObjects as? [URL]
        let files = (found ?? []).filter { $0.pathExtension == "jsonl" }.sorted { $0.path < $1.path }
        guard !files.isEmpty else { throw Failure(.noInput, "no .jsonl file in \(source.path)") }
        return files
    }
}
