/// Which of a number of places stand in some relation to which others.
struct Relation {
    /// How many places there are.
    let size: Int
    /// How many words a row of bits takes.
    private let width: Int
    /// For each place, a bit for each place that it stands in the relation to.
    private var bits: [UInt64]

    /// No place in relation to any.
    init(size: Int) {
        self.size = size
        width = (size + 63) / 64
        bits = Array(repeating: 0, count: size * width)
    }

    /// Whether one place stands in the relation to another.
    subscript(place: Int, other: Int) -> Bool {
        get { bits[place * width + other / 64] >> (other % 64) & 1 == 1 }
        set {
            let bit: UInt64 = 1 << (other % 64)
            if newValue { bits[place * width + other / 64] |= bit } else { bits[place * width + other / 64] &= ~bit }
        }
    }

    /// The relation by any number of steps, one or more (Warshall's algorithm).
    var closure: Relation {
        var reach = self
        for middle in 0..<size {
            for start in 0..<size where reach[start, middle] {
                for word in 0..<width { reach.bits[start * width + word] |= reach.bits[middle * width + word] }
            }
        }
        return reach
    }

    /// Takes all relations away.
    mutating func clear() {
        for place in bits.indices { bits[place] = 0 }
    }

    /// Whether some steps lead from every place to every other one.
    var isStronglyConnected: Bool {
        reach(from: 0) { self[$0, $1] } == size && reach(from: 0) { self[$1, $0] } == size
    }

    /// Whether some steps, forward or back, lead from every place to every other one.
    var isConnected: Bool { reach(from: 0) { self[$0, $1] || self[$1, $0] } == size }

    /// How many places, with the one at the start, can be reached by steps that `leads` knows.
    private func reach(from start: Int, _ leads: (Int, Int) -> Bool) -> Int {
        var isReached = [Bool](repeating: false, count: size)
        isReached[start] = true
        var open = [start]
        var count = 1
        while let place = open.popLast() {
            for other in 0..<size where !isReached[other] && leads(place, other) {
                isReached[other] = true
                count += 1
                open.append(other)
            }
        }
        return count
    }
}
