import Foundation
import GeneratorTestKit
import Study
import Tensors
import TestKit
import Testing

@testable import Generators
@testable import Training

@Suite("Room that a run's files take")
struct DiskUseTests {
    @Test("is never less than what they take, and little more")
    func files() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                for settings in Examples.networks + [Examples.dcgan(size: 16, width: 64)] {
                    let use = try DiskUse(of: settings)
                    let run = try TrainingRun(
                        settings, photographs: Examples.photographs(for: settings), manifest: "hash",
                        folder: folder.appending(path: "\(settings.name)-\(use.resumeFile)"), threads: 1)
                    _ = try run.run(until: 1)
                    @TensorThread func bytes(_ name: String) throws -> Int {
                        try Data(contentsOf: run.folder.appending(path: name)).count
                    }
                    let resumeFile = try bytes("resume.safetensors")
                    let checkpoint = try bytes("checkpoint-000001.safetensors") + bytes("samples-000001.png")
                    for (bytes, most) in [(resumeFile, use.resumeFile), (checkpoint, use.checkpoint)] {
                        #expect(bytes <= most && most < bytes * 11 / 10 + (1 << 17), "\(settings)")
                    }
                }
            }
        }
    }

    @Test(
        "counts the checkpoints that are still to come, and the resume file where there is none",
        arguments: [(0, 30, 10, 3, 1), (0, 35, 10, 4, 1), (10, 30, 10, 2, 0), (29, 35, 10, 2, 0), (35, 35, 10, 0, 0)])
    func toCome(done: Int, last: Int, every: Int, checkpoints: Int, resumeFiles: Int) throws {
        var settings = Examples.dcgan()
        (settings.epochs, settings.checkpointEvery) = (last, every)
        let use = try DiskUse(of: settings)
        #expect(use.bytes(of: settings, after: done) == checkpoints * use.checkpoint + resumeFiles * use.resumeFile)
    }

    @Test("a run's folder is locked for one training at a time")
    func lock() throws {
        try withTemporaryFolder { folder in
            let run = folder.appending(path: "runs/faces")
            #expect(try !TrainingLock.isTaken(run))
            #expect(!FileManager.default.fileExists(atPath: run.path))
            do {
                let first = try #require(try TrainingLock(run))
                #expect(try TrainingLock(run) == nil)
                #expect(try TrainingLock.isTaken(run))
                withExtendedLifetime(first) {}
            }
            #expect(try !TrainingLock.isTaken(run))
            try Data().write(to: folder.appending(path: "file"))
            let error = #expect(throws: GeneratorError.self) { try TrainingLock(folder.appending(path: "file/run")) }
            #expect(error?.description.contains("cannot be made") == true)
        }
    }
}
