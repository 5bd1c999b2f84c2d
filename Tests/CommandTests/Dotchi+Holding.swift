import Foundation
import Synchronization
import TestKit

extension Dotchi {
    /// Starts it, without a terminal, and waits until it waits at `point`.
    ///
    /// - Parameter turn: at which passing of the point, counted from 1.
    /// - Throws: `HangError` where it ends before that.
    func held(
        at point: String, turn: Int = 1, _ arguments: String..., isolation: isolated (any Actor)? = #isolation
    ) async throws -> HeldDotchi {
        try await held(at: point, turn: turn, arguments)
    }

    /// The same.
    func held(
        at point: String, turn: Int = 1, _ arguments: [String], isolation: isolated (any Actor)? = #isolation
    ) async throws -> HeldDotchi {
        // Beside the study, where it is in nobody's way.
        let hold = Hold(point, turn: turn, in: folder.deletingLastPathComponent())
        var command = self
        for (name, value) in hold.environment { command.environment[name] = value }
        let run = HeldRun(command, arguments)
        try await eventually("dotchi \(arguments) comes to “\(point)”") { hold.process != nil || run.isOver }
        guard let process = hold.process else {
            throw HangError(what: "it comes to “\(point)”; it ended before: \(try await run.ending())")
        }
        return HeldDotchi(process: process, hold: hold, run: run)
    }

    /// Runs it with `arguments`, and `body` while it waits at `point`, with its process number; then lets it go on, unless
    /// `body` killed it.
    ///
    /// - Parameter turn: at which passing of the point, counted from 1.
    /// - Returns: how it ended.
    func whileHeld(
        at point: String, turn: Int = 1, _ arguments: [String], isolation: isolated (any Actor)? = #isolation,
        _ body: (Int32) async throws -> Void
    ) async throws -> Ending {
        let held = try await held(at: point, turn: turn, arguments)
        try await body(held.process)
        return try await held.end()
    }
}

/// A command that waits at a point. Where the test forgets it, as after a failure, it is killed.
final class HeldDotchi {
    /// Its number.
    let process: Int32
    /// Where it waits.
    let hold: Hold
    private let run: HeldRun

    fileprivate init(process: Int32, hold: Hold, run: HeldRun) {
        self.process = process
        self.hold = hold
        self.run = run
    }

    deinit {
        if !run.isOver { Foundation.kill(process, SIGKILL) }
        hold.release()
    }

    /// Sends the signal of Ctrl-C, lets the command go on once it has taken note of it, and waits for its end.
    func interrupt(isolation: isolated (any Actor)? = #isolation) async throws -> PseudoTerminal.Exit {
        Foundation.kill(process, SIGINT)
        try await hold.waitUntilTaken(signal: SIGINT, by: process)
        return try await goOn()
    }

    /// Kills the command where it waits.
    func kill(isolation: isolated (any Actor)? = #isolation) async throws -> PseudoTerminal.Exit {
        if !run.isOver { Foundation.kill(process, SIGKILL) }
        return try await goOn()
    }

    /// Lets the command go on, and waits for its end.
    func goOn(isolation: isolated (any Actor)? = #isolation) async throws -> PseudoTerminal.Exit {
        let status = try await end().status
        return status < 0 ? .signal(-status) : .status(status)
    }

    /// The same, with what it printed and said.
    func end(isolation: isolated (any Actor)? = #isolation) async throws -> Dotchi.Ending {
        hold.release()
        return try await run.ending()
    }
}

/// A command that runs beside the test, whoever else has a turn: the test's own commands need theirs meanwhile.
private final class HeldRun: Sendable {
    private let over = Atomic(false)
    private let task: Mutex<Task<Dotchi.Ending, any Error>?> = Mutex(nil)

    init(_ command: Dotchi, _ arguments: [String]) {
        let task = Task {
            defer { over.store(true, ordering: .sequentiallyConsistent) }
            return try await command.runAlone(arguments)
        }
        self.task.withLock { $0 = task }
    }

    /// Whether it has ended.
    var isOver: Bool { over.load(ordering: .sequentiallyConsistent) }

    /// How it ends; a test that is out of time ends it.
    func ending() async throws -> Dotchi.Ending {
        guard let task = task.withLock({ $0 }) else { throw HangError(what: "the command is started") }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
