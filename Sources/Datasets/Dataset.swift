import Crypto
import Foundation
package import Study

/// The manifest of a dataset: which photographs were chosen, what was in them, and what was cut out.
package struct Dataset: Sendable, Codable, Hashable {
    /// Where they came from, as the study names it: a path, or `procedural`.
    package let source: String
    /// Side in pixels of the central square that is cut out; nil for the largest.
    package let crop: Int?
    /// Seed of the choice (of the faces, where they are procedural).
    package let seed: UInt64
    /// The photographs, in the order in which they are numbered.
    package let photographs: [Photograph]
    /// Files that could not be read, in the order in which they were met.
    package let skipped: [SkippedPhotograph]

    /// A manifest; its photographs have different names.
    package init(
        source: String, crop: Int?, seed: UInt64, photographs: [Photograph], skipped: [SkippedPhotograph] = []
    ) {
        self.source = source
        self.crop = crop
        self.seed = seed
        self.photographs = photographs
        self.skipped = skipped
    }

    /// SHA-256, in hexadecimal, of everything that training sees: crop, and name, hash and hold-out of the photographs
    /// in their order. The same photographs from another place have the same hash. Computed at every call.
    package var manifestHash: String {
        var text = "dotchi dataset 1\ncrop \(crop.map(String.init) ?? "largest")\n"
        for photograph in photographs {
            let name = photograph.name.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
            text += "\(photograph.sha256) \(photograph.isHeldOut ? "holdout" : "training") \(name)\n"
        }
        return hexadecimal(SHA256.hash(data: Data(text.utf8)))
    }

    /// Indices of the photographs that SRCNN may learn from.
    package var trainingIndices: [Int] { photographs.indices.filter { !photographs[$0].isHeldOut } }

    /// Indices of the photographs that are kept for measuring.
    package var holdoutIndices: [Int] { photographs.indices.filter { photographs[$0].isHeldOut } }
}
