import ArgumentParser
import Foundation
import Logging
import SurveyServer
import Workflows

/// `dotchi survey serve`: the page, and the answers as they are given.
struct SurveyServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the survey's page, and take the answers as they are given.",
        discussion: """
            For a plan whose answers are sent (`survey.submit: collector`). A person gets a seat when they agree to take part: the \
            one that the fewest finished and are at. What they answer is on disk before the page hears that it was taken, and is \
            sent again until then. Ctrl-C, or SIGTERM, ends it when all that was taken is answered.

            It speaks HTTP; a proxy in front of it gives TLS, with --trust-proxy. One collector of a study's store is at work at a \
            time; several stores of one plan each take a part of the seats with --seats 1/3, 2/3 and 3/3, and `dotchi votes \
            import` brings their answers together.
            """)

    @OptionGroup var options: StudyOptions

    @Option(help: "The address to listen on; 0.0.0.0 is every one of this machine.")
    var listen = "127.0.0.1"

    @Option(parsing: .unconditional, help: "The port; 0 takes a free one.", transform: Number.whole)
    var port = 8080

    @Option(help: ArgumentHelp("What stands before all paths: /faces.", valueName: "path"))
    var basePath = ""

    @Flag(help: "A proxy says who asks (X-Forwarded-For); only where nobody reaches this port but by the proxy.")
    var trustProxy = false

    @Option(help: ArgumentHelp("Give part I of N of the seats: 1/3.", valueName: "i/n"), transform: Self.share)
    var seats: SeatShare = .all

    @Option(
        parsing: .unconditional, help: "For how many minutes a seat is held for somebody of whom nothing is heard.",
        transform: Number.whole)
    var hold = 60

    @Option(
        parsing: .unconditional, help: "The most sessions that begin in a minute, in all.", transform: Number.whole)
    var sessionsPerMinute = 600

    @Option(
        parsing: .unconditional,
        help:
            "The most sessions that begin in a minute from one address (default: any number, since a lecture hall shares one).",
        transform: Number.whole)
    var sessionsPerAddress: Int?

    @Flag(help: "Show a board of the study under way to whoever has its address, which is printed with a new token.")
    var board = false

    @Option(
        help: ArgumentHelp(
            "The same with a token of your own: 16 characters or more, of letters, digits and -._~ (--board makes one).",
            valueName: "token")
    )
    var boardToken: String?

    @Option(
        parsing: .unconditional,
        help: "Let Prometheus read metrics at this port, of this machine alone; 0 takes a free one.",
        transform: Number.whole)
    var metricsPort: Int?

    private static func share(_ text: String) throws -> SeatShare {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let number = parts[0], let count = parts[1],
            let share = SeatShare(number: number, of: count)
        else { throw ValidationError("expected I/N, such as 1/3: a part of at most 1000") }
        return share
    }

    func validate() throws {
        try check("--port", port, from: 0, to: 65_535)
        if let metricsPort { try check("--metrics-port", metricsPort, from: 0, to: 65_535) }
        try check("--hold", hold, from: 1, to: 10_000)
        try check("--sessions-per-minute", sessionsPerMinute, from: 1, to: 1_000_000)
        if let sessionsPerAddress { try check("--sessions-per-address", sessionsPerAddress, from: 1, to: 1_000_000) }
        if let boardToken, boardToken.wholeMatch(of: /[A-Za-z0-9._~-]{16,200}/) == nil {
            throw ValidationError(
                "--board-token: expected 16 to 200 letters, digits and \"-._~\"; whoever guesses it sees the board. --board makes one."
            )
        }
        guard basePath.wholeMatch(of: /(\/[A-Za-z0-9._~-]+)*\/?/) != nil else {
            throw ValidationError("--base-path: expected a path such as /faces, of letters, digits and \"-._~\"")
        }
    }

    func run() async throws {
        let study = try OpenStudy(options)
        let collector = try Collector(study, share: seats, hold: Double(hold) * 60)
        var server = ServerOptions()
        server.host = listen
        server.port = port
        server.basePath = basePath.hasSuffix("/") ? String(basePath.dropLast()) : basePath
        server.trustsProxy = trustProxy
        server.sessionsPerMinute = sessionsPerMinute
        server.sessionsPerMinuteAndAddress = sessionsPerAddress
        server.boardToken = boardToken ?? (board ? Secret.make() : nil)
        server.metricsPort = metricsPort
        let host = listen.contains(":") ? "[\(listen)]" : listen
        let path = server.basePath
        do {
            try await CollectorServer(
                collector, board: try server.boardToken.map { _ in try StudyBoard(study) }, options: server,
                logger: Logger(label: "dotchi")
            ).run(
                listening: { [server] port in
                    try? Console.result("http://\(host):\(port)\(path)/")
                    if let token = server.boardToken {
                        try? Console.result("http://\(host):\(port)\(path)/board?token=\(token)")
                    }
                },
                measuring: { port in Console.say("metrics at http://127.0.0.1:\(port)/metrics") })
        } catch let failure as Failure {
            throw failure
        } catch {
            let other = metricsPort.map { ", or port \($0) of 127.0.0.1" } ?? ""
            throw Failure(.unavailable, "\(listen), port \(port)\(other), cannot be listened on: \(error).")
        }
        let people = collector.people
        Console.say("ended; \(people.finished) finished, \(people.underWay) under way")
    }
}
