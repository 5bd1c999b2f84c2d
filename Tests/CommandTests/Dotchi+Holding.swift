import Foundation
import TestKit

extension Dotchi {
    /// Starts it in a terminal, and waits until it waits at `point`.
    ///
    /// - Parameter turn: at which passing of the point, counted from 1.
    func held(at point: String, turn: Int = 1, _ arguments: String...) async throws -> HeldDotchi {
        try await held(at: point, turn: turn, arguments)
    }

    /// The same.
    func held(at point: String, turn: Int = 1, _ arguments: [String]) async throws -> HeldDotchi {
        // Beside the study, where it is in nobody's way.
        let hold = Hold(point, turn: turn, in: folder.deletingLastPathComponent())
        let terminal = try PseudoTerminal(columns: 200)
        var dotchi = self
        for (name, value) in hold.environment { dotchi.environment[name] = value }
        try dotchi.sit(at: terminal, arguments)
        try await terminal.wait(at: hold)
        return HeldDotchi(terminal: terminal, hold: hold)
    }
}

/// A command that waits at a point, in a terminal of its own.
struct HeldDotchi {
    /// Where it runs.
    let terminal: PseudoTerminal
    /// Where it waits.
    let hold: Hold

    /// Presses Ctrl-C, lets the command go on once it has taken note of it, and waits for its end.
    func interrupt(isolation: isolated (any Actor)? = #isolation) async throws -> PseudoTerminal.Exit {
        try terminal.type("\u{03}")
        try await terminal.waitUntilTaken(signal: SIGINT)
        return try await goOn()
    }

    /// Kills the command where it waits.
    func kill(isolation: isolated (any Actor)? = #isolation) async throws -> PseudoTerminal.Exit {
        terminal.send(signal: SIGKILL)
        return try await terminal.exit()
    }

    /// Lets the command go on, and waits for its end.
    func goOn(isolation: isolated (any Actor)? = #isolation) async throws -> PseudoTerminal.Exit {
        hold.release()
        return try await terminal.exit()
    }
}
