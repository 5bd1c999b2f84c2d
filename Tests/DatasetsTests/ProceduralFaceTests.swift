import Datasets
import Foundation
import ImageQuality
import Pictures
import Study
import TestKit
import Testing

@Suite("Procedural faces")
struct ProceduralFaceTests {
    @Test("face i of a seed is always the same bytes")
    func deterministic() throws {
        let dataset = try DatasetBuilder(
            settings: DatasetSettings(count: 3, crop: nil, holdout: 1, seed: 1), base: People.folder
        ).build()
        #expect(dataset.names == ["procedural-000000.png", "procedural-000001.png", "procedural-000002.png"])
        #expect(
            dataset.photographs.map(\.sha256) == [
                "5cf4248a5572c0acd897345fb628a3135dca64e34af8682eabf75282d95377f9",
                "3baebe19d73ecb0822d6d16dbe0492044a2ae3651cbe654cd35cb91a266e914f",
                "d3e6215a2adab05f6a70353b7ba8f1ee7d5c7237f80ff212f78b32d270ae217d",
            ])
        #expect(dataset.holdoutIndices.count == 1)
        let longer = try DatasetBuilder(settings: DatasetSettings(count: 4, holdout: 0), base: People.folder).build()
        #expect(longer.photographs.prefix(3).map(\.sha256) == dataset.photographs.map(\.sha256))
    }

    @Test("faces differ from each other, from seed to seed, and in all parts of the picture")
    func varied() {
        let faces = (0..<24).map { ProceduralFace(seed: 5, index: $0).picture(side: 32) }
        #expect(Set(faces).count == 24)
        #expect(ProceduralFace(seed: 6, index: 0).picture(side: 32) != faces[0])
        // The standard deviation over the faces, of every place in the picture.
        for place in stride(from: 0, to: 32 * 32 * 3, by: 97) {
            let levels = faces.map { Double($0.bytes[place]) }
            let mean = levels.reduce(0, +) / 24
            let variance = levels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 23
            #expect(variance.squareRoot() > 8)
        }
    }

    @Test("a face has the same look in every size")
    func sizes() {
        for index in 0..<4 {
            let face = ProceduralFace(seed: 2, index: index)
            #expect(PeakSignalToNoise.colours(face.picture(side: 96).resized(48), face.picture(side: 48)) > 26)
        }
    }

    @Test("a crop larger than the faces is refused with the reason")
    func largeCrop() {
        let error = #expect(throws: DatasetError.self) {
            try DatasetBuilder(settings: DatasetSettings(count: 2, crop: 161, holdout: 0), base: People.folder).build()
        }
        #expect(error?.description.contains("160 x 160 pixels, too small for a crop of 161 x 161") == true)
    }
}
