import ArgumentParser

/// `dotchi runs`: what was trained.
struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "What was trained, how long it took, and what was kept.",
        subcommands: [
            RunsListCommand.self, RunsShowCommand.self, RunsCostCommand.self, RunsQualityCommand.self,
            RunsExportCommand.self, RunsImportCommand.self,
        ],
        defaultSubcommand: RunsListCommand.self)
}
