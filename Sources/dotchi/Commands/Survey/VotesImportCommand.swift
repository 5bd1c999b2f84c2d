import Answers
import ArgumentParser
import Files
import Foundation
import Study
import Text

/// `dotchi votes import`: answer files of the page.
struct VotesImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take answer files in, any number of times, in any order.",
        discussion: """
            What is refused is named with its reason, the first 50 in words, the rest is taken, and the exit status is \
            then 65. Nothing counts twice. A file that says its answers are simulated is refused: only `dotchi simulate` \
            may say so. Of several sessions of one participant the first complete one that \
            arrived counts: what is imported first, and of one import what was started first. Sessions of one participant \
            that contradict each other are named. A file is believed as far as the person who sent it.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(
        help: "Answer files (.jsonl), folders of them, or - for standard input.",
        completion: .file(extensions: ["jsonl"]))
    var sources: [String]

    @Flag(
        help: """
            Take the files' received_at as the times at which they arrived. Only for files that were written from a study \
            of your own: a participant could write any time there.
            """)
    var trustArrivals = false

    func run() throws {
        let study = try OpenStudy(options)
        _ = try study.planOutline()
        var answers = AnswerImport(into: study.store, trustsArrivals: trustArrivals)
        for odd in oddNames() { answers.refuse(odd) }
        let files = try sources.flatMap(answerFiles)
        let bar = ProgressBar("import")
        for (index, file) in files.enumerated() {
            do {
                let isLarge = file.size.map { $0 > AnswerLimits.bytes } ?? false
                let bytes = isLarge ? [] : try file.bytes(atMost: AnswerLimits.bytes + 1)
                if isLarge || bytes.count > AnswerLimits.bytes {
                    answers.refuse(
                        "\(file.name): it is larger than \(AnswerLimits.bytes.bytes), which no answer file is")
                } else {
                    try answers.take(bytes, name: file.name)
                }
            } catch let failure as Failure {
                // One that cannot be read keeps no other out either.
                guard files.count > 1 else { throw failure }
                answers.refuse("\(failure)")
            }
            HoldPoint.reached("votes import: file taken")
            bar.show(done: index + 1, total: files.count)
        }
        for note in answers.notes.prefix(AnswerImport.mostTold) { Console.say("note: \(note.visibleLine).") }
        let unsaid = answers.notes.count - AnswerImport.mostTold
        if unsaid > 0 { Console.say("note: the same kind of \(unsaid.counted("more file")).") }
        try study.sayConflicts(
            ofPlans: answers.sessions.keys.sorted(),
            among: answers.sessions.values.reduce(into: []) { $0.formUnion($1) })
        for refusal in answers.refused { Console.say("refused: \(refusal.visibleLine)") }
        let rest = answers.refusals - answers.refused.count
        if rest > 0 { Console.say("refused: \(rest) more") }
        try Console.result(
            "files \(files.count), new events \(answers.added), known \(answers.known), refused \(answers.refusals)"
        )
        if !answers.refused.isEmpty {
            let rest = answers.added + answers.known > 0 ? "the rest is in the study" : "nothing of it is in the study"
            throw Failure(.badData, "\(answers.refusals) of what was given was refused; \(rest).")
        }
    }

    /// Answer files in folders whose names are not UTF-8, in words.
    private func oddNames() -> [String] {
        sources.filter { $0 != "-" }.flatMap { source in
            FileName.odd(below: FileName(source.utf8)) { _ in false }
                .filter { $0.bytes.suffix(6).elementsEqual(".jsonl".utf8) }
                .compactMap { OddArguments.fault(of: $0, in: source) }
        }
    }

    /// The file that `source` names, or the answer files of the folder that it names.
    private func answerFiles(in source: String) throws -> [InputFile] {
        let folder = URL(filePath: source)
        var isFolder: ObjCBool = false
        guard source != "-", FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder),
            isFolder.boolValue
        else { return [InputFile(source)] }
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL]
        let files = (found ?? []).filter { $0.pathExtension == "jsonl" }.map(\.path).sorted()
        guard !files.isEmpty || !oddNames().isEmpty else {
            throw Failure(.noInput, "there is no .jsonl file in \(folder.path).")
        }
        return files.map(InputFile.init)
    }
}
