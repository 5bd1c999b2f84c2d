package import Foundation

/// A choice of photographs, as it was added to the study.
package struct DatasetRecord: Sendable, Hashable {
    /// Key in the store.
    package var id: Int64
    /// Where the photographs came from: a path, or `procedural`.
    package var source: String
    /// Side in pixels of the central square that was cut out; nil for the largest.
    package var crop: Int?
    /// Seed of the choice.
    package var seed: UInt64
    /// SHA-256 of the manifest: names, hashes, order, crop and hold-out.
    package var manifestHash: String
    /// When it was first added.
    package var addedAt: Date
    /// Photographs in it, the hold-out included.
    package var photographs: Int
    /// Photographs kept from SRCNN's training.
    package var holdout: Int
    /// Files that could not be read.
    package var skipped: Int
}
