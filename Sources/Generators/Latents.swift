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

    /// The vectors of the images at `indices` of a study's figures: vector i belongs to image i of every method, and to no
    /// image of a pool.
    package static func figures(seed: UInt64, indices: Range<Int>, length: Int) -> [Float] {
        vectors(seed, .figureLatents, indices, length)
    }

    /// `steps` vectors (at least 2) on the straight way from one vector to another, evenly spaced and one after the other;
    /// the first and the last are the two themselves.
    ///
    /// Straight as in Radford et al. 2015 (section 6.1): components are uniform, and no straight way leaves their cube. The
    /// great circle of White 2016 (arXiv 1609.04468) is for components that are normal.
    package static func interpolated(
        from first: some Collection<Float>, to last: some Collection<Float>, steps: Int
    ) -> [Float] {
        precondition(first.count == last.count && steps >= 2, "two vectors of one length, and both are shown")
        return (0..<steps).flatMap { step in
            let part = Float(step) / Float(steps - 1)
            return zip(first, last).map { (1 - part) * $0 + part * $1 }
        }
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
