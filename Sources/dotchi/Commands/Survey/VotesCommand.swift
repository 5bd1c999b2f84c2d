import ArgumentParser

/// `dotchi votes`: what people answered.
struct VotesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "votes", abstract: "Take answers in, give votes out, erase a person's.",
        subcommands: [
            VotesImportCommand.self, VotesExportCommand.self, VotesSessionsCommand.self,
            VotesPaymentCommand.self, VotesAnswersCommand.self, VotesEraseCommand.self,
        ])
}
