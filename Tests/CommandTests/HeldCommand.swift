import Foundation
import TestKit
import Testing

extension Dotchi {
    /// Runs it with `arguments`, and `body` while it waits at `point`, with its process number; then lets it go on, unless
    /// `body` killed it.
    ///
    /// - Parameter turn: at which passing of the point, from 1.
    /// - Returns: how it ended.
    func whileHeld(
        at point: String, turn: Int = 1, _ arguments: [String], isolation: isolated (any Actor)? = #isolation,
        location: SourceLocation = #_sourceLocation, _ body: (Int32) async throws -> Void
    ) async throws -> Ending {
        // Beside the study, where it is in nobody's way.
        let file = folder.deletingLastPathComponent().appending(path: "held-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        var held = self
        held.environment["DOTCHI_HOLD"] = "\(point)#\(turn)=\(file.path)"
        let command = held
        let run = Task { try await command(arguments) }
        let ended = Task { _ = await run.result }
        let end = Ended()
        let watch = Task {
            await ended.value
            await end.set()
        }
        defer { watch.cancel() }
        while !FileManager.default.fileExists(atPath: file.path) {
            if await end.isSet {
                let ending = try await run.value
                Issue.record("it never came to \(point): \(ending)", sourceLocation: location)
                return ending
            }
            try await Task.sleep(for: .milliseconds(5))
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        do {
            try await body(try #require(Int32(text.trimmingCharacters(in: .newlines))))
        } catch {
            try? FileManager.default.removeItem(at: file)
            _ = await run.result
            throw error
        }
        try? FileManager.default.removeItem(at: file)
        return try await run.value
    }

    private actor Ended {
        private(set) var isSet = false

        func set() { isSet = true }
    }
}
