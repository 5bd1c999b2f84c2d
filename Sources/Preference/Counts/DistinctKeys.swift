/// The distinct ones of many keys, in ascending order, and the place of each key among them.
///
/// Sorted by digits, from the last one on (radix sort): time grows with the number of keys alone.
package struct DistinctKeys: Sendable {
    /// The distinct keys, in ascending order.
    package private(set) var keys: [Int] = []
    /// The place of each key given among ``keys``.
    package private(set) var ranks: [UInt32]

    private static let bits = 11

    /// Sorts keys.
    ///
    /// - Parameter given: keys from 0; less than 2^32 of them.
    package init(_ given: [Int]) {
        var (sorted, places) = (given, given.indices.map { UInt32($0) })
        var (nextSorted, nextPlaces) = (sorted, places)
        let greatest = given.max() ?? 0
        var shift = 0
        while greatest >> shift > 0 {
            var ends = [Int](repeating: 0, count: 1 << Self.bits + 1)
            let mask = 1 << Self.bits - 1
            for key in sorted { ends[key >> shift & mask + 1] += 1 }
            for digit in 0...mask { ends[digit + 1] += ends[digit] }
            for (key, place) in zip(sorted, places) {
                let digit = key >> shift & mask
                nextSorted[ends[digit]] = key
                nextPlaces[ends[digit]] = place
                ends[digit] += 1
            }
            swap(&sorted, &nextSorted)
            swap(&places, &nextPlaces)
            shift += Self.bits
        }
        ranks = nextPlaces
        for (key, place) in zip(sorted, places) {
            if keys.last != key { keys.append(key) }
            ranks[Int(place)] = UInt32(keys.count - 1)
        }
    }
}
