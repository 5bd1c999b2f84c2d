import Foundation
import Networks
import Tensors

/// Numbers from PyTorch, by name (Fixtures/make_layers.py says how they were made).
struct Fixture {
    private let tensors: [String: StoredTensor]

    init(_ name: String, file: String = #filePath) throws {
        let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Fixtures")
        tensors = try SafetensorsFile(reading: folder.appending(path: "\(name).safetensors")).tensors
    }

    func floats(_ name: String) throws -> [Float] {
        guard let values = try stored(name).floats else { throw Missing(name: name) }
        return values
    }

    func shape(_ name: String) throws -> [Int] {
        try stored(name).shape
    }

    func tensor(_ name: String) throws -> Tensor {
        try Tensor(stored(name), on: .cpu)
    }

    func has(_ name: String) -> Bool { tensors[name] != nil }

    private func stored(_ name: String) throws -> StoredTensor {
        guard let tensor = tensors[name] else { throw Missing(name: name) }
        return tensor
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
