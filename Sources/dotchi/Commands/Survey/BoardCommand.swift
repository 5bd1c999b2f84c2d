import ArgumentParser
import Foundation
import Workflows

/// `dotchi board`: a study under way, for others.
struct BoardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "board", abstract: "Write down how a study under way stands.",
        subcommands: [BoardExportCommand.self])
}

/// `dotchi board export`: the board as files.
struct BoardExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the board as index.html and board.json, to be put on any web server.",
        discussion: """
            What `dotchi survey watch` shows, at one moment; the page loads and runs nothing. Rates are hidden until the study has \
            ended by its stopping rule, unless --rates is given; each export is kept in the study, and the report counts them.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(help: "The folder to write; files of an earlier export in it are replaced.", completion: .directory)
    var folder: String

    @Flag(help: "Show the rates before the study has ended; the report says so.")
    var rates = false

    func run() async throws {
        let files = try StudyBoard(OpenStudy(options), showsRates: rates).export(to: URL(filePath: folder))
        for file in files { try Console.result(file) }
    }
}
