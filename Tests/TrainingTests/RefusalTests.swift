import Foundation
import GeneratorTestKit
import Study
import Tensors
import TestKit
import Testing

@testable import Generators
@testable import Training

@Suite("What cannot be trained, resumed or used says why")
struct RefusalTests {
    @Test("a changed setting or other photographs are named with both values; epochs and name may change")
    func changedSettings() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                _ = try Examples.run(Examples.dcgan(), in: folder).run(until: 1)
                let wide = message { _ = try Examples.run(Examples.dcgan(width: 5), in: folder) }
                #expect(wide.contains("width was 4 and now is 5"), "\(wide)")
                let seeded = message { _ = try Examples.run(Examples.dcgan(seed: 6), in: folder) }
                #expect(seeded.contains("seed was 5 and now is 6"), "\(seeded)")
                let other = message { _ = try Examples.run(Examples.srcnn(size: 8), in: folder) }
                #expect(other.contains("kind was dcgan and now is srcnn"), "\(other)")
                let moved = message { _ = try Examples.run(Examples.dcgan(), in: folder, manifest: "other") }
                #expect(moved.contains("the photographs were hash and now are other"), "\(moved)")
                let both = message { _ = try Examples.run(Examples.dcgan(width: 5, seed: 6), in: folder) }
                #expect(both.contains("width was 4 and now is 5; seed was 5 and now is 6"), "\(both)")
                let unchecked = message {
                    let photographs = Examples.photographs(for: Examples.dcgan())
                    _ = try TrainingRun.check(
                        Examples.dcgan(width: 5), photographs: photographs, manifest: "hash", folder: folder)
                }
                #expect(unchecked == wide)
                var renamed = Examples.dcgan()
                (renamed.name, renamed.epochs, renamed.checkpointEvery) = ("new", 99, 7)
                #expect(try Examples.run(renamed, in: folder).epochs == 1)
            }
        }
    }

    @Test("too few photographs, or none of a size, stop a run before it begins")
    func photographs() async throws {
        try await withTemporaryFolder { folder in
            await TensorThread.run {
                let few = message { _ = try Examples.run(Examples.dcgan(), in: folder, count: 3) }
                #expect(few.contains("takes 4 photographs in a step (batch), and there are only 3"), "\(few)")
                let none = message {
                    _ = try TrainingRun(
                        Examples.dcgan(), photographs: [:], manifest: "hash", folder: folder, threads: 1)
                }
                #expect(none.contains("photographs of 8x8, and there are none"), "\(none)")
            }
        }
    }

    @Test("a bicubic enlargement is not trained")
    func untrained() async throws {
        try await withTemporaryFolder { folder in
            await TensorThread.run {
                let text = message { _ = try Examples.run(Examples.bicubic(), in: folder) }
                #expect(text.contains("network bicubic is of kind bicubic, which needs no training"), "\(text)")
            }
        }
    }

    @Test("a damaged or foreign resume file is refused and stays as it is")
    func damagedResumeFile() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                _ = try Examples.run(Examples.dcgan(), in: folder).run(until: 1)
                let file = folder.appending(path: "resume.safetensors")
                let good = try SafetensorsFile(reading: file)
                @TensorThread func refusal(_ change: (inout SafetensorsFile) -> Void) throws -> String {
                    var bad = good
                    change(&bad)
                    try bad.write(to: file)
                    return message { _ = try Examples.run(Examples.dcgan(), in: folder) }
                }
                let foreign = try refusal { $0.metadata = [:] }
                #expect(foreign.contains("do not say format"), "\(foreign)")
                let missing = try refusal { $0.tensors["discriminator.adam.step"] = nil }
                #expect(missing.contains("there is no tensor discriminator.adam.step"), "\(missing)")
                let whole = try refusal {
                    let shape = $0.tensors["generator.norm.weight"]?.shape ?? []
                    $0.tensors["generator.norm.weight"] = StoredTensor(
                        integers: Array(repeating: 1, count: shape.reduce(1, *)), shape: shape)
                }
                #expect(whole.contains("generator.norm.weight holds whole numbers, and F32 or F16"), "\(whole)")
                let backwards = try refusal {
                    $0.tensors["generator.adam.step"] = StoredTensor(integers: [-1], shape: [1])
                }
                #expect(backwards.contains("the state of the optimiser of generator"), "\(backwards)")
                let lost = try refusal { $0.metadata["progress"] = "{}" }
                #expect(lost.contains("lack a readable progress"), "\(lost)")
                let bytes = Data("no safetensors".utf8)
                try bytes.write(to: file)
                let text = message { _ = try Examples.run(Examples.dcgan(), in: folder) }
                #expect(text.contains("resume.safetensors"), "\(text)")
                #expect(try Data(contentsOf: file) == bytes)
            }
        }
    }

    @Test("a flipped bit in a resume file is noticed; an older one, without a checksum, is gone on with and told apart")
    func flippedResumeFile() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                let run = try Examples.run(Examples.dcgan(), in: folder)
                _ = try run.run(until: 1)
                #expect(!run.hasUncheckedStart)
                #expect(try !Examples.run(Examples.dcgan(), in: folder).hasUncheckedStart)
                let file = folder.appending(path: "resume.safetensors")
                var bytes = try Data(contentsOf: file)
                bytes[bytes.count - 9] ^= 1
                try bytes.write(to: file)
                let text = message { _ = try Examples.run(Examples.dcgan(), in: folder) }
                #expect(text.contains("cannot be resumed: its content is not what was written"), "\(text)")
                bytes[bytes.count - 9] ^= 1
                try bytes.write(to: file)
                var old = try SafetensorsFile(reading: file)
                old.isSealed = false
                try old.write(to: file)
                let resumed = try Examples.run(Examples.dcgan(), in: folder)
                #expect(resumed.hasUncheckedStart && resumed.epochs == 1)
                _ = try resumed.run(until: 2)
                #expect(try !Examples.run(Examples.dcgan(), in: folder).hasUncheckedStart)
            }
        }
    }

    @Test("a loss that is no number stops the run and leaves its files as they were")
    func brokenLoss() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                let settings = Examples.dcgan(learningRate: 1e30)
                let run = try Examples.run(settings, in: folder)
                let text = message { _ = try run.run(until: 3) }
                #expect(text.contains("became") && text.contains("learning_rate"), "\(text)")
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
            }
        }
    }

    @Test("a file that is no checkpoint, or not that of the network it names, says so")
    func checkpoints() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                _ = try Examples.run(Examples.dcgan(), in: folder).run(until: 1)
                let resume = message {
                    _ = try Checkpoint(reading: folder.appending(path: "resume.safetensors"))
                }
                #expect(resume.contains("is no checkpoint of dotchi"), "\(resume)")
                let file = folder.appending(path: "checkpoint-000001.safetensors")
                let good = try SafetensorsFile(reading: file)
                var bad = good
                bad.tensors["generator.norm.weight"] = nil
                try bad.write(to: file)
                let missing = message { _ = try Checkpoint(reading: file).load() }
                #expect(missing.contains("there is no tensor generator.norm.weight"), "\(missing)")
                bad = good
                bad.metadata["epochs"] = "many"
                try bad.write(to: file)
                let damaged = message { _ = try Checkpoint(reading: file) }
                #expect(damaged.contains("is damaged"), "\(damaged)")
            }
        }
    }
}
