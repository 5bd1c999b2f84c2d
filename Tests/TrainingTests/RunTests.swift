import Foundation
import GeneratorTestKit
import Networks
import Study
import Tensors
import TestKit
import Testing

@testable import Generators
@testable import Training

@Suite("Training runs")
struct RunTests {
    /// Trains `settings` in `folder` until 3 epochs are done, with a new run each time it was stopped.
    @TensorThread
    static func train(_ settings: NetworkSettings, in folder: URL, stops: [Int]) throws -> [EventLog] {
        var logs: [EventLog] = []
        for stop in stops.map(Optional.some) + [nil] {
            let log = EventLog(stopBeforeStep: stop)
            let run = try TrainingRun(
                settings, photographs: Examples.photographs(for: settings), manifest: "hash", folder: folder, threads: 1
            )
            let outcome = try run.run(until: 3, report: log.report, shouldStop: log.shouldStop)
            #expect(outcome.reason == (stop == nil ? .epochsDone : .stopped))
            logs.append(log)
        }
        return logs
    }

    @Test(
        "a run stopped in the middle of epochs ends with the very weights of one that was not",
        arguments: Examples.networks)
    func exactResumption(settings: NetworkSettings) async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                let (whole, parts) = (folder.appending(path: "whole"), folder.appending(path: "parts"))
                _ = try Self.train(settings, in: whole, stops: [])
                // 4 steps an epoch and stage: in the middle of the first epoch, at a beginning, twice at one place.
                _ = try Self.train(settings, in: parts, stops: [2, 2, 0, 3])
                for name in ["checkpoint-000002", "checkpoint-000003", "resume"] {
                    let file = "\(name).safetensors"
                    let one = try SafetensorsFile(reading: whole.appending(path: file)).tensors
                    let other = try SafetensorsFile(reading: parts.appending(path: file)).tensors
                    #expect(one.keys.sorted() == other.keys.sorted())
                    for (key, tensor) in one { #expect(tensor == other[key], "\(name): \(key)") }
                }
                let samples = "samples-000003.png"
                #expect(
                    try Data(contentsOf: whole.appending(path: samples))
                        == Data(contentsOf: parts.appending(path: samples)))
            }
        }
    }

    @Test(
        "a run that died goes on from its last resume file, which has its epochs", arguments: Examples.networks)
    func death(settings: NetworkSettings) async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                struct Death: Error {}
                let (whole, parts) = (folder.appending(path: "whole"), folder.appending(path: "parts"))
                _ = try Self.train(settings, in: whole, stops: [])
                let stepsPerEpoch = 4 * settings.trainingSizes.count
                let log = EventLog()
                #expect(throws: Death.self) {
                    let run = try TrainingRun(
                        settings, photographs: Examples.photographs(for: settings), manifest: "hash", folder: parts,
                        threads: 1)
                    // The resume file is written before every step; death comes after one in the second epoch.
                    _ = try run.run(until: 3, resumeInterval: 0) { event in
                        log.report(event)
                        if log.steps.count == stepsPerEpoch + 3 { throw Death() }
                    }
                }
                let resumed = try TrainingRun(
                    settings, photographs: Examples.photographs(for: settings), manifest: "hash", folder: parts,
                    threads: 1)
                #expect(resumed.rows == log.epochs && resumed.rows.map(\.number) == [1])
                let logs = try Self.train(settings, in: parts, stops: [])
                #expect(logs[0].epochs.map(\.number) == [2, 3])
                // The step after which it died is done again: the file was older.
                #expect(logs[0].steps.count == 2 * stepsPerEpoch - 2)
                let file = "checkpoint-000003.safetensors"
                let one = try SafetensorsFile(reading: whole.appending(path: file)).tensors
                #expect(try one == SafetensorsFile(reading: parts.appending(path: file)).tensors)
            }
        }
    }

    @Test(
        "epochs tell their steps' mean losses, photographs and seconds; checkpoints the seconds so far",
        arguments: Examples.networks)
    func facts(settings: NetworkSettings) async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                let log = try Self.train(settings, in: folder, stops: [])[0]
                let stages = settings.trainingSizes.count
                #expect(log.steps.count == 3 * 4 * stages)
                #expect(log.epochs.map(\.images) == Array(repeating: 16 * stages, count: 3))
                #expect(log.epochs.allSatisfy { $0.seconds > 0 && ($0.peakMemory ?? 0) > 1 << 20 })
                for epoch in log.epochs {
                    let seconds = epoch.stageSeconds
                    #expect(seconds.count == stages && seconds.allSatisfy { $0 > 0 })
                    #expect(abs(seconds.reduce(0, +) - epoch.seconds) < 1e-9)
                }
                for epoch in log.epochs {
                    let losses = log.steps.filter { $0.epoch == epoch.number }.flatMap(\.losses)
                    for mean in epoch.losses {
                        let values = losses.filter { $0.name == mean.key }.map(\.value)
                        #expect(values.count == 4)
                        #expect(abs(values.reduce(0, +) / 4 - mean.value) < 1e-9)
                    }
                }
                #expect(log.checkpoints.map(\.epoch) == [2, 3])
                #expect(abs(log.checkpoints[1].seconds - log.epochs.reduce(0) { $0 + $1.seconds }) < 1e-9)
                let checkpoint = try Checkpoint(reading: log.checkpoints[1].file)
                #expect(checkpoint.network == settings)
                #expect(checkpoint.epochs == 3)
                #expect(checkpoint.seconds == log.checkpoints[1].seconds)
                #expect(checkpoint.manifest == "hash")
                #expect(FileManager.default.fileExists(atPath: log.checkpoints[1].samples.path))
                #expect(log.steps.last?.stepInEpoch == 4 * stages && log.steps.last?.stepsPerEpoch == 4 * stages)
                #expect(log.steps.last.map { $0.secondsLeft == 0 && $0.imagesPerSecond > 0 } == true)
            }
        }
    }

    @Test("a resume file of before stages were timed goes on; only the epoch it stood in lacks their seconds")
    func untimedStages() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                let settings = Examples.networks[1]
                @TensorThread func train(_ log: EventLog) throws {
                    _ = try TrainingRun(
                        settings, photographs: Examples.photographs(for: settings), manifest: "hash", folder: folder,
                        threads: 1
                    ).run(until: 3, report: log.report, shouldStop: log.shouldStop)
                }
                try train(EventLog(stopBeforeStep: 2))
                let place = folder.appending(path: "resume.safetensors")
                var file = try SafetensorsFile(reading: place)
                let progress = try #require(file.metadata["progress"])
                file.metadata["progress"] = progress.replacing(/"stageSeconds":\[[^\]]*\],/, with: "")
                #expect(file.metadata["progress"] != progress)
                try file.write(to: place)
                let log = EventLog()
                try train(log)
                #expect(log.epochs.map(\.stageSeconds.count) == [0, 2, 2])
            }
        }
    }

    @Test("a run knows all its epochs and kept checkpoints, and none of another run's")
    func kept() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                @TensorThread func run(_ settings: NetworkSettings, _ manifest: String = "hash") throws -> TrainingRun {
                    try TrainingRun(
                        settings, photographs: Examples.photographs(for: settings), manifest: manifest, folder: folder,
                        threads: 1)
                }
                let log = EventLog()
                _ = try run(Examples.dcgan()).run(until: 3, report: log.report)
                let again = try run(Examples.dcgan())
                #expect(again.rows == log.epochs && again.rows.count == 3)
                #expect(again.keptCheckpoints(without: []).map(\.epochs) == [2, 3])
                #expect(again.keptCheckpoints(without: [2]).map(\.seconds) == [again.seconds])
                try Data("no checkpoint".utf8).write(to: folder.appending(path: "checkpoint-000001.safetensors"))
                #expect(again.keptCheckpoints(without: []).map(\.epochs) == [2, 3])
                try FileManager.default.removeItem(at: folder.appending(path: "resume.safetensors"))
                // Their files lie there still, and are of epochs that these runs did not come to, or of other runs.
                #expect(try run(Examples.dcgan()).keptCheckpoints(without: []).isEmpty)
                for other in try [run(Examples.dcgan(width: 5)), run(Examples.dcgan(), "other")] {
                    _ = try other.run(until: 1)
                    other.progress.epochs = 3
                    #expect(other.keptCheckpoints(without: []).map(\.epochs) == [1])
                    try FileManager.default.removeItem(at: folder.appending(path: "resume.safetensors"))
                }
            }
        }
    }

    @Test("a budget ends a run at the epoch that is nearest to it, with a checkpoint")
    func budget() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                let log = EventLog()
                @TensorThread func run(budget: Double) throws -> TrainingOutcome {
                    let settings = Examples.dcgan()
                    return try TrainingRun(
                        settings, photographs: Examples.photographs(for: settings), manifest: "hash", folder: folder,
                        threads: 1
                    ).run(until: nil, budget: budget, report: log.report)
                }
                let first = try run(budget: 0)
                #expect(first.reason == .budgetUsed && first.epochs == 1)
                let budget = 6 * first.seconds
                let second = try run(budget: budget)
                #expect(second.reason == .budgetUsed && second.epochs > 1)
                // On a busy machine epochs differ in length; the end is judged by their mean.
                let longest = try #require(log.epochs.map(\.seconds).max())
                #expect(abs(second.seconds - budget) <= longest, "\(second.seconds) of \(budget)")
                let digits = String(1_000_000 + second.epochs).dropFirst()
                #expect(
                    FileManager.default.fileExists(
                        atPath: folder.appending(path: "checkpoint-\(digits).safetensors").path))
            }
        }
    }

    @Test("the stages before do not change while a stage trains")
    func stagesApart() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                let settings = Examples.networks[1]
                let run = try TrainingRun(
                    settings, photographs: Examples.photographs(for: settings), manifest: "hash", folder: folder,
                    threads: 1)
                let before = try run.network.stores.map { try $0.state.stored() }
                _ = try run.stages[1].step(on: [0, 1, 2, 3], number: 0)
                #expect(try run.network.stores[0].state.stored() == before[0])
                #expect(try run.network.stores[1].state.stored() != before[1])
            }
        }
    }
}
