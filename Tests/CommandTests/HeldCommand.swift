import Foundation
import Synchronization
import TestKit
import Testing

extension Dotchi {
    /// Runs it with `arguments`, without a terminal, and `body` while it waits at `point`, with its process number; then lets
    /// it go on, unless `body` killed it.
    ///
    /// - Parameter turn: at which passing of the point, from 1.
    /// - Returns: how it ended.
    func whileHeld(
        at point: String, turn: Int = 1, _ arguments: [String], isolation: isolated (any Actor)? = #isolation,
        _ body: (Int32) async throws -> Void
    ) async throws -> Ending {
        // Beside the study, where it is in nobody's way.
        let hold = Hold(point, turn: turn, in: folder.deletingLastPathComponent())
        var held = self
        for (name, value) in hold.environment { held.environment[name] = value }
        let command = held
        let isOver = Atomic(false)
        let run = Task {
            defer { isOver.store(true, ordering: .sequentiallyConsistent) }
            // It waits for `body`, whose commands need the turns.
            return try await command.runAlone(arguments)
        }
        do {
            try await eventually("dotchi \(arguments) comes to “\(point)”") {
                hold.process != nil || isOver.load(ordering: .sequentiallyConsistent)
            }
            guard let process = hold.process else {
                throw HangError(what: "it ended before “\(point)”: \(try await run.value)")
            }
            try await body(process)
        } catch {
            hold.release()
            _ = await run.result
            throw error
        }
        hold.release()
        return try await run.value
    }
}
