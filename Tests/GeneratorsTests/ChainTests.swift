import Foundation
import Pictures
import Study
import Tensors
import TestKit
import Testing

@testable import Generators

@Suite("Chains of networks")
struct ChainTests {
    private static func networks(_ settings: [NetworkSettings]) throws -> [ImageNetwork] {
        try settings.map { try ImageNetwork($0, on: .cpu) }
    }

    @Test("image i of a seed is the same image whatever range is asked for")
    func fixedImages() async throws {
        try await TensorThread.run {
            let chain = try ImageChain(networks: Self.networks([Examples.dcgan(), Examples.srcnn()]))
            #expect(chain.size == 16)
            let all = try chain.images(0..<150, seed: 9)
            #expect(all.count == 150)
            #expect(all.allSatisfy { $0.width == 16 && $0.height == 16 })
            #expect(Set(all).count == 150)
            for range in [0..<1, 63..<65, 64..<128, 100..<150, 149..<150] {
                #expect(try chain.images(range, seed: 9) == Array(all[range]), "\(range)")
            }
            #expect(try chain.images(7..<7, seed: 9).isEmpty)
            #expect(try chain.images(0..<3, seed: 10) != Array(all[0..<3]))
        }
    }

    @Test("a checkpoint gives the images of the run that wrote it")
    func checkpoint() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                for settings in Examples.networks.prefix(2) {
                    let run = try TrainingRun(
                        settings, photographs: Examples.photographs(for: settings), manifest: "hash",
                        folder: folder.appending(path: settings.name), threads: 1)
                    _ = try run.run(until: 1)
                    let file = run.folder.appending(path: "checkpoint-000001.safetensors")
                    let trained = try ImageChain(networks: [run.network]).images(0..<5, seed: 3)
                    #expect(try ImageChain([Checkpoint(reading: file)], threads: 1).images(0..<5, seed: 3) == trained)
                    #expect(try ImageChain(networks: Self.networks([settings])).images(0..<5, seed: 3) != trained)
                }
            }
        }
    }

    @Test("a checkpoint exported in half precision gives images within three levels, in single the same")
    func exported() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                let settings = Examples.dcgan()
                let run = try TrainingRun(
                    settings, photographs: Examples.photographs(for: settings), manifest: "hash", folder: folder,
                    threads: 1)
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
                let run = try TrainingRun(
                    settings, photographs: Examples.photographs(for: settings), manifest: "hash", folder: folder,
                    threads: 1)
                _ = try run.run(until: 1)
                let file = folder.appending(path: "checkpoint-000001.safetensors")
                var contents = try SafetensorsFile(reading: file)
                let (name, widest) = try #require(contents.tensors.first { $0.value.shape.count > 1 })
                try Checkpoint(reading: file).check()
                var lacking = contents
                lacking.tensors[name] = nil
                try lacking.write(to: folder.appending(path: "lacking.safetensors"))
                let lacks = #expect(throws: TrainingError.self) {
                    try Checkpoint(reading: folder.appending(path: "lacking.safetensors")).check()
                }
                #expect("\(try #require(lacks))".contains(name))
                contents.tensors[name] = StoredTensor(
                    floats: Array(repeating: 70_000, count: widest.shape.reduce(1, *)), shape: widest.shape)
                try contents.write(to: file)
                let target = folder.appending(path: "exported.safetensors")
                #expect(throws: TrainingError.self) {
                    try Checkpoint(reading: file).export(
                        to: target, .half, rows: [], device: "cpu", threads: 1, startedAt: .now)
                }
                try Checkpoint(reading: file).export(
                    to: target, .single, rows: Self.twoEpochs, device: "cpu", threads: 1, startedAt: .now)
                #expect(throws: TrainingError.self) { try Checkpoint(reading: target) }
            }
        }
    }

    @Test("a bicubic link enlarges the images before it and nothing else, wherever it stands")
    func bicubic() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                var checkpoints: [Checkpoint] = []
                for settings in [Examples.dcgan(), Examples.srcnn(size: 32)] {
                    let run = try TrainingRun(
                        settings, photographs: Examples.photographs(for: settings), manifest: "hash",
                        folder: folder.appending(path: settings.name), threads: 1)
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

    @Test("networks that do not fit together are named")
    func mismatches() async throws {
        await TensorThread.run {
            @TensorThread func message(_ settings: [NetworkSettings]) -> String {
                do {
                    _ = try ImageChain(networks: Self.networks(settings))
                    return "no error"
                } catch {
                    return "\(error)"
                }
            }
            #expect(message([]).contains("begins with a network of kind dcgan or multistage"))
            #expect(message([Examples.srcnn()]).contains("enlarge is of kind srcnn"))
            #expect(message([Examples.bicubic()]).contains("bicubic is of kind bicubic"))
            #expect(
                message([Examples.dcgan(size: 16), Examples.bicubic()]).contains(
                    "bicubic enlarges images of 8x8, and 16x16 come before it"))
            #expect(message([Examples.dcgan(), Examples.dcgan()]).contains("faces is of kind dcgan"))
            #expect(
                message([Examples.dcgan(size: 16), Examples.srcnn()]).contains(
                    "enlarge enlarges images of 8x8, and 16x16 come before it"))
        }
    }
}
