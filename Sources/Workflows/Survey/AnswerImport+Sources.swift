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
    ///   - sources: files, folders of them, stores of other collectors, or `-` for standard input.
    ///   - trustsArrivals: as ``init(into:simulated:trustsArrivals:)`` takes it.
    /// - Returns: the import, with what it added and refused, and how many files there were.
    /// - Throws: ``Failure`` where there is nothing to read; `StudyStoreError`.
    package static func run(
        _ sources: [String], into study: OpenStudy, trustsArrivals: Bool = false
    ) throws -> (answers: AnswerImport, files: Int) {
        let inUse = try study.planOutline()
        let reporter = study.reporter
        var answers = AnswerImport(into: study.store, trustsArrivals: trustsArrivals)
        let odd = oddNames(in: sources)
        for odd in odd { answers.refuse(odd) }
        let found = try sources.map { try answerFiles(in: $0, orOdd: !odd.isEmpty) }
        let files = found.flatMap(\.files)
        for other in found.flatMap(\.others) { answers.leaveAside(other) }
        let bar = reporter.progress("import")
        for (index, file) in files.enumerated() {
            do {
                if let store = file.store {
                    try answers.take(storeAt: store, into: study)
                } else {
                    try answers.take(file.input.bytes(.answers), name: file.input.name, mayBeNone: file.mayBeNone)
                }
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
        for name in answers.aside.prefix(mostTold) { reporter.say("left aside: \(name.visibleLine)") }
        let more = answers.aside.count - mostTold
        if more > 0 { reporter.say("left aside: \(more) more") }
        try study.sayConflicts(
            ofPlans: answers.sessions.keys.sorted(),
            among: answers.sessions.values.reduce(into: []) { $0.formUnion($1) })
        let older = answers.sessions.filter { $0.key != inUse.hash }
        if !older.isEmpty {
            let count = older.values.reduce(0) { $0 + $1.count }
            reporter.note(
                "\(count.counted("session answers", "sessions answer")) another plan than the one in use: "
                    + "\(older.keys.sorted().map { String($0.prefix(12)) }.list). They stay with it; `dotchi survey plan --again "
                    + "PLAN` takes it into use.")
        }
        for (plan, sessions) in answers.sessions.sorted(by: { $0.key < $1.key }) {
            try study.sayUnagreed(ofPlan: plan, named: sessions)
        }
        if let note = try study.reportedImagesNote() { reporter.note("\(note).") }
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

    /// A file that is looked at.
    private struct Candidate {
        let input: InputFile
        /// Whether it need not be an answer file.
        let mayBeNone: Bool
        /// The store of another collector that it is; nil for answers.
        var store: URL?
    }

    /// The file that `source` names, or the answer files of the folder that it names, and what else is there, with why it is
    /// not read.
    ///
    /// A file that is named is read whatever it is called. Of a folder those that end with `.jsonl` or `.json`, in any case, and
    /// texts (`.txt`), which may be pasted answers; hidden ones are none of a person's.
    ///
    /// - Parameter hasOdd: whether files were found whose names are not UTF-8.
    private static func answerFiles(
        in source: String, orOdd hasOdd: Bool
    ) throws -> (files: [Candidate], others: [String]) {
        let folder = URL(filePath: source)
        var isFolder: ObjCBool = false
        guard source != "-", FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder),
            isFolder.boolValue
        else {
            let store = source != "-" && StudyStore.isDatabase(folder) ? folder : nil
            return ([Candidate(input: InputFile(source), mayBeNone: false, store: store)], [])
        }
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
        var (files, others): ([Candidate], [String]) = ([], [])
        for file in (found?.allObjects as? [URL] ?? []).sorted(by: { $0.path < $1.path }) {
            if (try? file.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true { continue }
            switch file.pathExtension.lowercased() {
            case "jsonl": files.append(Candidate(input: InputFile(file.path), mayBeNone: false))
            case "json", "txt", "text": files.append(Candidate(input: InputFile(file.path), mayBeNone: true))
            case "zip", "gz", "tgz", "7z", "rar", "xz": others.append("\(file.path): it is packed; unpack it first")
            case "eml", "msg":
                others.append("\(file.path): it is a mail, whose text is coded; save what is in it as a .txt file")
            default:
                if !file.lastPathComponent.hasPrefix(".") {
                    others.append("\(file.path): it is no .jsonl or .txt file; name it to have it read all the same")
                }
            }
        }
        guard !files.isEmpty || hasOdd else {
            let why = others.isEmpty ? "" : " (\(others.count.counted("other file")) there)"
            throw Failure(.noInput, "there is no .jsonl or .txt file in \(folder.path)\(why).")
        }
        return (files, others)
    }
}
