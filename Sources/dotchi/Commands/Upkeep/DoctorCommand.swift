import ArgumentParser
import Foundation
import Study
import StudyFiles
import Workflows

/// `dotchi doctor`: what is there, what is missing, and the command that mends it.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what is installed, what is missing, and the command that mends it.",
        discussion: """
            In a study it reads all of study.sqlite, compares every session, plan, generation, image, checkpoint, training time and resume file with \
            what was recorded, and finds what commands that were killed left behind. --clean removes that, brings a study.sqlite of an older dotchi up to date, and writes \
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
        let networks = (try? options.folder()).flatMap { try? $0.study().networks }
        let findings = await Installation.findings(trains: networks?.isEmpty != true) + study()
        for finding in findings { try Console.result(finding.line) }
        let faults = findings.compactMap(\.fault)
        if let kind = faults.first(where: { $0 == .unavailable }) ?? faults.first {
            throw ExitCode(ExitStatus(kind).rawValue)
        }
    }

    /// What is found in the study that the command was called in.
    private func study() -> [CheckupFinding] {
        let folder: StudyFolder
        do {
            folder = try options.folder()
        } catch StudyFolderError.notFound where options.path == nil {
            return [
                CheckupFinding(
                    mark: .nothing, text: "study: there is none here, which is fine; inside of one it is looked at too")
            ]
        } catch {
            return [.broken(error)]
        }
        return StudyCheckup(folder, cleaning: clean, reporter: ConsoleReporter()).findings()
    }
}

extension CheckupFinding {
    /// The mark in a column of its own, with which further lines of the text are aligned.
    fileprivate var line: String {
        let width = 9
        return mark.rawValue + String(repeating: " ", count: width - mark.rawValue.count)
            + text.replacing("\n", with: "\n" + String(repeating: " ", count: width))
    }
}
