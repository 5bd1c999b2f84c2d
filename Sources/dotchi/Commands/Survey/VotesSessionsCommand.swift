import ArgumentParser
import StudyStore
import Workflows

/// `dotchi votes sessions`: who answered when and where, and what they answered to questionnaires.
struct VotesSessionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions",
        abstract: "Write one row a session to standard output: what it comes to, and answers to questionnaires.",
        discussion: """
            CSV. The columns `participant` and `session` are those of `dotchi votes export`, so that both tables can be joined; \
            `before.ID` and `after.ID` have the answers to survey.before and survey.after. All sessions of all plans are there, \
            also those that do not count, with the rule in `excluded`; those that cannot be read are named. People and \
            sessions stand under random pseudonyms; with --identities under their ids, and `link.NAME` has what the link had. \
            Texts that people wrote are as they wrote them, and may name somebody.
            """)

    @OptionGroup var options: StudyOptions

    @Flag(help: "Name people and sessions by their ids, not by pseudonyms.")
    var identities = false

    func run() throws {
        try SessionExport(OpenStudy(options, readOnly: true)).csv(people: identities ? .identities : .pseudonyms) {
            try Console.data($0)
        }
    }
}
