import Study
import Testing

@testable import Reports

@Suite("What training costs")
struct TrainingCostTests {
    private static let dcgan = NetworkSettings(name: "faces64", architecture: .dcgan(.init(size: 64)))
    private static let stages = NetworkSettings(
        name: "faces128", architecture: .multistage(.init(sizes: [32, 64, 128])))

    private func rows(_ network: NetworkSettings, _ epochs: [EpochFacts]) -> [TrainingCost] {
        TrainingCost.rows(of: "\(network.name)/1", network: network, device: "cpu", threads: 2, epochs: epochs)
    }

    @Test(
        "an epoch costs the median of all epochs",
        arguments: [([3.0], 3.0), ([9, 1], 5), ([50, 2, 3], 3), ([4, 1, 3, 100], 3.5)] as [([Double], Double)])
    func median(seconds: [Double], median: Double) throws {
        let epochs = seconds.enumerated().map { EpochFacts(number: $0 + 1, seconds: $1, images: 60) }
        let row = try #require(rows(Self.dcgan, epochs).first)
        #expect(row.secondsPerEpoch == median && row.epochs == seconds.count && row.size == 64 && row.stage == nil)
        let pace = try #require(seconds.map { 60 / $0 }.median)
        #expect(row.imagesPerSecond == pace)
    }

    @Test("stages that were timed apart have rows of their own, and memory stands with the whole network")
    func stages() {
        let epochs = [
            EpochFacts(number: 1, seconds: 7, images: 300, stageSeconds: [1, 2, 4], peakMemory: 900),
            EpochFacts(number: 2, seconds: 14, images: 300, stageSeconds: [2, 4, 8], peakMemory: 1200),
            // Resumed in another process, and without the seconds of the stages.
            EpochFacts(number: 3, seconds: 70, images: 300, peakMemory: 1000),
        ]
        let rows = rows(Self.stages, epochs)
        #expect(rows.map(\.stage) == [1, 2, 3, nil] && rows.map(\.size) == [32, 64, 128, 128])
        #expect(rows.map(\.secondsPerEpoch) == [1.5, 3, 6, 14] && rows.map(\.epochs) == [2, 2, 2, 3])
        #expect(rows.map(\.imagesPerSecond) == [75, 37.5, 18.75, 300.0 / 14])
        #expect(rows.map(\.peakMemory) == [nil, nil, nil, 1200])
    }

    @Test("before the first epoch there is nothing to tell, and no time has no pace")
    func nothing() {
        #expect(rows(Self.dcgan, []).isEmpty && rows(Self.stages, []).isEmpty)
        #expect(rows(Self.dcgan, [EpochFacts(number: 1, seconds: 0, images: 1)])[0].imagesPerSecond == nil)
    }

    @Test("CSV and JSON hold whole numbers and say what is not known")
    func formats() {
        let table = TrainingCost.table(
            rows(
                NetworkSettings(name: "pair", architecture: .multistage(.init(sizes: [16, 32]))),
                [EpochFacts(number: 1, seconds: 3, images: 60, stageSeconds: [1, 2], peakMemory: 1_234_567_890)]),
            .english)
        #expect(
            table.dataCSV == """
                run,kind,stage,size,epochs,seconds_per_epoch,images_per_second,peak_memory_bytes,device,threads
                pair/1,multistage,1,16,1,1.0,30.0,,cpu,2
                pair/1,multistage,2,32,1,2.0,15.0,,cpu,2
                pair/1,multistage,,32,1,3.0,20.0,1234567890,cpu,2

                """)
        #expect(table.json.document.contains("\"stage\": null") && table.json.document.contains("1234567890"))
        #expect(table.terminal.contains(/s\/epoch \(median\) +images\/s \(median\)/))
        let last = table.terminal.split(separator: "\n").last?.split(separator: " ")
        #expect(last == ["pair/1", "multistage", "all", "32", "1", "3.00", "20.0", "1235", "cpu", "2"])
    }
}
