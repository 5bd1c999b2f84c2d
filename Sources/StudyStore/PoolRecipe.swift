/// All that decides which images a generation of a pool holds: two generations of one recipe hold the same.
package struct PoolRecipe: Sendable, Codable, Hashable {
    /// SHA-256 of the checkpoints, in the order of the chain.
    package var checkpoints: [String]
    /// Seed of the latent vectors.
    package var seed: UInt64
    /// How many images.
    package var images: Int

    /// The recipe for `images` images of the chain of `checkpoints`.
    package init(checkpoints: [String], seed: UInt64, images: Int) {
        self.checkpoints = checkpoints
        self.seed = seed
        self.images = images
    }
}
