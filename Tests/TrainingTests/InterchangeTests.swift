import Foundation
import GeneratorTestKit
import Networks
import Study
import Tensors
import TestKit
import Testing

@testable import Generators
@testable import Training

@Suite(
    "Interchange with PyTorch", .enabled(if: Python.withTorch != nil, "\(Python.torchLack)"))
struct InterchangeTests {
    /// The networks of the examples, and a DCGAN in DCGAN's own form.
    private static let networks = Examples.networks + [Examples.dcgan(size: 16, upsampling: .strided)]

    @Test(
        "PyTorch makes the same images of a checkpoint, whole or in half precision, and of the same latent vectors",
        arguments: networks)
    func images(settings: NetworkSettings) async throws {
        try await withTemporaryFolder { folder in
            let checkpoint = try await trained(settings, in: folder)
            let files = [checkpoint, try half(of: checkpoint, in: folder)]
            let input = folder.appending(path: "input")
            let ours = try await TensorThread.run { try files.map { try made(by: $0, savingInputTo: input) } }
            let theirs = [folder.appending(path: "whole"), folder.appending(path: "halved")]
            try Python.run(
                """
                import sys, dotchi_torch, torch
                from safetensors.torch import load_file, save_file
                given, *files = sys.argv[1:]
                for checkpoint, made in zip(files[:2], files[2:]):
                    network = dotchi_torch.load(checkpoint)
                    if hasattr(network, "latent"):
                        input = dotchi_torch.latents(seed=0x123456789, indices=range(60, 70), length=network.latent)
                    else:
                        input = load_file(given)["input"]
                    with torch.no_grad():
                        save_file({"input": input, "images": network(input)}, made)
                """, [input] + files + theirs)
            for (ours, theirs) in zip(ours, theirs) {
                let tensors = try SafetensorsFile(reading: theirs).tensors
                #expect(tensors["input"]?.floats == ours.input)
                let images = tensors["images"]?.floats ?? []
                #expect(images.count == ours.images.count)
                #expect(zip(images, ours.images).allSatisfy { abs($0 - $1) < 1e-4 })
            }
        }
    }

    @Test("a checkpoint that PyTorch writes is the network that it holds", arguments: networks)
    func writing(settings: NetworkSettings) async throws {
        try await withTemporaryFolder { folder in
            let file = try await trained(settings, in: folder)
            let written = folder.appending(path: "written.safetensors")
            try Python.run(
                """
                import sys, dotchi_torch
                network = dotchi_torch.load(sys.argv[1])
                dotchi_torch.save(network, sys.argv[2], epochs=7, seconds=1.5, device="cuda", photographs="faces")
                """, [file, written])
            let (ours, theirs) = (try Checkpoint(reading: file), try Checkpoint(reading: written))
            try theirs.check()
            #expect(theirs.contents.tensors == ours.contents.tensors)
            #expect(theirs.network.architecture == ours.network.architecture && theirs.network.name == settings.name)
            #expect(theirs.epochs == 7 && theirs.seconds == 1.5 && theirs.manifest == "faces")
            #expect(theirs.device == "cuda" && theirs.engine.hasPrefix("PyTorch 2"))
        }
    }

    @Test("a network that was begun in PyTorch is one that dotchi knows")
    func begun() throws {
        try withTemporaryFolder { folder in
            let names = ["dcgan", "multistage", "srcnn"]
            let files = names.map { folder.appending(path: "\($0).safetensors") }
            try Python.run(
                """
                import sys, dotchi_torch
                networks = [dotchi_torch.dcgan("dcgan", size=8, width=2, upsampling="strided"),
                            dotchi_torch.multistage("multistage", sizes=[8, 16], width=2, residual_blocks=1),
                            dotchi_torch.srcnn("srcnn", size=16, kernels=[3, 1, 3], maps=[4, 3], batch=8, seed=5)]
                for network, file in zip(networks, sys.argv[1:]):
                    dotchi_torch.save(network, file, epochs=1, seconds=0)
                """, files)
            let checkpoints = try files.map(Checkpoint.init(reading:))
            for checkpoint in checkpoints { try checkpoint.check() }
            let srcnn = SRCNNSettings(size: 16, kernels: [3, 1, 3], maps: [4, 3])
            #expect(
                checkpoints.map(\.network) == [
                    NetworkSettings(
                        name: "dcgan", architecture: .dcgan(DCGANSettings(size: 8, width: 2, upsampling: .strided)),
                        epochs: 1),
                    NetworkSettings(
                        name: "multistage",
                        architecture: .multistage(MultistageSettings(sizes: [8, 16], width: 2, residualBlocks: 1)),
                        epochs: 1),
                    NetworkSettings(name: "srcnn", architecture: .srcnn(srcnn), batch: 8, epochs: 1, seed: 5),
                ])
        }
    }

    /// The checkpoint of two epochs.
    private func trained(_ settings: NetworkSettings, in folder: URL) async throws -> URL {
        try await TensorThread.run {
            let run = try TrainingRun(
                settings, photographs: Examples.photographs(for: settings), manifest: "hash",
                folder: folder.appending(path: "run"), threads: 1)
            _ = try run.run(until: 2)
            return run.checkpointFile
        }
    }

    private func half(of checkpoint: URL, in folder: URL) throws -> URL {
        let file = folder.appending(path: "half.safetensors")
        try Checkpoint(reading: checkpoint).export(
            to: file, .half, rows: [], device: "cpu", threads: 1, startedAt: .now)
        return file
    }

    /// What the network of a checkpoint makes of latent vectors 60 to 69, or of an image.
    @TensorThread
    private func made(by file: URL, savingInputTo given: URL) throws -> (input: [Float], images: [Float]) {
        let network = try Checkpoint(reading: file).load()
        let input: Tensor
        let images: Tensor
        switch network.layers {
        case .generators(let generators, let length):
            let latents = Latents.pool(seed: 0x1_2345_6789, indices: 60..<70, length: length)
            input = try Tensor(latents, shape: [10, length])
            images = try network.images(of: input, stages: generators.count)
        case .superResolution(let layers):
            input = try Tensor((0..<3 * 16 * 16).map { Float($0 % 256) / 255 }, shape: [1, 3, 16, 16])
            images = try layers(input)
        case .bicubic:
            preconditionFailure("has no checkpoints")
        }
        try SafetensorsFile(tensors: ["input": input.stored()], metadata: [:]).write(to: given)
        return (try input.floats(), try images.floats())
    }
}
