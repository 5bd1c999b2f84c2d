import ArgumentParser
import Foundation
import Study
import Tensors

/// `dotchi doctor`: what is there, what is missing, and the command that mends it.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what is installed, what is missing, and the command that mends it.",
        discussion: """
            In a study it reads all of study.sqlite, compares every session, plan, image, checkpoint and resume file with \
            what was recorded, and finds what commands that were killed left behind. --clean removes that, and writes \
            study.sqlite again without its free space where at least 1 MB and 5 % of it are free; nothing of a command that is at work is \
            touched. A page that was built outside of the study folder may have left a .NAME-*.dotchi-part beside it: \
            building it again removes that.

            Each line begins with ok, none (there is nothing to look at), note (worth knowing, no fault), missing, wrong, or \
            removed (by --clean).

            Ends with status 0 where nothing is to be mended, with 69 where a part of dotchi is missing, else with that of \
            what is wrong with the study: 65 or 66.
            """)

    @OptionGroup var options: StudyOptions

    @Flag(help: "Remove what commands that were killed left in the study, and make study.sqlite smaller.")
    var clean = false

    func run() async throws {
        let checks = [await engine(), templates()] + study()
        for check in checks { try Console.result(check.line) }
        let faults = checks.compactMap(\.fault)
        if let status = faults.first(where: { $0 == .unavailable }) ?? faults.first { throw ExitCode(status.rawValue) }
    }

    /// What was looked at: all well, a fault, or nothing to look at.
    struct Check {
        var mark = Mark.ok
        var fault: ExitStatus?
        var text: String

        /// The mark in a column of its own, with which further lines of the text are aligned.
        var line: String {
            let width = 9
            return mark.rawValue + String(repeating: " ", count: width - mark.rawValue.count)
                + text.replacing("\n", with: "\n" + String(repeating: " ", count: width))
        }
    }

    /// How a line of the result begins.
    enum Mark: String, CaseIterable {
        case ok
        /// Nothing to look at.
        case nothing = "none"
        /// Worth knowing, no fault.
        case note
        /// Not there.
        case missing
        /// There, and not what it should be.
        case wrong
        /// Removed by --clean.
        case removed
    }

    private func engine() async -> Check {
        do {
            let facts = try await TensorThread.run {
                (
                    path: try TensorEngine.open().path, description: try TensorEngine.describe(),
                    devices: try TensorEngine.cudaDeviceCount()
                )
            }
            let devices = facts.devices == 0 ? "no CUDA device" : facts.devices.counted("CUDA device")
            let threads = ProcessInfo.processInfo.activeProcessorCount.counted("thread")
            return Check(text: "tensor engine: \(facts.description), \(threads), \(devices) (\(facts.path))")
        } catch {
            return Check(mark: .missing, fault: .unavailable, text: "\(error)")
        }
    }

    private func templates() -> Check {
        do {
            return Check(
                text: "templates: \(try Templates.studies().list) (\(try Templates.folder().path))")
        } catch {
            return Check(mark: .missing, fault: .unavailable, text: "\(error)")
        }
    }
}
