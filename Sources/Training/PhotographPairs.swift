package import Pictures

/// Photographs and their copies that were scaled down and enlarged again, both bicubically and to 8 bits: what comes in
/// when small images are enlarged, and what should come out.
package final class PhotographPairs {
    private let photographs: TrainingPhotographs
    private let factor: Int
    /// The copies made so far.
    private var enlarged: [[UInt8]?]

    /// Pairs of these photographs, scaled down by `factor`, which divides their size.
    package init(_ photographs: TrainingPhotographs, factor: Int) {
        self.photographs = photographs
        self.factor = factor
        enlarged = Array(repeating: nil, count: photographs.count)
    }

    /// The enlarged copies and the photographs at `indices`, 8-bit RGB samples one image after the other.
    ///
    /// - Throws: what reading the photographs throws.
    package func batch(_ indices: [Int]) throws -> (enlarged: [UInt8], whole: [UInt8]) {
        let whole = try photographs.batch(indices)
        var copies: [UInt8] = []
        copies.reserveCapacity(whole.count)
        for (position, index) in indices.enumerated() {
            let copy = enlarged[index] ?? Self.copy(of: picture(position, in: whole), factor: factor).bytes
            enlarged[index] = copy
            copies += copy
        }
        return (copies, whole)
    }

    /// A picture scaled down by `factor` and enlarged to its size again.
    package static func copy(of picture: PixelBuffer, factor: Int) -> PixelBuffer {
        picture.resized(width: picture.width / factor, height: picture.height / factor)
            .resized(width: picture.width, height: picture.height)
    }

    private func picture(_ position: Int, in samples: [UInt8]) -> PixelBuffer {
        let size = photographs.size
        let start = position * size * size * 3
        return PixelBuffer(width: size, height: size, bytes: Array(samples[start..<start + size * size * 3]))
    }
}
