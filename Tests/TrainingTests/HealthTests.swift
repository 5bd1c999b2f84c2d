import Foundation
import GeneratorTestKit
import Networks
import Pictures
import Study
import Tensors
import TestKit
import Testing

@testable import Generators
@testable import Training

@Suite("Training that fails says so")
struct HealthTests {
    @Test("a loss that explodes ends the run, named with its bound")
    func explodingLoss() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                let run = try Examples.run(in: folder)
                let stage = run.stages[0]
                try run.check([NamedLoss(name: "generator", value: 30)], of: stage)
                for value in [1000.5, -1000.5, .infinity, .nan] {
                    let text = message { try run.check([NamedLoss(name: "generator", value: value)], of: stage) }
                    #expect(text.contains("the loss generator became \(value)"), "\(text)")
                    #expect(text.contains("above 1000.0") == value.isFinite, "\(text)")
                }
            }
        }
    }

    @Test(
        "weights that are no numbers reach no file: checkpoints and resume file stay as they were",
        arguments: ["generator", "discriminator", "running statistics"])
    func brokenWeights(what: String) async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                let run = try Examples.run(in: folder)
                _ = try run.run(until: 1)
                func files() throws -> [String: Data] {
                    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                    return try Dictionary(
                        uniqueKeysWithValues: names.map { name in
                            (name, try Data(contentsOf: folder.appending(path: name)))
                        })
                }
                let before = try files()
                let stores = run.stages[0].optimisers.map(\.parameters)
                let broken =
                    what == "running statistics"
                    ? stores[0].buffers[0].tensor
                    : stores.first { $0.name == what }?.weights[0].tensor
                try #require(broken).fill(.nan)
                for text in [
                    message { try run.writeResumeFile() }, message { try run.keepCheckpoint(samples: []) { _ in } },
                ] {
                    #expect(text.contains("became infinite or no numbers"), "\(text)")
                    #expect(text.contains(what == "discriminator" ? "discriminator" : "generator"), "\(text)")
                }
                #expect(try files() == before)
            }
        }
    }

    @Test("a generator whose samples were varied and become alike has collapsed: the run ends before it is kept")
    func collapse() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                let settings = Examples.dcgan()
                let run = try Examples.run(settings, in: folder)
                _ = try run.run(until: 1)
                run.progress.greatestSpread = 20
                // Nothing comes through layers of zeros, and no gradient gets past them.
                for weight in run.network.stores[0].weights { try weight.tensor.fill(0) }
                let text = message { _ = try run.run(until: 3) }
                #expect(text.contains("after epoch 2 all samples look alike"), "\(text)")
                #expect(text.contains("0.0 of 255 levels"), "\(text)")
                let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                // The note of how far it is comes every second.
                let files = names.filter { $0 != "position.json" }
                #expect(files == ["checkpoint-000001.safetensors", "resume.safetensors", "samples-000001.png"])
                let kept = try Checkpoint(reading: folder.appending(path: "checkpoint-000001.safetensors"))
                #expect(try ImageNetwork.spread(of: kept) > 0.1)
            }
        }
    }

    @Test("a young generator's grey images are no collapse; after a thousand steps they are")
    func youth() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                let run = try Examples.run(in: folder)
                for weight in run.network.stores[0].weights { try weight.tensor.fill(0) }
                try run.checkSamples(run.network.samplePictures())
                run.progress.epochs = 1000 / run.stepsPerStage - 2
                try run.checkSamples(run.network.samplePictures())
                run.progress.epochs += 1
                let text = message { try run.checkSamples(run.network.samplePictures()) }
                #expect(text.contains("all samples look alike"), "\(text)")
            }
        }
    }

    @Test("training that a kill undid is counted apart, over several kills, and told with the next epoch")
    func lostWork() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                let first = try Examples.run(in: folder)
                _ = try first.run(until: 1)
                // Two seconds into the second epoch it is killed; the resume file is from the first.
                first.progress.epochSeconds = 2
                first.writePosition()
                let second = try Examples.run(in: folder)
                #expect(abs(second.progress.lostSeconds - 2) < 1e-9)
                // It is killed again, half a second on.
                second.progress.epochSeconds = 0.5
                second.writePosition()
                let log = EventLog()
                let third = try Examples.run(in: folder)
                let before = third.seconds
                _ = try third.run(until: 3, report: log.report)
                let told = log.epochs.filter { $0.number > 1 }
                #expect(abs(told[0].redoneSeconds - 2.5) < 1e-9)
                #expect(told[1].redoneSeconds == 0)
                #expect(abs(third.seconds - before - told.reduce(0) { $0 + $1.seconds }) < 1e-9)
                // Stopped cleanly, nothing is lost.
                #expect(try Examples.run(in: folder).progress.lostSeconds == third.progress.lostSeconds)
            }
        }
    }
}

extension ImageNetwork {
    /// How different the samples of a checkpoint's images are, in levels.
    @TensorThread
    fileprivate static func spread(of checkpoint: Checkpoint) throws -> Double {
        let images = try ImageChain(networks: [checkpoint.load()]).images(0..<64, seed: 1).map(\.bytes)
        let deviations = images[0].indices.map { index in
            let values = images.map { Double($0[index]) }
            let mean = values.reduce(0, +) / Double(values.count)
            return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
        }
        return deviations.reduce(0, +) / Double(deviations.count)
    }
}
