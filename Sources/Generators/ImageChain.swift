import Foundation
package import Pictures
package import Study
package import Tensors

/// A method at work: networks one after the other that give images by index. Image i of a seed is always the same image,
/// whatever range is asked for.
///
/// For that, batch norm uses running statistics, and images are generated in fixed blocks of 64 by index, the last one
/// whole too: the same latent vector in a batch of another size differs in the last bits.
@TensorThread
package final class ImageChain {
    /// Images in a block.
    package nonisolated static let block = 64

    private let first: ImageNetwork
    private let enlargers: [ImageNetwork]

    /// Components of a latent vector.
    package let latent: Int
    /// Side in pixels of the images.
    package let size: Int

    /// The chain of these checkpoints: the first makes images, each further one enlarges them.
    ///
    /// - Parameters:
    ///   - checkpoints: in order.
    ///   - untrained: networks that need no training, by their places in the chain.
    ///   - device: where to compute.
    ///   - threads: processor threads of one operation, at least 1.
    /// - Throws: ``GeneratorError`` where a checkpoint is of the wrong kind or size for its place; `EngineError`.
    package convenience init(
        _ checkpoints: [Checkpoint], untrained: [Int: NetworkSettings] = [:], on device: Device = .cpu,
        threads: Int = ProcessInfo.processInfo.activeProcessorCount
    ) throws {
        try TensorEngine.setThreadCount(threads)
        try TensorEngine.keepFreedMemory()
        var networks = try checkpoints.map { try $0.load(on: device) }
        for (place, settings) in untrained.sorted(by: { $0.key < $1.key }) {
            networks.insert(try ImageNetwork(settings, on: device), at: place)
        }
        try self.init(networks: networks)
    }

    /// The chain of these networks.
    ///
    /// - Throws: ``GeneratorError`` where one is of the wrong kind or size for its place.
    package init(networks: [ImageNetwork]) throws {
        guard let first = networks.first, case .generators(_, let latent) = first.layers else {
            throw GeneratorError(
                """
                a chain begins with a network of kind dcgan or multistage, which makes images from latent vectors\
                \(networks.first.map { "; \($0.settings.name) is of kind \($0.settings.architecture.kind.rawValue)" } ?? "")
                """)
        }
        var size = first.settings.architecture.outputSize
        for network in networks.dropFirst() {
            let name = network.settings.name
            guard let inputSize = network.settings.architecture.inputSize else {
                throw GeneratorError(
                    """
                    a chain goes on with networks of kind srcnn or bicubic, which enlarge; \(name) is of kind \
                    \(network.settings.architecture.kind.rawValue)
                    """)
            }
            guard inputSize == size else {
                throw GeneratorError(
                    "\(name) enlarges images of \(inputSize)x\(inputSize), and \(size)x\(size) come before it")
            }
            size = network.settings.architecture.outputSize
        }
        self.first = first
        self.latent = latent
        self.size = size
        enlargers = Array(networks.dropFirst())
    }

    /// The images at these indices, made of latent vectors of `seed`. Cheapest in whole blocks.
    ///
    /// - Throws: `EngineError`.
    package func images(_ indices: Range<Int>, seed: UInt64) throws -> [PixelBuffer] {
        var images: [PixelBuffer] = []
        var start = indices.lowerBound / Self.block * Self.block
        while start < indices.upperBound {
            let block = start..<start + Self.block
            let made = try whole(block, seed: seed)
            images += block.clamped(to: indices).map { made[$0 - start] }
            start += Self.block
        }
        return images
    }

    /// What every step of the chain makes of latent vectors; the last step's images are the method's, made as those of a
    /// pool.
    ///
    /// - Parameter latents: 1 to 64 vectors of ``latent`` components, one after the other.
    /// - Throws: `EngineError`.
    package func steps(ofLatents latents: [Float]) throws -> [ChainStep] {
        let count = latents.count / latent
        precondition((1...Self.block).contains(count) && latents.count % latent == 0, "whole vectors, a block at most")
        let padding = [Float](repeating: 0, count: (Self.block - count) * latent)
        let whole = try enlargers.reduce(into: first.steps(ofLatents: latents + padding)) { steps, network in
            steps += try network.steps(enlarging: steps[steps.count - 1].pictures)
        }
        return whole.map { ChainStep(name: $0.name, pictures: Array($0.pictures.prefix(count))) }
    }

    private func whole(_ block: Range<Int>, seed: UInt64) throws -> [PixelBuffer] {
        let latents = Latents.pool(seed: seed, indices: block, length: latent)
        return try enlargers.reduce(first.pictures(ofLatents: latents)) { images, network in
            try network.pictures(enlarging: images)
        }
    }
}
