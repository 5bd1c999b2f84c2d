import Foundation
import TestKit
import Testing

@testable import Tensors

@Suite("writing safetensors")
struct SafetensorsWritingTests {
    private static let content = SafetensorsFile(
        tensors: [
            "generator.conv1.weight": StoredTensor(floats: [1, -2, 0.5, 4], shape: [2, 2]),
            "half": StoredTensor(floats: [0.5, 65504, 1e-8], shape: [3], as: .float16),
            "bytes \"\\\u{1}é": StoredTensor(Data([1, 2, 3]), type: .uint8, shape: [3]),
            "step": StoredTensor(integers: [-7, .max], shape: [2]),
            "empty": StoredTensor(floats: [], shape: [0, 3]),
        ],
        metadata: ["epochs": "12", "note": "a \"quoted\"\nline, あ😀"])

    @Test("what is written is read again")
    func roundTrip() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "a.safetensors")
            try Self.content.write(to: file)
            #expect(try SafetensorsFile(reading: file) == Self.content)
            #expect(try SafetensorsFile(reading: file).tensors["half"]?.floats == [0.5, 65504, 0])
            #expect(try SafetensorsFile(reading: file).tensors["step"]?.integers == [-7, .max])
        }
    }

    @Test("the bytes are the same each time, and every tensor lies at a multiple of its width")
    func bytes() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "a.safetensors")
            let small = SafetensorsFile(
                tensors: [
                    "b": StoredTensor(floats: [1], shape: [1]), "a": StoredTensor(Data([9]), type: .uint8, shape: [1]),
                    "c": StoredTensor(integers: [2], shape: []),
                ], metadata: ["y": "2", "x": "1"])
            try small.write(to: file)
            let header = """
                {"__metadata__":{"x":"1","y":"2"},"c":{"dtype":"I64","shape":[],"data_offsets":[0,8]},\
                "b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},"a":{"dtype":"U8","shape":[1],"data_offsets":[12,13]}}
                """
            let padded = header + String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
            let expected =
                Data([UInt8(padded.utf8.count), 0, 0, 0, 0, 0, 0, 0]) + Data(padded.utf8)
                + Data([2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x3F, 9])
            #expect(try Data(contentsOf: file) == expected)
        }
    }

    @Test("the file's place holds the old content or the new, and no temporary file stays")
    func replaced() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "a.safetensors")
            try SafetensorsFile(tensors: [:]).write(to: file)
            // What a killed process left behind.
            try Data(count: 1 << 16).write(
                to: folder.appending(path: ".a.safetensors-\(UUID().uuidString).dotchi-part"))
            try Self.content.write(to: file)
            #expect(try SafetensorsFile(reading: file) == Self.content)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.safetensors"])
        }
    }

    @Test("a name that cannot be taken leaves what stands there, and no temporary file")
    func notRenamed() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "taken")
            try FileManager.default.createDirectory(
                at: file.appending(path: "inside"), withIntermediateDirectories: true)
            let error = #expect(throws: SafetensorsError.self) { try Self.content.write(to: file) }
            #expect(error?.description == "\(file.path): it cannot be written: it is a directory, not a file")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["taken"])
        }
    }

    @Test("a folder that is not there is an error that names the file")
    func noFolder() {
        let error = #expect(throws: SafetensorsError.self) {
            try Self.content.write(to: URL(filePath: "/nowhere/a.safetensors"))
        }
        #expect(
            error?.description
                == "/nowhere/a.safetensors: it cannot be written: no such file or directory")
    }

    @Test(
        "a full disk is an error in the system's words",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDisk() {
        let error = #expect(throws: SafetensorsError.self) { try Self.content.write(to: URL(filePath: "/dev/full")) }
        #expect(error?.description == "/dev/full: it cannot be written: no space left on device")
    }

    @Test("tensors of the engine come back from a file, half precision rounded")
    func tensors() async throws {
        try await TensorThread.run {
            let image = try Tensor((0..<24).map { Float($0) / 7 }, shape: [2, 3, 2, 2])
            let stored = try image.stored()
            #expect(try Tensor(stored).floats() == image.floats())
            let other = try Tensor.zeros([2, 3, 2, 2])
            try other.copy(from: image.stored(as: .float16))
            #expect(difference(try other.floats(), try image.floats()) < 1.0 / 2048)
            #expect(throws: EngineError.self) { try Tensor.zeros([24]).copy(from: stored) }
            #expect(throws: EngineError.self) { try Tensor(StoredTensor(integers: [1], shape: [1])) }
        }
    }
}
