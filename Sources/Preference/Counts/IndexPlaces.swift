/// The places of indices among those that occur, in ascending order.
struct IndexPlaces: Sendable {
    /// How many occur.
    private(set) var count = 0
    private var places: [Int32] = []

    /// One more than the greatest index that may have a place.
    var bound: Int { places.count }

    /// No index has occurred yet.
    init() {}

    /// Lets indices occur, from 0; -1 has no place. Their places are known after ``number()``.
    mutating func insert(_ indices: some Sequence<Int32>) {
        for index in indices where index >= 0 {
            if Int(index) >= places.count {
                places += Array(repeating: -1, count: max(Int(index) + 1 - places.count, places.count))
            }
            places[Int(index)] = 0
        }
    }

    /// Numbers the indices that have occurred.
    mutating func number() {
        count = 0
        for index in places.indices where places[index] >= 0 {
            places[index] = Int32(count)
            count += 1
        }
    }

    /// The place of an index that has occurred; 0 for -1.
    subscript(index: Int32) -> Int32 { index < 0 ? 0 : places[Int(index)] }
}
