import Randomness

/// Latent vectors: components uniform in [-1, 1) from streams of their own, so that any vector of any step or pool can
/// be had without the ones before it.
package enum Latents {
    /// The vectors of training step `step` of stage `stage`, both from 0: `count` vectors of `length`, one after the
    /// other.
    package static func training(seed: UInt64, stage: Int, step: Int, count: Int, length: Int) -> [Float] {
        let index = UInt64(stage) << 40 | UInt64(step)
        var stream = RandomStream(seed: seed, purpose: .trainingLatents, index: index)
        return (0..<count * length).map { _ in component(&stream) }
    }

    /// The vectors of the images at `indices` of the pictures that show progress.
    package static func samples(seed: UInt64, indices: Range<Int>, length: Int) -> [Float] {
        vectors(seed, .sampleLatents, indices, length)
    }

    /// The vectors of the images at `indices` of a pool: vector i belongs to image i of every method.
    package static func pool(seed: UInt64, indices: Range<Int>, length: Int) -> [Float] {
        vectors(seed, .poolLatents, indices, length)
    }

    private static func vectors(
        _ seed: UInt64, _ purpose: RandomStream.Purpose, _ indices: Range<Int>, _ length: Int
    ) -> [Float] {
        indices.flatMap { index in
            var stream = RandomStream(seed: seed, purpose: purpose, index: UInt64(index))
            return (0..<length).map { _ in component(&stream) }
        }
    }

    private static func component(_ stream: inout RandomStream) -> Float {
        2 * stream.uniformFloat() - 1
    }
}
