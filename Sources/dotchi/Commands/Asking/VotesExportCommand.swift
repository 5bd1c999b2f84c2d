import Answers
import ArgumentParser
import Foundation
import StudyStore

/// `dotchi votes export`: the votes as a table.
struct VotesExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write all votes to standard output, each one a row.",
        discussion: "Votes that a rule leaves out are there too, with the rule's name in the column `excluded`.")

    @OptionGroup var options: StudyOptions

    @Option(help: "The format: csv.")
    var format: VotesFormat = .csv

    func run() throws {
        let study = try OpenStudy(options, readOnly: true)
        switch format {
        case .csv: try FileHandle.standardOutput.write(contentsOf: Data(VoteTable.csv(study.store.votes())))
        }
    }
}

/// The formats of an export.
enum VotesFormat: String, ExpressibleByArgument, CaseIterable {
    case csv
}
