import Answers
import Foundation
import Study
import SurveyTerminal
import TestKit
import Testing

@Suite("The terminal survey and signals", .serialized, .endsHangs)
struct SurveySignalsTests {
    @Test("SIGTERM, SIGHUP, SIGINT and SIGQUIT give the terminal back", arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func signals(signal: Int32) async throws {
        try await withTemporaryFolder { folder in
            let survey = try SurveyProcess(in: folder)
            let before = survey.terminal.settings
            // The shell passes the signal to the program that runs in it.
            try survey.startInShell(with: ["TERM": "tmux"])
            try await survey.terminal.wait(for: "Press Enter to start.")
            let shell = try #require(survey.terminal.child)
            let program = try #require(Self.child(of: shell))
            kill(program, signal)
            let status = signal == SIGINT ? 10 : 128 + signal
            try await survey.terminal.wait(for: "ended with \(status)")
            #expect(survey.terminal.output.contains(SurveyProcess.leaving))
            #expect(survey.terminal.settings == before)
        }
    }

    @Test("Ctrl-Z gives the terminal back to the shell, and fg goes on with the same trial")
    func suspend() async throws {
        try await withTemporaryFolder { folder in
            let survey = try SurveyProcess(in: folder)
            let terminal = survey.terminal
            try await survey.startFromInteractiveShell()
            // The terminal gives no answer about itself: after a moment the survey goes on without.
            try await terminal.wait(for: "Press Enter to start.")
            let raw = terminal.settings
            try terminal.type("\r")
            try await terminal.wait(for: "q  stop for now")
            try terminal.type("\u{1A}")
            try await terminal.wait(for: "Stopped")
            try await terminal.wait(for: "ready> ")
            #expect(terminal.settings != raw)
            try terminal.type("echo still $((40 + 2))\n")
            try await terminal.wait(for: "still 42")
            try terminal.type("fg\n")
            try await terminal.wait(for: "1 of 3")
            try await terminal.wait(for: "q  stop for now")
            try await eventually("the survey takes the terminal again") { terminal.settings == raw }
            try await terminal.type("j", until: "2 of 3")
            #expect(try survey.events.told.map(\.kind).prefix(4) == [.shown, .blur, .focus, .vote])
            try await terminal.wait(for: "q  stop for now")
            try terminal.type("q")
            try await terminal.wait(for: "ready> ")
        }
    }

    @Test("a survey that was stopped from outside takes the terminal again when it goes on")
    func stoppedFromOutside() async throws {
        try await withTemporaryFolder { folder in
            let survey = try SurveyProcess(in: folder)
            let terminal = survey.terminal
            let before = terminal.settings
            try survey.start(with: ["TERM": "tmux"])
            try await survey.begin()
            let raw = terminal.settings
            terminal.send(signal: SIGSTOP)
            try await eventually("the survey is stopped") { terminal.isStopped }
            // What a shell does with a terminal that a stopped program left raw.
            let restore = Process()
            restore.executableURL = URL(filePath: "/bin/stty")
            restore.arguments = ["-F", terminal.path, "sane"]
            try restore.run()
            restore.waitUntilExit()
            #expect(terminal.settings != raw)
            terminal.send(signal: SIGCONT)
            try await terminal.wait(for: "1 of 3")
            try await terminal.wait(for: "q  stop for now")
            try await eventually("the survey takes the terminal again") { terminal.settings == raw }
            #expect(before != raw)
            try await terminal.type("j", until: "2 of 3")
        }
    }

    @Test("a window made smaller and larger is drawn again; too small says so and takes no answer")
    func resize() async throws {
        try await withTemporaryFolder { folder in
            let survey = try SurveyProcess(in: folder)
            let terminal = survey.terminal
            try survey.start(with: ["TERM": "tmux"])
            try await survey.begin()
            terminal.resize(columns: 30, rows: 10)
            try await terminal.wait(for: "too small")
            try terminal.type("f")
            try await eventually("the key is read") { terminal.unread == 0 }
            terminal.resize(columns: 160, rows: 50)
            try await terminal.wait(for: "1 of 3")
            try await terminal.wait(for: "q  stop for now")
            // The first trial still: the key in the small window answered nothing.
            try await terminal.type("j", until: "2 of 3")
            let events = try survey.events
            #expect(events.filter { $0.kind == .vote }.map(\.choice) == [.right])
            #expect(events.told.first?.shownPixels ?? 0 < 40)
            #expect(events.first { $0.kind == .vote }?.shownPixels == 64)
        }
    }

    @Test("a closed window ends the program")
    func closedWindow() async throws {
        try await withTemporaryFolder { folder in
            let survey = try SurveyProcess(in: folder)
            try survey.start(with: ["TERM": "tmux"])
            try await survey.begin()
            survey.terminal.hangUp()
            // The end of input or the signal, whichever is first.
            let exit = try await survey.terminal.exit()
            #expect(exit == .status(128 + SIGHUP) || exit == .signal(SIGHUP))
        }
    }

    // The program that a shell runs.
    private static func child(of shell: pid_t) -> pid_t? {
        let children = try? String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
        return children?.split(separator: " ").first.flatMap { pid_t($0) }
    }
}
