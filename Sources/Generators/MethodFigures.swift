package import Pictures
package import Tensors

/// The paper's figures of a method. The images are of latent vectors that no pool shows, vector i being the same for
/// every method and figure; the same seed gives the same figures.
package struct MethodFigures: Sendable, Hashable {
    /// The method's images, as many as ``images``.
    package let samples: PixelBuffer
    /// The first of them step by step, as many as ``columns``; nil for a chain of one step.
    package let steps: StepFigure?
    /// Ways from one image to another, a row each and as many as ``ways``: from the first image of `samples` to the second,
    /// from the third to the fourth, and so on. Both ends are shown.
    package let interpolation: PixelBuffer

    /// Images in `samples`.
    package static let images = 32
    /// Images in a row of `samples` and of `steps`.
    package static let columns = 8
    /// Rows of `interpolation`.
    package static let ways = 3
    /// Images in a row of `interpolation`, both ends among them.
    package static let frames = 9

    /// The figures of a chain.
    ///
    /// - Throws: `EngineError`.
    @TensorThread
    package init(_ chain: ImageChain, seed: UInt64) throws {
        let length = chain.latent
        let latents = Latents.figures(seed: seed, indices: 0..<Self.images, length: length)
        let made = try chain.steps(ofLatents: latents)
        samples = PixelBuffer.grid(made[made.count - 1].pictures, columns: Self.columns)
        steps = made.count > 1 ? StepFigure(made, columns: Self.columns) : nil

        func vector(_ index: Int) -> ArraySlice<Float> { latents[index * length..<(index + 1) * length] }
        let between = (0..<Self.ways).flatMap { way in
            Latents.interpolated(from: vector(2 * way), to: vector(2 * way + 1), steps: Self.frames)
        }
        let frames = try chain.steps(ofLatents: between)
        interpolation = PixelBuffer.grid(frames[frames.count - 1].pictures, columns: Self.frames)
    }
}
