import Generators
import Networks
package import Study

/// How many bytes the files of a run take at most. Needs no engine.
package struct DiskUse: Sendable, Hashable {
    /// The resume file.
    package let resumeFile: Int
    /// A kept checkpoint, with the samples beside it.
    package let checkpoint: Int

    /// The sizes of a run with `settings`.
    ///
    /// - Throws: ``GeneratorError`` where the settings describe no network.
    package init(of settings: NetworkSettings) throws {
        let generators = try ImageNetwork.declaration(of: settings).collectors.flatMap(\.state)
        let discriminators = settings.discriminatorSizes.flatMap { size, width in
            let collector = ParameterCollector("discriminator", seed: settings.seed, network: 1)
            _ = Discriminator(collector, size: size, width: width)
            return collector.state
        }
        /// Bytes of these as they are `copies` times over, with what the file's header says of them.
        func bytes(_ parameters: [Parameter], copies: Int) -> Int {
            parameters.reduce(1 << 16) { $0 + copies * 4 * $1.shape.reduce(1, *) + 512 }
        }
        let size = settings.architecture.outputSize
        // A grid of 64 samples as it is; PNG is hardly ever larger.
        checkpoint = bytes(generators, copies: 1) + 64 * 3 * size * size
        // Weights, and two moments of each; the epochs with their losses, two a stage.
        resumeFile =
            bytes(generators + discriminators, copies: 3)
            + 160 * (1 + settings.trainingSizes.count) * settings.epochs
    }

    /// Bytes that a run of `settings` adds on its way from `epochs` to its last one.
    package func bytes(of settings: NetworkSettings, after epochs: Int) -> Int {
        guard epochs < settings.epochs else { return 0 }
        let every = settings.checkpointEvery
        let kept = settings.epochs / every - epochs / every + (settings.epochs.isMultiple(of: every) ? 0 : 1)
        return kept * checkpoint + (epochs == 0 ? resumeFile : 0)
    }
}

extension NetworkSettings {
    /// Size of images and width of each stage's discriminator.
    fileprivate var discriminatorSizes: [(size: Int, width: Int)] {
        switch architecture {
        case .dcgan(let settings): [(settings.size, settings.width)]
        case .multistage(let settings): settings.sizes.map { ($0, settings.width) }
        case .srcnn, .bicubic: []
        }
    }
}
