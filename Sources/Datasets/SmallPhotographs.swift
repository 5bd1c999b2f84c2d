/// Photographs that are smaller than the crop.
package struct SmallPhotographs: Sendable, Hashable {
    /// How many.
    package private(set) var count: Int
    /// The largest of their shorter sides in pixels: the greatest crop that one of them would take.
    package private(set) var largest: Int
    /// Side in pixels of the crop.
    package let crop: Int

    /// One photograph with a shorter side of `side` pixels, below `crop`.
    init(side: Int, crop: Int) {
        count = 1
        largest = side
        self.crop = crop
    }

    /// Counts one more.
    mutating func add(side: Int) {
        count += 1
        largest = max(largest, side)
    }
}
