/// The seats of one of several collectors of a study: each has its own, so that no two give one away.
package struct SeatShare: Sendable, Hashable {
    /// The number of the collector, from 1.
    package let number: Int
    /// How many collectors there are.
    package let of: Int

    /// All seats.
    package static let all = SeatShare()

    private init() { (number, of) = (1, 1) }

    /// The seats of collector `number` of so many; nil where there is no such collector.
    package init?(number: Int, of count: Int) {
        guard count >= 1, count <= 1000, (1...count).contains(number) else { return nil }
        self.number = number
        of = count
    }

    /// Whether it has a seat.
    package func has(_ seat: Int) -> Bool { (seat - 1) % of == number - 1 }
}
