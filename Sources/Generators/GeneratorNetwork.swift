package import Tensors

/// A network that makes images: from latent vectors, or from the images of a smaller one.
package protocol GeneratorNetwork {
    /// The images (count x 3 x size x size, samples in [-1, 1]) that come out for `input`.
    ///
    /// - Parameter training: whether batch norm uses the batch's statistics and moves the running ones; else it uses the
    ///   running ones, and every image depends on its own input alone.
    /// - Throws: `EngineError`.
    func callAsFunction(_ input: Tensor, training: Bool) throws -> Tensor
}
