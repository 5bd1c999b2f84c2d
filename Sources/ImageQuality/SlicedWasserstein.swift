import Parallel
package import Pictures
import Randomness

/// The sliced Wasserstein distance of two sets of pictures over a Laplacian pyramid: how differently their patches are
/// distributed, at each size of structure. 0 for equal sets; the closer, the more alike.
///
/// Source: Karras, Aila, Laine, Lehtinen, "Progressive growing of GANs for improved quality, stability, and variation",
/// ICLR 2018, section 5 and their published program: of each picture 128 patches of 7 x 7 pixels and three channels, each
/// channel of a set brought to mean 0 and standard deviation 1; 4 x 128 random directions; along each the mean distance of
/// projections of equal rank; times 1000. What all pictures of a set have in common in brightness and contrast is not seen.
/// One thing differs from the program: picture i of both sets gives its patches at the same places, so that the distance
/// is symmetric and exactly 0 for a set to itself.
package struct SlicedWasserstein: Sendable, Hashable {
    /// The distance at one level of the pyramid.
    package struct Level: Sendable, Hashable {
        /// Width and height of the level in pixels.
        package let side: Int
        /// The distance times 1000.
        package let distance: Double
    }

    /// The levels from the full size, which holds the finest detail, down to 16 x 16.
    package let levels: [Level]

    /// The mean of the levels' distances, which the paper's table gives last.
    package var mean: Double { levels.reduce(0) { $0 + $1.distance } / Double(levels.count) }

    /// Measures two sets of equally many pictures; needs 150 kB of memory for every picture of a set, and all cores.
    ///
    /// - Parameters: pictures of one size, squares of 16, 32, 64, ... pixels; `seed` draws patches and directions.
    package init(between first: [PixelBuffer], and second: [PixelBuffer], seed: UInt64) {
        precondition(!first.isEmpty && first.count == second.count, "equally many pictures")
        let side = first[0].width
        precondition(side >= 16 && side & (side - 1) == 0, "squares of 16, 32, 64, ... pixels")
        precondition((first + second).allSatisfy { $0.width == side && $0.height == side }, "pictures of one size")
        levels = (0...(side / 16).trailingZeroBitCount).map { halvings in
            let side = side >> halvings
            var random = RandomStream(seed: seed, purpose: .quality, index: UInt64(side))
            let corners = (0..<first.count * PatchDescriptors.perPicture).map { _ in
                let x = random.below(side - PatchDescriptors.side + 1)
                return SIMD2(x, random.below(side - PatchDescriptors.side + 1))
            }
            let directions = Self.directions(&random)
            func patches(_ pictures: [PixelBuffer]) -> PatchDescriptors {
                PatchDescriptors(of: pictures, halvings: halvings, isLast: side == 16, corners: corners)
            }
            let (mine, its) = (patches(first), patches(second))
            let distances = (0..<directions.count).mapOnAllCores { four in
                let projections = SortedProjections(of: mine, on: directions[four])
                return projections.distance(to: SortedProjections(of: its, on: directions[four]))
            }
            return Level(side: side, distance: 1000 * distances.reduce(0, +) / Double(distances.count))
        }
    }

    /// 512 directions of length 1, uniform over all, in fours side by side: element k holds number k of each. Their numbers
    /// are drawn from the normal distribution, one direction after the other.
    private static func directions(_ random: inout RandomStream) -> [[SIMD4<Float>]] {
        let length = PatchDescriptors.length
        return (0..<128).map { _ in
            var four = [SIMD4<Float>](repeating: .zero, count: length)
            for direction in 0..<4 {
                let normals = (0..<(length + 1) / 2).map { _ in random.normals() }
                let drawn = normals.flatMap { [$0.0, $0.1] }.prefix(length)
                let norm = drawn.reduce(0) { $0 + $1 * $1 }.squareRoot()
                for (number, value) in drawn.enumerated() { four[number][direction] = Float(value / norm) }
            }
            return four
        }
    }
}
