import Foundation
package import Tensors

/// Numbers from PyTorch, by name; a script in the folder Fixtures beside the tests says how they were made.
package struct Fixture {
    private let tensors: [String: StoredTensor]

    /// Those of `Fixtures/NAME.safetensors` beside the test that asks.
    package init(_ name: String, file: String = #filePath) throws {
        let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Fixtures")
        tensors = try SafetensorsFile(reading: folder.appending(path: "\(name).safetensors")).tensors
    }

    /// The tensors whose names begin with `prefix`, without it.
    package func all(_ prefix: String) -> [String: StoredTensor] {
        var found: [String: StoredTensor] = [:]
        for (name, tensor) in tensors where name.hasPrefix(prefix) {
            found[String(name.dropFirst(prefix.count))] = tensor
        }
        return found
    }

    /// The elements of a tensor.
    package func floats(_ name: String) throws -> [Float] {
        guard let values = try stored(name).floats else { throw Missing(name: name) }
        return values
    }

    /// The shape of a tensor.
    package func shape(_ name: String) throws -> [Int] { try stored(name).shape }

    /// A tensor on the processor.
    package func tensor(_ name: String) throws -> Tensor { try Tensor(stored(name), on: .cpu) }

    /// Whether there is a tensor of that name.
    package func has(_ name: String) -> Bool { tensors[name] != nil }

    private func stored(_ name: String) throws -> StoredTensor {
        guard let tensor = tensors[name] else { throw Missing(name: name) }
        return tensor
    }

    private struct Missing: Error {
        let name: String
    }
}
