import Pictures

/// Patches of 7 x 7 pixels of one level of the Laplacian pyramids of a set of pictures, as vectors of 147 numbers; each
/// colour channel has mean 0 and standard deviation 1 over the whole set.
struct PatchDescriptors: Sendable {
    /// Width and height of a patch in pixels.
    static let side = 7
    /// Numbers of a patch: red, then green, then blue, each row by row.
    static let length = 3 * side * side
    /// Patches of each picture.
    static let perPicture = 128

    /// How many patches there are; a multiple of 8.
    let count: Int
    /// Eight patches side by side: number k of patches 8 i to 8 i + 7 lies at `i * length + k`.
    private(set) var blocks: [SIMD8<Float>]

    /// Takes patches from a level of each picture's pyramid.
    ///
    /// - Parameters:
    ///   - halvings: how often the level is halved: 0 for the full size.
    ///   - isLast: whether it is the coarsest level, which holds the picture itself and no difference.
    ///   - corners: the top left pixels of the patches, `perPicture` for each picture in turn.
    init(of pictures: [PixelBuffer], halvings: Int, isLast: Bool, corners: [SIMD2<Int>]) {
        precondition(corners.count == pictures.count * Self.perPicture, "corners for each picture")
        count = corners.count
        blocks = [SIMD8<Float>](repeating: .zero, count: count / 8 * Self.length)
        for (index, picture) in pictures.enumerated() {
            var planes = ColourPlanes(picture)
            for _ in 0..<halvings { planes = planes.halved() }
            if !isLast { planes = planes.detail() }
            take(corners, from: planes, first: index * Self.perPicture)
        }
        for channel in 0..<3 { normalise(channel) }
    }

    private mutating func take(_ corners: [SIMD2<Int>], from planes: ColourPlanes, first: Int) {
        let side = planes.side
        blocks.withUnsafeMutableBufferPointer { blocks in
            // The same memory, as single numbers.
            let target = UnsafeMutableRawBufferPointer(blocks).assumingMemoryBound(to: Float.self)
            planes.samples.withUnsafeBufferPointer { source in
                for patch in first..<first + Self.perPicture {
                    let corner = corners[patch]
                    var place = patch / 8 * Self.length * 8 + patch % 8
                    for channel in 0..<3 {
                        for row in 0..<Self.side {
                            let start = (channel * side + corner.y + row) * side + corner.x
                            for column in 0..<Self.side {
                                target[place] = source[start + column]
                                place += 8
                            }
                        }
                    }
                }
            }
        }
    }

    /// A channel that is the same everywhere becomes 0.
    private mutating func normalise(_ channel: Int) {
        let numbers = channel * Self.side * Self.side..<(channel + 1) * Self.side * Self.side
        let length = Self.length
        let total = Double(count * numbers.count)
        blocks.withUnsafeMutableBufferPointer { blocks in
            func sum(_ value: (SIMD8<Double>) -> SIMD8<Double>) -> Double {
                var sums = SIMD8<Double>()
                for start in stride(from: 0, to: blocks.count, by: length) {
                    for number in numbers { sums += value(SIMD8<Double>(blocks[start + number])) }
                }
                return sums.sum()
            }
            let mean = sum { $0 } / total
            let variance = sum { ($0 - mean) * ($0 - mean) } / total
            let shift = Float(mean)
            let scale = variance > 0 ? Float(1 / variance.squareRoot()) : 0
            for start in stride(from: 0, to: blocks.count, by: length) {
                for number in numbers { blocks[start + number] = (blocks[start + number] - shift) * scale }
            }
        }
    }
}
