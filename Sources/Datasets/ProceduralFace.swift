package import Pictures
import Randomness

/// A face that dotchi draws itself, so that a study can be tried without photographs: head, skin, hair, features, pose,
/// clothes, light and background are drawn at random and painted with soft shading.
package struct ProceduralFace: Sendable {
    /// Side of the faces of a dataset in pixels.
    package static let side = 160

    private let painter: FacePainter

    /// Face `index` (from 0) of `seed`: always the same one.
    package init(seed: UInt64, index: Int) {
        var random = RandomStream(seed: seed, purpose: .faces, index: UInt64(index))
        painter = FacePainter(traits: FaceTraits(&random))
    }

    /// The face as a square of `side` pixels; the same pixels on every machine.
    package func picture(side: Int = side) -> PixelBuffer { painter.picture(side: side) }

    /// What face `index` is called among the photographs of a dataset.
    package static func name(_ index: Int) -> String {
        let digits = String(index)
        return "procedural-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".png"
    }
}
