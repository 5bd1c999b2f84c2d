package import Foundation
import Networks
package import Study
package import Tensors

/// A kept state of a network that makes images: a safetensors file with the weights and running statistics of all its
/// generators, and the run's facts in the metadata.
package struct Checkpoint: Sendable {
    /// The file.
    package let file: URL
    /// What was trained.
    package let network: NetworkSettings
    /// Epochs trained.
    package let epochs: Int
    /// Seconds of training, over all restarts.
    package let seconds: Double
    /// The hash that names the photographs.
    package let manifest: String
    /// What computed: the engine in one line.
    package let engine: String
    /// Where it was trained, `cpu` or `cuda`, and on how many threads; nil where the file does not say.
    package let device: String?
    /// Threads of the engine, at least 1; nil where the file does not say.
    package let threads: Int?
    /// When its run began; only an exported file tells.
    package let startedAt: Date?
    /// The epochs of its run so far; only an exported file has them.
    package let rows: [EpochFacts]
    let contents: SafetensorsFile

    /// What the metadata calls a checkpoint; the number changes when names or meanings do.
    package static let format = "dotchi checkpoint 1"

    /// Reads a checkpoint; needs no engine.
    ///
    /// - Throws: `SafetensorsError` for a file that is none, ``GeneratorError`` for one that is no checkpoint.
    package init(reading file: URL) throws {
        let contents = try SafetensorsFile(reading: file)
        let metadata = contents.metadata
        guard metadata["format"] == Checkpoint.format else {
            throw GeneratorError(
                """
                \(file.path) is no checkpoint of dotchi: its metadata say format "\(metadata["format"] ?? "")", not \
                "\(Checkpoint.format)"
                """)
        }
        guard let epochs = metadata["epochs"].flatMap(Int.init), let seconds = metadata["seconds"].flatMap(Double.init),
            let network = metadata["network"].flatMap({ text in
                try? JSONDecoder().decode(NetworkSettings.self, from: Data(text.utf8))
            })
        else {
            throw GeneratorError("\(file.path) is damaged: its metadata lack network, epochs or seconds")
        }
        guard epochs >= 1, seconds >= 0, seconds.isFinite else {
            throw GeneratorError(
                "\(file.path) is damaged: its metadata say \(epochs.counted("epoch")) in \(seconds) seconds")
        }
        try network.check()
        guard network.architecture.isTrained else {
            throw GeneratorError(
                "\(file.path) is of a network of kind \(network.architecture.kind.rawValue), which has no checkpoints")
        }
        self.file = file
        self.network = network
        self.epochs = epochs
        self.seconds = seconds
        manifest = metadata["photographs"] ?? ""
        engine = metadata["engine"] ?? ""
        device = metadata["device"]
        threads = metadata["threads"].flatMap(Int.init)
        startedAt = metadata["started"].flatMap { try? Date($0, strategy: .iso8601) }
        rows = try Self.rows(metadata["epoch_rows"], upTo: epochs, of: file)
        self.contents = contents
    }

    /// Exported epochs, which must be 1, 2 ... up to the checkpoint's.
    private static func rows(_ text: String?, upTo epochs: Int, of file: URL) throws -> [EpochFacts] {
        guard let text else { return [] }
        let rows = try? JSONDecoder().decode([EpochFacts].self, from: Data(text.utf8))
        guard let rows, rows.count == epochs, rows.map(\.number) == Array(1...max(1, rows.count)),
            rows.allSatisfy({ $0.seconds >= 0 && $0.images >= 0 })
        else {
            throw GeneratorError("\(file.path) is damaged: its epoch_rows are not those of epochs 1 to \(epochs)")
        }
        return rows
    }

    /// The networks with these weights.
    ///
    /// - Throws: ``GeneratorError`` where the file's tensors are not those of the network; `EngineError`.
    package func load(on device: Device = .cpu) throws -> ImageNetwork {
        let loaded = try ImageNetwork(network, on: device)
        try explained { try loaded.stores.flatMap(\.state).load(from: contents.tensors) }
        return loaded
    }

    /// Checks that the file's tensors are those of the network it names, and all finite; needs no engine.
    ///
    /// - Throws: ``GeneratorError`` that names the first that is not.
    package func check() throws {
        let collectors = try ImageNetwork.declaration(of: network).collectors
        try explained { try collectors.flatMap(\.state).check(contents.tensors) }
        if let broken = contents.tensors.filter({ !$0.value.isFinite }).keys.min() {
            throw GeneratorError("\(file.path) is damaged: \(broken) has weights that are infinite or no numbers")
        }
    }

    private func explained(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as ParameterError {
            throw GeneratorError("\(file.path) does not hold the network it names: \(error)")
        }
    }
}
