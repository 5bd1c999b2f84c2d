import Answers
import ArgumentParser
import Files
import Foundation
import StudyStore

/// `dotchi votes answers`: the answer files of a study, to be merged into another.
struct VotesAnswersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answers", abstract: "Write the answers as answer files again, to merge them into another study.",
        discussion: """
            One file for each session of people, with the time at which the study first received it. `dotchi votes import \
            --trust-arrivals` takes them into another study that has the same plan, and each person's sessions stay in their \
            order. The files hold participants' ids: only you can read them, and no one else should get them.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(help: "The folder to write to; made where it is missing.", completion: .directory)
    var folder: String

    func run() throws {
        let study = try OpenStudy(options, readOnly: true)
        let folder = URL(filePath: folder)
        // They are the user's alone, as the study is.
        umask(0o077)
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
        try Console.result("files \(names.count)")
    }
}

extension AnswerHeader {
    /// The name that the page gives the file, without its ending: study, seat and the beginning of the session's id.
    fileprivate var fileName: String {
        let plain = study.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-" }
        return "dotchi-\(String(plain))-\(seat)-\(session.prefix(8))"
    }
}
