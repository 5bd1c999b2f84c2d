package import Foundation
package import Study
import Tensors

extension Checkpoint {
    /// How an exported file keeps the weights.
    package enum Precision: Sendable {
        /// As they are.
        case single
        /// Half precision for all tensors of two and more dimensions. Biases and running statistics, which are few, stay.
        case half
    }

    /// Writes it as a file that tells all of its run so far, so that another study can take it.
    ///
    /// - Parameters:
    ///   - file: replaced where it is there; written whole or not at all.
    ///   - rows: the epochs 1 ... ``epochs``; none where they are not known.
    ///   - device: where they were trained: `cpu` or `cuda`.
    ///   - threads: threads of the engine, at least 1.
    ///   - startedAt: when the run began; kept to the second.
    /// - Throws: ``GeneratorError`` where a weight is beyond half precision's 65504; `SafetensorsError`.
    package func export(
        to file: URL, _ precision: Precision, rows: [EpochFacts], device: String, threads: Int, startedAt: Date
    ) throws {
        var exported = contents
        exported.isSealed = true
        if precision == .half { exported.tensors = try contents.tensors.mapValues(halved) }
        exported.metadata["device"] = device
        exported.metadata["threads"] = String(threads)
        exported.metadata["started"] = startedAt.formatted(.iso8601)
        exported.metadata["epoch_rows"] = rows.isEmpty ? nil : try Self.json(rows)
        try exported.write(to: file)
    }

    private func halved(_ tensor: StoredTensor) throws -> StoredTensor {
        guard tensor.shape.count > 1, tensor.type == .float32, let values = tensor.floats else { return tensor }
        guard values.allSatisfy({ abs($0) <= Float(Float16.greatestFiniteMagnitude) }) else {
            throw GeneratorError(
                "\(file.path) has weights beyond \(Float16.greatestFiniteMagnitude); export it without --half")
        }
        return StoredTensor(floats: values, shape: tensor.shape, as: .float16)
    }
}
