/// All that decides which images a generation of a pool holds: two generations of one recipe hold the same.
package struct PoolRecipe: Sendable, Codable, Hashable {
    /// SHA-256 of the checkpoints, in the order of the chain.
    package var checkpoints: [String]
    /// Sides in pixels after the chain's bicubic enlargements, by their places in it, from 0; nil where it has none.
    package var bicubic: [Int: Int]?
    /// Seed of the latent vectors.
    package var seed: UInt64
    /// How many images.
    package var images: Int

    /// The recipe for `images` images of the chain of `checkpoints`, with the enlargements of `bicubic` between them.
    package init(checkpoints: [String], bicubic: [Int: Int] = [:], seed: UInt64, images: Int) {
        self.checkpoints = checkpoints
        self.bicubic = bicubic.isEmpty ? nil : bicubic
        self.seed = seed
        self.images = images
    }
}
