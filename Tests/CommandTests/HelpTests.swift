import Foundation
import TestKit
import Testing

@Suite("The help of the command", .endsHangs)
struct HelpTests {
    private let dotchi = Dotchi(folder: FileManager.default.temporaryDirectory)

    @Test("--version prints the version that CITATION.cff names, and nothing else")
    func version() async throws {
        let citation = try String(contentsOf: Project.root.appending(path: "CITATION.cff"), encoding: .utf8)
        let cited = try #require(citation.firstMatch(of: /(?m)^version: (\S+)$/)).output.1
        #expect(try await dotchi.well("--version") == "\(cited)\n")
    }

    @Test("--help and help tell the order of a study; help of a command tells that command's")
    func help() async throws {
        let help = try await dotchi.well("--help")
        #expect(help.contains("init, dataset add, train, pool refresh, survey plan"))
        for group in ["TRAINING", "SURVEY", "REPORTING", "UPKEEP"].map({ "\($0) SUBCOMMANDS:" }) {
            #expect(help.contains(group))
        }
        #expect(try await dotchi.well("help") == help)
        let train = try await dotchi.well("train", "--help")
        #expect(train.contains("USAGE: dotchi train"))
        #expect(try await dotchi.well("help", "train") == train)
    }

    @Test("every command says what it does, and every argument, flag and option of it")
    func everythingIsExplained() async throws {
        let root = try await root()
        var commands = 0
        var arguments = 0
        for (path, command) in root.all(under: []) {
            commands += 1
            let abstract = command.abstract ?? ""
            #expect(abstract.hasSuffix(".") || abstract.hasSuffix("?"), "\(path) has the abstract “\(abstract)”")
            for argument in command.arguments ?? [] where argument.shouldDisplay {
                arguments += 1
                let help = argument.abstract ?? ""
                #expect(help.hasSuffix(".") || help.hasSuffix(")"), "\(path) \(argument.valueName): “\(help)”")
            }
        }
        #expect(commands > 20 && arguments > 60, "\(commands) commands with \(arguments) arguments were looked at")
    }

    @Test("every subcommand answers to --help under the name that the help lists")
    func everyCommandAnswers() async throws {
        for (path, _) in try await root().all(under: []) where path.count == 3 {
            let help = try await dotchi(path[1], path[2], "--help")
            #expect(help.status == 0 && help.output.contains("USAGE: \(path.joined(separator: " "))"), "\(path)")
        }
    }

    @Test("every command that the help lists stands in README.md")
    func readme() async throws {
        let readme = try String(contentsOf: Project.root.appending(path: "README.md"), encoding: .utf8)
        let commands = (try await root().subcommands ?? []).filter { $0.commandName != "help" }
        #expect(commands.count > 8)
        for command in commands {
            #expect(
                readme.contains("`dotchi \(command.commandName)"), "README.md lacks `dotchi \(command.commandName)`")
        }
    }

    private func root() async throws -> Help.Command {
        let dump = try await dotchi.well("--experimental-dump-help")
        return try JSONDecoder().decode(Help.self, from: Data(dump.utf8)).command
    }

    /// What swift-argument-parser tells of the command.
    private struct Help: Decodable {
        struct Command: Decodable {
            struct Argument: Decodable {
                var abstract: String?
                var valueName: String
                var shouldDisplay: Bool
            }

            var commandName: String
            var abstract: String?
            var arguments: [Argument]?
            var subcommands: [Command]?

            /// The command and all under it, each with its path of names; help's own are left out.
            func all(under path: [String]) -> [(path: [String], command: Command)] {
                let path = path + [commandName]
                let below = (subcommands ?? []).filter { $0.commandName != "help" }
                return [(path, self)] + below.flatMap { $0.all(under: path) }
            }
        }

        var command: Command
    }
}
