import Foundation
import TestKit
import Testing

@Suite("What training cost", .endsHangs)
struct CostTests {
    private struct Cost: Decodable {
        var run, kind, device: String
        var stage, peakMemoryBytes: Int?
        var size, epochs, threads: Int
        var secondsPerEpoch: Double
        var imagesPerSecond: Double?
    }

    @Test("is told for every network and stage, with the median of what `runs show` tells of its epochs")
    func medians() async throws {
        try await withTinyStudy { dotchi in
            let costs = try decoded([Cost].self, from: await dotchi.well("runs", "cost", "--json"))
            #expect(costs.map(\.run) == ["enlarge32/1", "faces16/1", "faces32/1", "faces32/1", "faces32/1"])
            #expect(costs.map(\.stage) == [nil, nil, 1, 2, nil] && costs.map(\.size) == [32, 16, 16, 32, 32])
            for cost in costs where cost.stage == nil {
                let lines = try await dotchi.well("runs", "show", cost.run).split(separator: "\n")
                let rows = lines.map { $0.split(separator: " ") }.filter { $0.first.flatMap { Int($0) } != nil }
                let seconds = rows.compactMap { Double($0[1]) }.sorted()
                #expect(seconds.count == cost.epochs)
                let median = (seconds[(seconds.count - 1) / 2] + seconds[seconds.count / 2]) / 2
                // They are shown to a hundredth.
                #expect(abs(cost.secondsPerEpoch - median) <= 0.01, "\(cost)")
                let memory = try #require(cost.peakMemoryBytes)
                #expect(memory > 50 << 20 && memory < 8 << 30 && (cost.imagesPerSecond ?? 0) > 0)
            }
            #expect(costs.filter { $0.stage != nil }.allSatisfy { $0.peakMemoryBytes == nil && $0.secondsPerEpoch > 0 })
        }
    }

    @Test("is a table for people and for programs, and before training a word what to do")
    func formats() async throws {
        try await withTinyStudy { dotchi in
            let csv = try await Table(dotchi.well("runs", "cost", "--csv"))
            #expect(csv.rows.map { $0["stage"] } == ["", "", "1", "2", ""])
            #expect(csv.rows.allSatisfy { Double($0["seconds_per_epoch"] ?? "") != nil })
            let text = try await dotchi.well("runs", "cost")
            #expect(text.contains("memory [MB]") && text.split(separator: "\n").count == 6)
            #expect(try await dotchi.fails(64, "runs", "cost", "--csv", "--json").contains("give one of them"))
        }
        try await withTemporaryFolder { folder in
            try TinyStudy.write(TinyStudy.yaml, to: folder)
            let ending = try await Dotchi(folder: folder)("runs", "cost")
            #expect(ending.status == 0 && ending.output.isEmpty && ending.talk.contains("dotchi train"))
        }
    }
}
