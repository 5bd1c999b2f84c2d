import Foundation
import TestKit
import Testing

@Suite("What study.sqlite tells of a run", .endsHangs)
struct RecordTests {
    @Test("is whole again when its folder, moved away for a trial with other settings, is put back")
    func movedAway() async throws {
        try await withTinyStudy { dotchi in
            let before = try await current("faces16", dotchi)
            let runs = dotchi.folder.appending(path: "runs")
            let (place, aside) = (runs.appending(path: "faces16"), runs.appending(path: "aside"))
            try FileManager.default.moveItem(at: place, to: aside)
            let wider = TinyStudy.yaml.replacing("size: 16, latent: 8, width: 4", with: "size: 16, latent: 8, width: 6")
            try TinyStudy.write(wider, to: dotchi.folder)
            try await dotchi.well("train", "--network", "faces16", "--epochs", "1")
            #expect(try await current("faces16", dotchi).epochs == 1)

            try FileManager.default.removeItem(at: place)
            try FileManager.default.moveItem(at: aside, to: place)
            try TinyStudy.write(TinyStudy.yaml, to: dotchi.folder)
            try await dotchi.well("train", "--network", "faces16")
            #expect(try await current("faces16", dotchi) == before)
            // The images would be the same, so no pool is stale.
            #expect(try await dotchi.well("pool", "refresh").isEmpty)
        }
    }

    @Test("is whole again after it was lost")
    func lost() async throws {
        try await withTinyStudy { dotchi in
            let names = TinyStudy.epochs.keys.sorted()
            var before: [RunFacts] = []
            for name in names { before.append(try await current(name, dotchi)) }
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(at: dotchi.folder.appending(path: "study.sqlite\(suffix)"))
            }
            try await dotchi.well("dataset", "add", "procedural")
            try await dotchi.well("train")
            for (name, facts) in zip(names, before) { #expect(try await current(name, dotchi) == facts) }
            try await dotchi.well("pool", "refresh")
        }
    }

    private func current(_ network: String, _ dotchi: Dotchi) async throws -> RunFacts {
        let runs = try decoded([RunFacts].self, from: await dotchi.well("runs", "--json"))
        return try #require(runs.last { $0.network == network && $0.current })
    }
}
