import ArgumentParser
import StudyFiles
import Workflows

extension Dotchi {
    /// What to say of a command line whose first words are no command: the one that is nearly that, or those there are; nil
    /// for every other.
    static func misspelling(in arguments: [String]) -> ValidationError? {
        var path = "dotchi"
        var command: any ParsableCommand.Type = Dotchi.self
        // `dotchi help WORD ...`, itself a command of ArgumentParser's at the root, is of the command of these words.
        for word in arguments.first == "help" ? arguments.dropFirst() : arguments[...] {
            let commands = command.configuration.subcommands
            if word.hasPrefix("-") || commands.isEmpty { return nil }
            guard let next = commands.first(where: { $0.configuration.commandName == word }) else {
                let names = commands.compactMap { $0.configuration.commandName }
                let meant = Spelling.nearest(to: word, among: names).map { "did you mean `\(path) \($0)`?" }
                return ValidationError(
                    "there is no command `\(path) \(word)`; \(meant ?? "`\(path)` has \(names.list)")")
            }
            path += " \(word)"
            command = next
        }
        return nil
    }
}
