import Foundation

@testable import Tensors

/// Numbers from PyTorch, made by Fixtures/make-operations.py.
enum Fixture {
    static let operations = Result {
        try SafetensorsFile(
            reading: URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "Fixtures/operations.safetensors"))
    }

    /// The tensor of this name.
    static func tensor(_ name: String) throws -> Tensor {
        try Tensor(stored(name))
    }

    static func stored(_ name: String) throws -> StoredTensor {
        guard let stored = try operations.get().tensors[name] else { throw Missing(name: name) }
        return stored
    }

    /// NAME/PART0, NAME/PART1 and so on.
    static func tensors(_ name: String, _ part: String) throws -> [Tensor] {
        let all = try operations.get().tensors
        return try (0..<8).compactMap { index in try all["\(name)/\(part)\(index)"].map { try Tensor($0) } }
    }

    struct Missing: Error {
        let name: String
    }
}

/// The largest difference of two lists of numbers, relative to the larger of 1 and the number expected; infinite where
/// they cannot be compared.
func difference(_ values: [Float], _ expected: [Float]) -> Double {
    guard values.count == expected.count else { return .infinity }
    return zip(values, expected).map { value, expected in
        let distance = Double(abs(value - expected)) / max(1, Double(abs(expected)))
        return distance.isNaN ? .infinity : distance
    }.max() ?? 0
}

/// The largest difference of two lists of numbers, relative to the largest number expected: what a sum taken in another
/// order may differ by. Infinite where they cannot be compared.
func differenceOfSums(_ values: [Float], _ expected: [Float]) -> Double {
    guard values.count == expected.count else { return .infinity }
    let largest = Double(expected.reduce(0) { max($0, abs($1)) })
    return zip(values, expected).map { value, expected in
        let distance = Double(abs(value - expected)) / largest
        return distance.isNaN ? .infinity : distance
    }.max() ?? 0
}
