import Answers
import Files
package import Foundation
import StudyStore

/// The answers of a study as answer files again, to be merged into another study.
package struct AnswerFiles {
    private let study: OpenStudy

    /// The answer files of `study`.
    package init(_ study: OpenStudy) {
        self.study = study
    }

    /// Writes a file for each session of people into `folder`, which is made where it is missing; damaged sessions are named
    /// and left out.
    ///
    /// - Returns: how many files were written.
    /// - Throws: ``Failure`` where one cannot be written; `StudyStoreError`.
    package func write(to folder: URL) throws -> Int {
        let output = try OutputFolder(folder)
        defer { withExtendedLifetime(output) {} }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure(.cannotCreate, "\(folder.path) cannot be made: \(FileFault(error)).")
        }
        // Under a file's own words, damage would be taken for answers elsewhere.
        let damaged = try study.store.unreadableSessions().filter(\.isDamaged)
        study.sayLeftOut(damaged)
        var names: Set<String> = []
        for session in try study.store.peoplesSessions() where !damaged.contains(where: { $0.session == session }) {
            guard let file = try study.store.answers(ofSession: session) else { continue }
            var name = file.header.fileName
            while !names.insert(name).inserted { name += "-" }
            let target = folder.appending(path: name + ".jsonl")
            do throws(FileFault) {
                try WholeFile.write(Data(file.bytes), to: target)
            } catch {
                throw Failure(.cannotCreate, "\(target.path) cannot be written: \(error).")
            }
        }
        return names.count
    }
}

extension AnswerHeader {
    /// The name that the page gives the file, without its ending: study, seat and the beginning of the session's id.
    fileprivate var fileName: String {
        let plain = study.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-" }
        return "dotchi-\(String(plain))-\(seat)-\(session.prefix(8))"
    }
}
