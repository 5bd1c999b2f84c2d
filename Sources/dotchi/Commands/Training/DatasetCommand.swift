import ArgumentParser

/// `dotchi dataset`: the photographs that the networks learn from.
struct DatasetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dataset", abstract: "Choose the photographs that the networks learn from.",
        subcommands: [DatasetAddCommand.self, DatasetShowCommand.self])
}
