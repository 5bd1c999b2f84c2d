import Foundation
import TestKit
import Testing

@Suite("Preparing photographs", .endsHangs)
struct InterruptedPreparationTests {
    @Test(
        "that is stopped or killed adds none, and is in the way of no later one",
        arguments: [
            ("photographs: one prepared", 10, SIGINT), ("photographs: one prepared", 10, SIGKILL),
            ("photographs: before rename", 1, SIGKILL), ("photographs: before rename", 2, SIGKILL),
        ])
    func adding(point: String, turn: Int, signal: Int32) async throws {
        try await withTinyStudy { dotchi in
            let before = try await dotchi.well("dataset", "show")
            let command = ["dataset", "add", "procedural", "--count", "20", "--holdout", "4", "--seed", "3"]
            let adding = try await dotchi.held(at: point, turn: turn, command)
            let exit = try await signal == SIGINT ? adding.interrupt() : adding.kill()
            #expect(exit == (signal == SIGINT ? .status(130) : .signal(signal)))
            #expect(try await dotchi.well("dataset", "show") == before)
            // What is there still trains.
            try await dotchi.well("train", "--network", "faces16", "--epochs", "4")
            let added = try await dotchi(command)
            #expect(added.status == 0, "\(added.talk)")
            #expect(try await dotchi.well("dataset", "show").contains("photographs: 20, 4 held out"))
        }
    }
}
