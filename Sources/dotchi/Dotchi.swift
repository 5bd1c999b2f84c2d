import ArgumentParser
import Workflows

/// `dotchi`: parse, check, call, print. What is done stands in the rooms that the commands call.
@main
struct Dotchi: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dotchi",
        abstract: "Human-preference studies of image generators: which of two images is better?",
        discussion: """
            One study is one folder. From photographs to tables, in this order:
              init, dataset add, train, pool refresh, survey plan,
              survey build (or survey take), votes import, analyze, report
            """,
        version: Version.current,
        groupedSubcommands: [
            CommandGroup(
                name: "Training",
                subcommands: [
                    InitCommand.self, DatasetCommand.self, TrainCommand.self, RunsCommand.self, PoolCommand.self,
                    FiguresCommand.self,
                ]),
            CommandGroup(
                name: "Survey",
                subcommands: [SurveyCommand.self, VotesCommand.self, BoardCommand.self, SimulateCommand.self]),
            CommandGroup(
                name: "Reporting",
                subcommands: [AnalyzeCommand.self, ReportCommand.self, PowerCommand.self]),
            CommandGroup(name: "Upkeep", subcommands: [DoctorCommand.self, StoreCommand.self]),
        ])

    static func main() async {
        if let fault = OddArguments.fault { end(with: fault) }
        let arguments = Array(CommandLine.arguments.dropFirst())
        // ArgumentParser shows the general help for a command that is not there.
        if arguments.first == "help", let fault = misspelling(in: arguments) { end(with: fault) }
        var command: any ParsableCommand
        do {
            command = try parseAsRoot()
        } catch {
            end(with: misspelling(in: arguments) ?? error)
        }
        ConsoleLog.begin()
        do {
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }
}
