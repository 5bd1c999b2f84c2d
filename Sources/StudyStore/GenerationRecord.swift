package import Foundation
package import Study

/// A published generation of a pool.
package struct GenerationRecord: Sendable, Hashable {
    /// Its name and number of images.
    package var generation: PoolGeneration
    /// What it was made from; nil for imported images.
    package var recipe: PoolRecipe?
    /// When it was published.
    package var publishedAt: Date
    /// Epochs of each network of the chain, in its order; empty for imported images.
    package var epochs: [Int]
    /// Training time of the whole chain in seconds; nil for imported images.
    package var trainingSeconds: Double?
    /// Why what it was made from or when cannot be read; nil where both can.
    package var fault: StudyStoreError?
}
