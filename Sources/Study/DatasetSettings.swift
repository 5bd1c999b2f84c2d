/// Which photographs the networks learn from.
package struct DatasetSettings: Sendable, Codable, Hashable {
    /// A folder, a `.tar`, `.tar.gz`, `.tgz` or `.zip` of JPEG and PNG files (relative to the study folder), or
    /// `procedural` for faces drawn by dotchi itself.
    package var source: String
    /// Photographs chosen at random, the hold-out included; at least 1. The paper took 4096.
    package var count: Int
    /// Side in pixels of the central square that is cut out; nil cuts the largest.
    package var crop: Int?
    /// Photographs kept from SRCNN's training, for measuring; 0 ..< `count`.
    package var holdout: Int
    /// Seed of the choice.
    package var seed: UInt64

    /// The name of the built-in procedural faces as a source.
    package static let procedural = "procedural"

    /// Settings; what is left out has its default.
    package init(
        source: String = procedural, count: Int = 4096, crop: Int? = nil, holdout: Int = 256, seed: UInt64 = 1
    ) {
        self.source = source
        self.count = count
        self.crop = crop
        self.holdout = holdout
        self.seed = seed
    }
}
