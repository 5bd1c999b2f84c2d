import Foundation
import TestKit
import Testing

@Suite("Training that is stopped", .endsHangs)
struct ResumeTests {
    private static let epochs = 20

    @Test("by Ctrl-C or killed goes on, and ends with the same weights and records as one that never stopped")
    func sameWeights() async throws {
        try await withLongStudy(epochs: Self.epochs, checkpointEvery: 8) { whole in
            try await whole.well("train", "--network", "long", "--threads", "1")
            try await withLongStudy(epochs: Self.epochs, checkpointEvery: 8) { stopped in
                let train = ["train", "--network", "long", "--threads", "1"]
                // In the middle of the first epoch.
                let first = try await stopped.held(at: "training: step", turn: 5, train)
                #expect(try await first.interrupt() == .status(130))
                #expect(try await first.end().talk.contains("nothing is lost, and `dotchi train` goes on from here"))
                #expect(try await run(stopped).epochs == 0)
                // Past the first checkpoint.
                let second = try await stopped.held(at: "training: epoch recorded", turn: 10, train)
                let exit = try await second.kill()
                #expect(exit == .signal(SIGKILL))
                #expect(try await run(stopped).epochs == 10)
                let ending = try await stopped("train", "--network", "long", "--threads", "1")
                #expect(ending.status == 0 && ending.talk.contains("long: going on after epoch"), "\(ending.talk)")

                for epoch in ["08", "16", "20"] {
                    let file = "runs/long/checkpoint-0000\(epoch).safetensors"
                    let expected = try Safetensors(whole.folder.appending(path: file))
                    let found = try Safetensors(stopped.folder.appending(path: file))
                    #expect(found.tensors == expected.tensors)
                    #expect(found.data == expected.data, "epoch \(epoch)")
                    // The checksum is of the seconds too.
                    let own: Set = ["seconds", "dotchi.sha256"]
                    let facts = found.metadata.filter { !own.contains($0.key) }
                    #expect(facts == expected.metadata.filter { !own.contains($0.key) })
                }
                #expect(try await losses(of: stopped) == losses(of: whole))
                let (found, expected) = try await (run(stopped), run(whole))
                #expect(found.epochs == Self.epochs && found.images == expected.images && found.current)
                #expect(found.checkpoints == 3 && expected.checkpoints == 3)
            }
        }
    }

    @Test("because all is trained changes nothing when it is called again")
    func again() async throws {
        try await withLongStudy(epochs: Self.epochs, checkpointEvery: 8) { dotchi in
            try await dotchi.well("train", "--network", "long", "--epochs", "10", "--threads", "1")
            let facts = try await dotchi.well("runs", "show", "long")
            #expect(facts.contains("checkpoint 8:") && facts.contains("checkpoint 10:"))
            try await dotchi.well("train", "--network", "long", "--epochs", "10", "--threads", "1")
            #expect(try await dotchi.well("runs", "show", "long") == facts)
        }
    }

    @Test("with another setting is not gone on with: the setting is named, nothing is lost")
    func changedSetting() async throws {
        try await withTinyStudy { dotchi in
            let runs = try await dotchi.well("runs", "--json")
            try TinyStudy.write(
                TinyStudy.yaml.replacing("size: 16, latent: 8", with: "size: 16, latent: 9"), to: dotchi.folder)
            let talk = try await dotchi.fails(65, "train", "--network", "faces16", "--epochs", "5")
            #expect(talk.contains("latent was 8 and now is 9"), "\(talk)")
            #expect(try await dotchi.well("runs", "--json") == runs)
        }
    }

    /// The one run of the network, however often it was stopped.
    private func run(_ dotchi: Dotchi) async throws -> RunFacts {
        let runs = try decoded([RunFacts].self, from: await dotchi.well("runs", "--json")).filter {
            $0.network == "long"
        }
        #expect(runs.count == 1)
        return try #require(runs.first)
    }

    /// The epochs with their losses, as `runs show` tells them, without the times.
    private func losses(of dotchi: Dotchi) async throws -> [[Substring]] {
        let lines = try await dotchi.well("runs", "show", "long").split(separator: "\n")
        let rows = lines.map { $0.split(separator: " ") }.filter { $0.first.flatMap { Int($0) } != nil }
        try #require(rows.count == Self.epochs)
        return rows.map { [$0[0]] + $0.dropFirst(3) }
    }
}
