/// Photographs of one size to learn from.
package struct TrainingPhotographs: Sendable {
    /// Side in pixels.
    package let size: Int
    /// How many there are.
    package let count: Int
    /// The samples of the photographs at these indices (0 ..< `count`), one after the other: 8-bit RGB, rows from the
    /// top, `size * size * 3` bytes each.
    package let batch: @Sendable ([Int]) throws -> [UInt8]

    /// `count` photographs of `size` x `size` pixels that `batch` gives.
    package init(size: Int, count: Int, batch: @escaping @Sendable ([Int]) throws -> [UInt8]) {
        self.size = size
        self.count = count
        self.batch = batch
    }
}
