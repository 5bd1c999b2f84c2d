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
        discussion: "Ends with status 0 where nothing is missing, else with 69.")

    @OptionGroup var options: StudyOptions

    func run() async throws {
        let checks = [await engine(), templates(), study()]
        for check in checks { try Console.result("\(check.isWell ? "ok     " : "missing")  \(check.text)") }
        if checks.contains(where: { !$0.isWell }) { throw ExitCode(ExitStatus.unavailable.rawValue) }
    }

    private struct Check {
        var isWell: Bool
        var text: String
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
                isWell: true,
                text:
                    "tensor engine: \(facts.description), \(facts.threads == 1 ? "1 thread" : "\(facts.threads) threads"), \(devices) (\(facts.path))"
            )
        } catch {
            return Check(isWell: false, text: "\(error)")
        }
    }

    private func templates() -> Check {
        do {
            return Check(
                isWell: true, text: "templates: \(try Templates.studies().list) (\(try Templates.folder().path))")
        } catch {
            return Check(isWell: false, text: "\(error)")
        }
    }

    private func study() -> Check {
        let folder: StudyFolder
        do {
            folder = try options.folder()
        } catch {
            // To be outside of a study is nothing to mend, unless one was named.
            return Check(isWell: options.path == nil, text: "study: \(error)")
        }
        do {
            let study = try folder.study()
            guard FileManager.default.fileExists(atPath: folder.store.path) else {
                return Check(
                    isWell: true, text: "study: “\(study.identity.title)”, nothing done yet (\(folder.root.path))")
            }
            let store = try StudyStore(at: folder.store, readOnly: true)
            let sessions = try store.sessions().count
            return Check(
                isWell: true,
                text: "study: “\(study.identity.title)”, \(try store.runs().count) runs, \(sessions) sessions "
                    + "(\(folder.root.path))")
        } catch {
            return Check(isWell: false, text: "study: \(error)")
        }
    }
}
