import Study
import ArgumentParser
import Foundation
import StudyFiles
import StudyStore
import Tensors

/// `dotchi doctor`: what is there, what is missing, and the command that mends it.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what is installed, what is missing, and the command that mends it.",
        discussion: """
            Ends with status 0 where nothing is to be mended, with 69 where a part of dotchi is missing, else with that of \
            what is wrong with the study: 65 or 66.
            """)

    @OptionGroup var options: StudyOptions

    func run() async throws {
        let checks = [await engine(), templates(), study()]
        for check in checks { try Console.result(check.line) }
        let faults = checks.compactMap(\.fault)
        if let status = faults.first(where: { $0 == .unavailable }) ?? faults.first { throw ExitCode(status.rawValue) }
    }

    /// What was looked at: all well, a fault, or nothing to look at.
    private struct Check {
        var mark = "ok"
        var fault: ExitStatus?
        var text: String

        /// The mark in a column of its own, with which further lines of the text are aligned.
        var line: String {
            let width = 9
            return mark + String(repeating: " ", count: width - mark.count)
                + text.replacing("\n", with: "\n" + String(repeating: " ", count: width))
        }
    }

    private func engine() async -> Check {
        do {
            let facts = try await TensorThread.run {
                (
                    path: try TensorEngine.open().path, description: try TensorEngine.describe(),
                    threads: try TensorEngine.threadCount(), devices: try TensorEngine.cudaDeviceCount()
                )
            }
            let devices = facts.devices == 0 ? "no CUDA device" : "\(facts.devices) CUDA devices"
            return Check(
                text:
                    "tensor engine: \(facts.description), \(facts.threads == 1 ? "1 thread" : "\(facts.threads) threads"), \(devices) (\(facts.path))"
            )
        } catch {
            return Check(mark: "missing", fault: .unavailable, text: "\(error)")
        }
    }

    private func templates() -> Check {
        do {
            return Check(
                text: "templates: \(try Templates.studies().list) (\(try Templates.folder().path))")
        } catch {
            return Check(mark: "missing", fault: .unavailable, text: "\(error)")
        }
    }

    private func study() -> Check {
        let folder: StudyFolder
        do {
            folder = try options.folder()
        } catch {
            guard options.path == nil, case StudyFolderError.notFound = error else { return broken(error) }
            return Check(
                mark: "none", text: "study: there is none here, which is fine; inside of one it is looked at too")
        }
        do {
            let study = try folder.study()
            guard FileManager.default.fileExists(atPath: folder.store.path) else {
                return Check(
                    text: "study: “\(study.identity.title)”, nothing done yet (\(folder.root.path))")
            }
            let store = try StudyStore(at: folder.store, readOnly: true)
            let sessions = try store.sessions().count
            return Check(
                text: "study: “\(study.identity.title)”, \(try store.runs().count) runs, \(sessions) sessions "
                    + "(\(folder.root.path))")
        } catch {
            return broken(error)
        }
    }

    private func broken(_ error: any Error) -> Check {
        let status = Dotchi.status(of: error) ?? .ioError
        return Check(mark: status == .noInput ? "missing" : "wrong", fault: status, text: "study: \(error)")
    }
}
