import ArgumentParser
import Foundation
import Reports
import Workflows

/// `dotchi survey watch`: a study under way.
struct SurveyWatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Watch a study under way: people, votes, seats, who stays, what is left out.",
        discussion: """
            Rates are hidden until the study has ended by its stopping rule (analysis.stopping): who looks before finds more than \
            there is. A rule by e-values shows these before. --rates shows the rates all the same. Each opening is kept in the study, \
            with what it showed, and the report counts them.

            Ctrl-C ends it. It only reads beside a collector, and slows none down.
            """)

    @OptionGroup var options: StudyOptions

    @Option(parsing: .unconditional, help: "After how many seconds to look again.", transform: Number.whole)
    var every = 10

    @Flag(help: "Look once, and end.")
    var once = false

    @Flag(help: "Show the rates before the study has ended; the report says so.")
    var rates = false

    @Flag(help: "Print JSON, one document a look.")
    var json = false

    func validate() throws { try check("--every", every, from: 1, to: 86_400) }

    func run() async throws {
        let board = try StudyBoard(OpenStudy(options), showsRates: rates)
        var seen = try board.open()
        let isScreen = !once && !json && isatty(STDOUT_FILENO) == 1
        while true {
            if isScreen { Console.clear() }
            try json ? Console.data(seen.json.document.trimmedEnd) : Console.result(seen.terminal)
            if once { return }
            try await Task.sleep(for: .seconds(every))
            seen = try board.look()
        }
    }
}
