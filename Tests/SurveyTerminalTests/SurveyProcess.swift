import Answers
import Files
import Foundation
import Pictures
import Study
import SurveyTerminal
import TestKit
import Testing

/// The survey in a program of its own, as a person meets it: the test program starts itself again in a pseudo-terminal,
/// where only `take()` below runs.
struct SurveyProcess {
    /// What the survey in the other program is to be like; handed over in its environment.
    struct Order: Codable {
        var settings = SurveySettings(minimumResponseMilliseconds: 0, consent: false)
        var trials = 3
        var language = Language.english
        var pixels: String?
        /// The store refuses votes from this trial on.
        var refusesFrom = Int.max
        /// This trial's images cannot be read.
        var failing = 0
        /// The images of this trial and all after it cannot be read.
        var failsFrom = Int.max
        /// How long the terminal may take to answer, in milliseconds; nil as always.
        var patience: Int?
    }

    struct Unreadable: Error, CustomStringConvertible {
        var description: String { "disk full" }
    }

    static let variable = "DOTCHI_TEST_SURVEY"

    /// The ending of the file that, while it is there, means that another program keeps votes from being stored.
    static let busy = ".busy"

    /// What gives the terminal back: no reports of focus, wrapping, the cursor, the ordinary screen.
    static let leaving = "\u{1B}[?1004l\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

    let terminal: PseudoTerminal
    let store: URL
    private let environment: [String: String]

    init(_ order: Order = Order(), columns: Int = 80, rows: Int = 24, in folder: URL) throws {
        terminal = try PseudoTerminal(columns: columns, rows: rows)
        store = folder.appending(path: "events.jsonl")
        environment = [
            "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "PS1": "ready> ", "LC_ALL": "C.UTF-8",
            Self.variable: String(decoding: try JSONEncoder().encode(order), as: UTF8.self), "STORE": store.path,
        ]
    }

    // What starts the survey, as a shell reads it.
    private var command: String {
        "'\(CommandLine.arguments[0])' --testing-library swift-testing --filter SurveyProcessTests.take"
    }

    /// Starts it alone.
    func start(with more: [String: String] = [:]) throws {
        try terminal.start(
            "/bin/sh", ["-c", "exec \(command)"], environment: environment.merging(more) { $1 })
    }

    /// Starts it from a shell that stays, says how it ended, and leaves the terminal as it got it.
    func startInShell(with more: [String: String] = [:]) throws {
        try terminal.start(
            "/bin/sh", ["-c", "\(command); echo \"ended with $?\"; read last"],
            environment: environment.merging(more) { $1 })
    }

    /// Starts an interactive shell and types the command.
    func startFromInteractiveShell() async throws {
        try terminal.start(
            "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"], environment: environment)
        try await terminal.wait(for: "ready> ")
        try terminal.type(command + "\n")
    }

    /// Presses Enter at the instructions and waits for the first trial.
    func begin() async throws {
        try await terminal.wait(for: "Press Enter to start.")
        try terminal.type("\r")
        try await terminal.wait(for: "q  stop for now")
    }

    /// What is stored so far.
    var events: [AnswerEvent] {
        get throws {
            guard let lines = try? String(contentsOf: store, encoding: .utf8) else { return [] }
            return try lines.split(separator: "\n").map {
                try JSONDecoder().decode(AnswerEvent.self, from: Data($0.utf8))
            }
        }
    }
}

extension [AnswerEvent] {
    /// The events but what is recorded of the view.
    var told: [AnswerEvent] { filter { $0.question.flatMap(AnswerEvent.ViewQuestion.init) == nil } }
}

@Suite("The program that the other tests start")
struct SurveyProcessTests {
    private static let order = ProcessInfo.processInfo.environment[SurveyProcess.variable]

    @Test("takes a person through a survey", .enabled(if: order != nil, "only as the program in a pseudo-terminal"))
    func take() throws {
        let order = try JSONDecoder().decode(SurveyProcess.Order.self, from: Data(try #require(Self.order).utf8))
        let store = URL(filePath: try #require(ProcessInfo.processInfo.environment["STORE"]))
        var lines = (try? String(contentsOf: store, encoding: .utf8)) ?? ""
        let events = try lines.split(separator: "\n").map {
            try JSONDecoder().decode(AnswerEvent.self, from: Data($0.utf8))
        }
        let session = TerminalSession(
            seat: SurveyFixture.seat(trials: order.trials), settings: order.settings, language: order.language,
            texts: try SurveyFixture.texts(order.language), events: events, command: "dotchi survey take --seat 7",
            image: { entry in
                HoldPoint.reached("survey: image wanted")
                if entry.index == order.failing || entry.index >= order.failsFrom { throw SurveyProcess.Unreadable() }
                return SurveyFixture.picture(entry)
            },
            record: { event in
                if event.kind == .vote, event.trial ?? 0 >= order.refusesFrom { throw SurveyProcess.Unreadable() }
                if event.kind == .vote, FileManager.default.fileExists(atPath: store.path + SurveyProcess.busy) {
                    throw StoreBusy()
                }
                lines += String(decoding: try JSONEncoder().encode(event), as: UTF8.self) + "\n"
                try Data(lines.utf8).write(to: store, options: .atomic)
            })
        do {
            let patience = order.patience ?? TerminalProbe.patience
            switch try SurveyScreen.run(session, pixels: order.pixels.flatMap(RenderMode.init), patience: patience) {
            case .finished: exit(0)
            case .stopped: exit(10)
            case .declined: exit(11)
            case .screenedOut: exit(12)
            case .imagesFailed: exit(13)
            case .terminated(let signal): exit(128 + signal)
            }
        } catch {
            print("failed: \(error)")
            exit(74)
        }
    }
}
