import Foundation
import TestKit
import Testing

/// The built command, run as a person runs it.
struct Dotchi: Sendable {
    /// The folder it is run in.
    var folder: URL
    /// Added to the environment; nil takes a variable out of it.
    var environment: [String: String?] = [:]
    /// What it can read from standard input.
    var input = ""
    /// The executable.
    var executable = Project.command

    /// How a run ended.
    struct Ending: Sendable {
        /// The exit status; the signal as a negative number where one ended it.
        var status: Int32
        /// Standard output.
        var output: String
        /// Standard error.
        var talk: String
    }

    /// Runs it with these arguments.
    func callAsFunction(_ arguments: String...) async throws -> Ending { try await run(arguments) }

    /// Runs it with these arguments.
    func callAsFunction(_ arguments: [String]) async throws -> Ending { try await run(arguments) }

    /// Runs it with these arguments, and expects that it ends well; what it printed.
    @discardableResult
    func well(_ arguments: String..., location: SourceLocation = #_sourceLocation) async throws -> String {
        let ending = try await run(arguments)
        try #require(ending.status == 0, "dotchi \(arguments): \(ending.talk)", sourceLocation: location)
        return ending.output
    }

    /// Runs it with these arguments, and expects that it ends with `status`, having printed no result; what it said.
    @discardableResult
    func fails(
        _ status: Int32, _ arguments: String..., location: SourceLocation = #_sourceLocation
    ) async throws -> String {
        try await fails(status, arguments, location: location)
    }

    /// Runs it with these arguments, and expects that it ends with `status`, having printed no result; what it said.
    func fails(
        _ status: Int32, _ arguments: [String], location: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let ending = try await run(arguments)
        let how = "dotchi \(arguments) ended with \(ending.status): \(ending.talk)"
        #expect(ending.status == status, "\(how)", sourceLocation: location)
        #expect(ending.output.isEmpty, "\(how)\n\(ending.output)", sourceLocation: location)
        #expect(!ending.talk.isEmpty, "\(how), without a word", sourceLocation: location)
        return ending.talk
    }

    /// Runs it with these arguments in a terminal.
    func sit(at terminal: PseudoTerminal, _ arguments: String...) throws { try sit(at: terminal, arguments) }

    /// Runs it with these arguments in a terminal.
    func sit(at terminal: PseudoTerminal, _ arguments: [String]) throws {
        var environment = whole
        environment["TERM"] = "xterm-256color"
        environment["LC_ALL"] = "C.UTF-8"
        // The terminal starts programs in the tests' folder.
        try terminal.start(
            "/bin/sh", ["-c", "cd \"$0\" && exec \"$@\"", folder.path, executable.path] + arguments,
            environment: environment)
    }

    private var whole: [String: String] {
        var whole = ProcessInfo.processInfo.environment
        // Many of them run side by side here: threads that wait for each other should leave the cores to the others.
        whole["OMP_WAIT_POLICY"] = "passive"
        for (name, value) in environment { whole[name] = value }
        return whole
    }

    // As many as the cores can serve; those that wait in a terminal are not counted.
    private static let turns = Turns(max(2, min(ProcessInfo.processInfo.activeProcessorCount, 16)))

    private func run(_ arguments: [String]) async throws -> Ending {
        try await Self.turns.take { try await runAlone(arguments) }
    }

    /// Runs it with these arguments, whoever else has a turn.
    func runAlone(_ arguments: [String]) async throws -> Ending {
        try await withTemporaryFolder { scratch in
            let process = Process()
            process.executableURL = executable
            process.arguments = arguments
            process.currentDirectoryURL = folder
            process.environment = whole
            // Files, not pipes: nothing blocks however much is said.
            let output = scratch.appending(path: "output")
            let talk = scratch.appending(path: "talk")
            for file in [output, talk] { try Data().write(to: file) }
            let given = scratch.appending(path: "input")
            try Data(input.utf8).write(to: given)
            let handles = [
                try FileHandle(forReadingFrom: given), try FileHandle(forWritingTo: output),
                try FileHandle(forWritingTo: talk),
            ]
            // Foundation keeps a process that has ended, and with it these: a thousand runs would use up all descriptors.
            defer { for handle in handles { try? handle.close() } }
            process.standardOutput = handles[1]
            process.standardError = handles[2]
            process.standardInput = handles[0]
            try await process.runToItsEnd()
            let status = process.terminationStatus
            return Ending(
                status: process.terminationReason == .exit ? status : -status,
                output: try String(contentsOf: output, encoding: .utf8),
                talk: try String(contentsOf: talk, encoding: .utf8))
        }
    }
}

extension Process {
    /// Runs the program without holding a thread; a test that is out of time ends it.
    func runToItsEnd() async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                terminationHandler = { _ in continuation.resume() }
                do {
                    try Self.unblocked { try run() }
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        } onCancel: {
            if isRunning { terminate() }
        }
    }

    /// Runs `body` with no signal blocked, as in a shell: a program inherits the mask of the thread that starts it, and the
    /// threads of tasks block all of them.
    private static func unblocked(_ body: () throws -> Void) rethrows {
        var (none, before) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try body()
    }
}
