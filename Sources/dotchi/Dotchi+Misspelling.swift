import ArgumentParser
import StudyFiles

extension Dotchi {
    /// What to say of a command line whose first words are no command, but nearly one; nil for every other.
    static func misspelling(in arguments: [String]) -> ValidationError? {
        var path = "dotchi"
        var command: any ParsableCommand.Type = Dotchi.self
        for word in arguments {
            let commands = command.configuration.subcommands
            if word.hasPrefix("-") || commands.isEmpty { return nil }
            guard let next = commands.first(where: { $0.configuration.commandName == word }) else {
                let names = commands.compactMap { $0.configuration.commandName }
                return Spelling.nearest(to: word, among: names).map { name in
                    ValidationError("there is no command `\(path) \(word)`; did you mean `\(path) \(name)`?")
                }
            }
            path += " \(word)"
            command = next
        }
        return nil
    }
}
