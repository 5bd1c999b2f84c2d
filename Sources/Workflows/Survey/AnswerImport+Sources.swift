import Answers
import Files
import Foundation
import Study
import StudyStore
import Text

extension AnswerImport {
    /// Takes answer files into `study`.
    ///
    /// - Parameters:
    ///   - sources: files, folders of them, or `-` for standard input.
    ///   - trustsArrivals: as ``init(into:simulated:trustsArrivals:)`` takes it.
    /// - Returns: the import, with what it added and refused, and how many files there were.
    /// - Throws: ``Failure`` where there is nothing to read; `StudyStoreError`.
    package static func run(
        _ sources: [String], into study: OpenStudy, trustsArrivals: Bool = false
    ) throws -> (answers: AnswerImport, files: Int) {
        _ = try study.planOutline()
        let reporter = study.reporter
        var answers = AnswerImport(into: study.store, trustsArrivals: trustsArrivals)
        let odd = oddNames(in: sources)
        for odd in odd { answers.refuse(odd) }
        let files = try sources.flatMap { try answerFiles(in: $0, orOdd: !odd.isEmpty) }
        let bar = reporter.progress("import")
        for (index, file) in files.enumerated() {
            do {
                try answers.take(file.bytes(.answers), name: file.name)
            } catch let failure as Failure {
                // One that cannot be read keeps no other out either.
                guard files.count > 1 else { throw failure }
                answers.refuse("\(failure)")
            }
            HoldPoint.reached("votes import: file taken")
            bar.show(done: index + 1, total: files.count)
        }
        for note in answers.notes.prefix(mostTold) { reporter.note("\(note.visibleLine).") }
        let unsaid = answers.notes.count - mostTold
        if unsaid > 0 { reporter.note("the same kind of \(unsaid.counted("more file")).") }
        try study.sayConflicts(
            ofPlans: answers.sessions.keys.sorted(),
            among: answers.sessions.values.reduce(into: []) { $0.formUnion($1) })
        for refusal in answers.refused { reporter.say("refused: \(refusal.visibleLine)") }
        let rest = answers.refusals - answers.refused.count
        if rest > 0 { reporter.say("refused: \(rest) more") }
        return (answers, files.count)
    }

    /// Answer files in folders whose names are not UTF-8, in words.
    private static func oddNames(in sources: [String]) -> [String] {
        sources.filter { $0 != "-" }.flatMap { source in
            FileName.odd(below: FileName(source.utf8)) { _ in false }
                .filter { $0.bytes.suffix(6).elementsEqual(".jsonl".utf8) }
                .compactMap { $0.fault(in: source) }
        }
    }

    /// The file that `source` names, or the answer files of the folder that it names.
    ///
    /// - Parameter hasOdd: whether files were found whose names are not UTF-8.
    private static func answerFiles(in source: String, orOdd hasOdd: Bool) throws -> [InputFile] {
        let folder = URL(filePath: source)
        var isFolder: ObjCBool = false
        guard source != "-", FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder),
            isFolder.boolValue
        else { return [InputFile(source)] }
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL]
        let files = (found ?? []).filter { $0.pathExtension == "jsonl" }.map(\.path).sorted()
        guard !files.isEmpty || hasOdd else {
            throw Failure(.noInput, "there is no .jsonl file in \(folder.path).")
        }
        return files.map(InputFile.init)
    }
}
