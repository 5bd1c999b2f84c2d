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
    /// - Throws: ``Failure`` where one cannot be written, or would take the place of another file; `StudyStoreError`.
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
            try check(target, against: file.bytes)
            do throws(FileFault) {
                try WholeFile.write(Data(file.bytes), to: target)
            } catch {
                throw Failure(.cannotCreate, "\(target.path) cannot be written: \(error).")
            }
        }
        return names.count
    }

    /// That no symbolic link has the place of a file: what it leads to is somebody's, and would be overwritten unseen.
    private func expectNoLink(at file: URL) throws(Failure) {
        var facts = stat()
        guard lstat(file.path, &facts) == 0, facts.st_mode & S_IFMT == S_IFLNK else { return }
        throw Failure(
            .cannotCreate,
            "\(file.path) is a symbolic link, which dotchi does not write through. Rename it, or write to another folder."
        )
    }

    /// That the place of a file is free, or has no line that the file lacks, as an earlier one of the same session. The file
    /// that a person handed over has the same name, and may say what no study keeps.
    private func check(_ target: URL, against bytes: [UInt8]) throws(Failure) {
        try expectNoLink(at: target)
        let there: Data
        do {
            there = try RegularFile.bytes(of: target)
        } catch {
            // What else keeps it from being written is said by the writing.
            return
        }
        let lines = Set(bytes.split(separator: UInt8(ascii: "\n")))
        guard !there.split(separator: UInt8(ascii: "\n")).allSatisfy({ lines.contains(ArraySlice($0)) }) else { return }
        throw Failure(
            .cannotCreate,
            """
            \(target.path) holds what the study's answers lack, as the file that the person handed over may; it is as it \
            was. Write to another folder.
            """)
    }
}

extension AnswerHeader {
    /// The name that the page gives the file, without its ending: study, seat and the beginning of the session's id.
    fileprivate var fileName: String {
        let plain = study.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-" }
        return "dotchi-\(String(plain))-\(seat)-\(session.prefix(8))"
    }
}
