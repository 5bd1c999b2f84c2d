import Foundation
import GeneratorTestKit
import Pictures
import Study
import Tensors
import TestKit
import Testing

@testable import Generators
@testable import Training

@Suite("Checkpoints of a run")
struct CheckpointTests {
    @Test("a checkpoint gives the images of the run that wrote it")
    func checkpoint() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                for settings in Examples.networks.prefix(2) {
                    let run = try Examples.run(settings, in: folder.appending(path: settings.name))
                    _ = try run.run(until: 1)
                    let file = run.folder.appending(path: "checkpoint-000001.safetensors")
                    let trained = try ImageChain(networks: [run.network]).images(0..<5, seed: 3)
                    #expect(try ImageChain([Checkpoint(reading: file)], threads: 1).images(0..<5, seed: 3) == trained)
                    let untrained = try ImageChain(networks: [ImageNetwork(settings, on: .cpu)])
                    #expect(try untrained.images(0..<5, seed: 3) != trained)
                }
            }
        }
    }

    @Test("a checkpoint exported in half precision gives images within three levels, in single the same")
    func exported() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                let settings = Examples.dcgan()
                let run = try Examples.run(settings, in: folder)
                _ = try run.run(until: 2)
                let kept = try Checkpoint(reading: folder.appending(path: "checkpoint-000002.safetensors"))
                let images = try ImageChain([kept], threads: 1).images(0..<64, seed: 3).flatMap(\.bytes)
                #expect(kept.rows.isEmpty && kept.threads == 1 && kept.device == "cpu")
                for precision in [Checkpoint.Precision.single, .half] {
                    let file = folder.appending(path: "exported.safetensors")
                    try kept.export(
                        to: file, precision, rows: Self.twoEpochs, device: "cuda", threads: 7,
                        startedAt: Date(timeIntervalSince1970: 1_000_000))
                    let exported = try Checkpoint(reading: file)
                    #expect(exported.rows == Self.twoEpochs && exported.seconds == kept.seconds)
                    #expect(exported.device == "cuda" && exported.threads == 7 && exported.epochs == 2)
                    #expect(exported.startedAt == Date(timeIntervalSince1970: 1_000_000))
                    let others = try ImageChain([exported], threads: 1).images(0..<64, seed: 3).flatMap(\.bytes)
                    let differences = zip(images, others).map { abs(Int($0) - Int($1)) }
                    #expect(differences.max() ?? 255 <= (precision == .single ? 0 : 3), "\(precision)")
                    if precision == .half { #expect(others != images) }
                }
            }
        }
    }

    private static let twoEpochs = (1...2).map { epoch in
        EpochFacts(
            number: epoch, seconds: 1.5, images: 64, losses: ["generator": 0.7], stageSeconds: [1.5],
            peakMemory: epoch << 30)
    }

    @Test("weights beyond half precision, and epochs that are not the checkpoint's, are refused")
    func refusedExport() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                let settings = Examples.dcgan()
                let run = try Examples.run(settings, in: folder)
                _ = try run.run(until: 1)
                let file = folder.appending(path: "checkpoint-000001.safetensors")
                var contents = try SafetensorsFile(reading: file)
                let (name, widest) = try #require(contents.tensors.first { $0.value.shape.count > 1 })
                try Checkpoint(reading: file).check()
                var lacking = contents
                lacking.tensors[name] = nil
                try lacking.write(to: folder.appending(path: "lacking.safetensors"))
                let lacks = #expect(throws: GeneratorError.self) {
                    try Checkpoint(reading: folder.appending(path: "lacking.safetensors")).check()
                }
                #expect("\(try #require(lacks))".contains(name))
                contents.tensors[name] = StoredTensor(
                    floats: Array(repeating: 70_000, count: widest.shape.reduce(1, *)), shape: widest.shape)
                try contents.write(to: file)
                let target = folder.appending(path: "exported.safetensors")
                #expect(throws: GeneratorError.self) {
                    try Checkpoint(reading: file).export(
                        to: target, .half, rows: [], device: "cpu", threads: 1, startedAt: .now)
                }
                try Checkpoint(reading: file).export(
                    to: target, .single, rows: Self.twoEpochs, device: "cpu", threads: 1, startedAt: .now)
                #expect(throws: GeneratorError.self) { try Checkpoint(reading: target) }
            }
        }
    }

    @Test("a bicubic link enlarges the images before it and nothing else, wherever it stands")
    func bicubic() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                var checkpoints: [Checkpoint] = []
                for settings in [Examples.dcgan(), Examples.srcnn(size: 32)] {
                    let run = try Examples.run(settings, in: folder.appending(path: settings.name))
                    _ = try run.run(until: 1)
                    checkpoints.append(
                        try Checkpoint(reading: run.folder.appending(path: "checkpoint-000001.safetensors")))
                }
                let small = try ImageChain([checkpoints[0]], threads: 1).images(0..<5, seed: 3)
                let last = try ImageChain([checkpoints[0]], untrained: [1: Examples.bicubic()], threads: 1)
                #expect(last.size == 16)
                #expect(try last.images(0..<5, seed: 3) == small.map { $0.resized(16) })
                let amid = try ImageChain(checkpoints, untrained: [1: Examples.bicubic()], threads: 1)
                #expect(amid.size == 32)
                let repaired = try checkpoints[1].load().pictures(enlarging: small.map { $0.resized(16) })
                #expect(try amid.images(0..<5, seed: 3) == repaired)
            }
        }
    }
}
