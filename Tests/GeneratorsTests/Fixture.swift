import Foundation
import Tensors

/// Numbers from PyTorch, by name (Fixtures/make_networks.py says how they were made).
struct Fixture {
    let tensors: [String: StoredTensor]

    init(_ name: String, file: String = #filePath) throws {
        let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Fixtures")
        tensors = try SafetensorsFile(reading: folder.appending(path: "\(name).safetensors")).tensors
    }

    /// The tensors whose names begin with `prefix`, without it.
    func all(_ prefix: String) -> [String: StoredTensor] {
        var found: [String: StoredTensor] = [:]
        for (name, tensor) in tensors where name.hasPrefix(prefix) {
            found[String(name.dropFirst(prefix.count))] = tensor
        }
        return found
    }

    func floats(_ name: String) throws -> [Float] {
        guard let values = tensors[name]?.floats else { throw Missing(name: name) }
        return values
    }

    func tensor(_ name: String) throws -> Tensor {
        guard let tensor = tensors[name] else { throw Missing(name: name) }
        return try Tensor(tensor, on: .cpu)
    }

    private struct Missing: Error {
        let name: String
    }
}

/// The largest difference between two lists of numbers, relative to the largest number expected.
func relativeError(_ found: [Float], _ expected: [Float]) -> Float {
    guard found.count == expected.count else { return .infinity }
    let scale = expected.reduce(1e-6) { max($0, abs($1)) }
    return zip(found, expected).reduce(0) { worst, pair in
        let difference = abs(pair.0 - pair.1)
        return difference.isNaN ? .infinity : max(worst, difference / scale)
    }
}
