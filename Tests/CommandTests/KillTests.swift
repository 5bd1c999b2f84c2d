import Foundation
import TestKit
import Testing

@Suite("Training that is killed", .timeLimit(.minutes(10)))
struct KillTests {
    private static let kills = 25

    @Test("25 times at random instants ends with the weights of one that never was, and loses no file")
    func randomInstants() async throws {
        try await withLongStudy(checkpointEvery: 2) { killed in
            var delays: [Double] = []
            var epochs = 0
            for kill in 0..<Self.kills {
                let delay = Double.random(in: 0...0.8)
                delays.append(delay)
                let terminal = try PseudoTerminal(columns: 160)
                try killed.sit(at: terminal, "train", "--network", "long", "--threads", "1", "--epochs", "100000")
                // One in five dies while it starts, the others in training.
                if kill % 5 > 0 { try await terminal.wait(for: "images/s", seconds: 60) }
                try await Task.sleep(for: .seconds(delay))
                terminal.send(signal: SIGKILL)
                let exit = try await terminal.exit()
                #expect(exit == .signal(SIGKILL), "after \(delays): \(terminal.output)")
                let before = epochs
                epochs = try await run(killed)?.epochs ?? 0
                // At most what no resume file had yet is gone.
                #expect(epochs >= before - 2, "\(before) epochs became \(epochs) after \(delays)")
            }
            #expect(epochs > 10, "hardly anything was trained between kills after \(delays)")
            let last = "\(epochs + 3)"
            try await killed.well("train", "--network", "long", "--threads", "1", "--epochs", last)
            try await withLongStudy(checkpointEvery: 2) { whole in
                try await whole.well("train", "--network", "long", "--threads", "1", "--epochs", last)
                let (names, expected) = try (files(killed), files(whole))
                #expect(names == expected, "after \(delays)")
                for name in expected where name.hasSuffix(".safetensors") {
                    let file = "runs/long/\(name)"
                    let one = try Safetensors(killed.folder.appending(path: file))
                    let other = try Safetensors(whole.folder.appending(path: file))
                    #expect(one.tensors == other.tensors && one.data == other.data, "\(name) after \(delays)")
                }
                let (found, wanted) = try await (run(killed), run(whole))
                #expect(found?.epochs == epochs + 3 && found?.images == wanted?.images)
                #expect(found?.checkpoints == wanted?.checkpoints)
            }
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
