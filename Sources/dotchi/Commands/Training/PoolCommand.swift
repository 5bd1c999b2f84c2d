import ArgumentParser

/// `dotchi pool`: the images that people are shown.
struct PoolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pool", abstract: "The pools of images: make, bring in, look at, take out.",
        discussion: "A pool is METHOD/CONDITION. Its images are published as numbered generations that never change.",
        subcommands: [
            PoolRefreshCommand.self, PoolImportCommand.self, PoolListCommand.self, PoolShowCommand.self,
            PoolExportCommand.self,
        ])
}
