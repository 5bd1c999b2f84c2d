import Foundation
import TestKit
import Testing

@Suite("Training that is killed", .endsHangs)
struct KillTests {
    /// The points at which it is killed, each with the latest of its passings that is drawn: of 3 steps and 2 stages an
    /// epoch, and a checkpoint every second epoch.
    private static let points = [
        ("training: step", 30), ("training: epoch recorded", 5), ("training: checkpoint written", 2),
        ("training: checkpoint recorded", 2), ("file: before rename", 4),
    ]

    @Test("at points of all kinds, and at random instants after them, ends with the weights of one that never was")
    func anywhere() async throws {
        try await withLongStudy(checkpointEvery: 2) { killed in
            var draw = Draw()
            var story: [String] = []
            var epochs = 0
            for (point, passings) in Self.points {
                // Where it waits, and up to a tenth of a second after it went on.
                for delay in [nil, Double.random(in: 0...0.1, using: &draw)] {
                    let turn = Int.random(in: 1...passings, using: &draw)
                    story.append("\(point) \(turn)\(delay.map { " + \($0) s" } ?? "")")
                    let run = try await killed.held(
                        at: point, turn: turn, "train", "--network", "long", "--threads", "1", "--epochs", "100000")
                    if let delay {
                        run.hold.release()
                        try await Task.sleep(for: .seconds(delay))
                    }
                    let exit = try await run.kill()
                    #expect(exit == .signal(SIGKILL), "after \(story), \(draw.again)")
                    let before = epochs
                    epochs = try await self.run(killed)?.epochs ?? 0
                    // At most what no resume file had yet is gone.
                    #expect(epochs >= before - 2, "\(before) epochs became \(epochs): \(story), \(draw.again)")
                }
            }
            let last = "\(epochs + 3)"
            try await killed.well("train", "--network", "long", "--threads", "1", "--epochs", last)
            try await withLongStudy(checkpointEvery: 2) { whole in
                try await whole.well("train", "--network", "long", "--threads", "1", "--epochs", last)
                let (names, expected) = try (files(killed), files(whole))
                #expect(names == expected, "after \(story), \(draw.again)")
                for name in expected where name.hasSuffix(".safetensors") {
                    let file = "runs/long/\(name)"
                    let one = try Safetensors(killed.folder.appending(path: file))
                    let other = try Safetensors(whole.folder.appending(path: file))
                    #expect(
                        one.tensors == other.tensors && one.data == other.data, "\(name): \(story), \(draw.again)")
                }
                let (found, wanted) = try await (self.run(killed), self.run(whole))
                #expect(found?.epochs == epochs + 3 && found?.images == wanted?.images)
                #expect(found?.checkpoints == wanted?.checkpoints)
            }
        }
    }

    @Test("while it starts, before anything is trained, leaves what the next one begins with")
    func starting() async throws {
        try await withLongStudy(checkpointEvery: 2) { dotchi in
            let exit = try await dotchi.held(at: "training: step", "train", "--network", "long", "--threads", "1")
                .kill()
            #expect(exit == .signal(SIGKILL))
            try await dotchi.well("train", "--network", "long", "--threads", "1", "--epochs", "1")
            #expect(try await run(dotchi)?.epochs == 1)
        }
    }

    /// What the run's folder holds, but for the note of how far it is.
    private func files(_ dotchi: Dotchi) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: dotchi.folder.appending(path: "runs/long").path)
            .filter { !$0.hasPrefix("position.json") }.sorted()
    }

    private func run(_ dotchi: Dotchi) async throws -> RunFacts? {
        try decoded([RunFacts].self, from: await dotchi.well("runs", "--json")).first { $0.network == "long" }
    }
}
