package import Foundation
import Networks
import Study
import Tensors

extension Checkpoint {
    /// Keeps the weights of `network` as they are now, in a sealed file that is written whole or not at all.
    ///
    /// - Parameters:
    ///   - file: replaced where it is there.
    ///   - epochs: epochs trained, at least 1.
    ///   - seconds: of training, over all restarts.
    ///   - manifest: the hash that names the photographs.
    /// - Throws: `EngineError`, `SafetensorsError`.
    @TensorThread
    package static func write(
        _ network: ImageNetwork, epochs: Int, seconds: Double, manifest: String, to file: URL
    ) throws {
        let contents = SafetensorsFile(
            tensors: try network.stores.flatMap(\.state).stored(),
            metadata: [
                "format": format, "network": try json(network.settings), "epochs": String(epochs),
                "seconds": String(seconds), "seed": String(network.settings.seed), "photographs": manifest,
                "engine": try TensorEngine.describe(), "device": network.device.description,
                "threads": String(try TensorEngine.threadCount()),
            ], isSealed: true)
        try contents.write(to: file)
    }

    /// A value as the metadata of checkpoints and resume files keep it: JSON with sorted keys.
    package static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
