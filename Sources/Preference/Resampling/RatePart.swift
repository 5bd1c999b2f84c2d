/// Votes between items of two kinds, such as the images of two methods: what rates are sums of.
package struct RatePart: Sendable, Hashable {
    /// The votes, in any order.
    package let cells: [RateCell]
    /// The kind of the items that stand first, by index.
    package let firstKind: Int
    /// The kind of the items that stand second, where votes have two items.
    package let secondKind: Int

    /// Some votes.
    ///
    /// - Parameter firstKind: the kind of the items that stand first, from 0; items of a kind are drawn together,
    ///   whichever parts they stand in.
    /// - Parameter secondKind: the kind of the items that stand second, from 0; not used where votes have one item.
    package init(cells: [RateCell], firstKind: Int = 0, secondKind: Int = 1) {
        precondition(firstKind >= 0 && secondKind >= 0, "kinds are numbers from 0")
        self.cells = cells
        self.firstKind = firstKind
        self.secondKind = secondKind
    }

    /// A part as a rate takes it.
    package struct Use: Sendable, Hashable {
        /// Index of the part.
        package let part: Int
        /// Whether what the part calls a loss is a win of the rate.
        package let isTurned: Bool

        /// A part taken as it stands, or turned round.
        package init(_ part: Int, isTurned: Bool = false) {
            self.part = part
            self.isTurned = isTurned
        }
    }
}

extension RatePart {
    /// The votes of each person together, without items.
    var votesOfPeople: [RateCell] {
        let bound = cells.reduce(0) { max($0, Int($1.person) + 1) }
        var (wins, trials) = ([UInt32](repeating: 0, count: bound), [UInt32](repeating: 0, count: bound))
        for cell in cells {
            wins[Int(cell.person)] += cell.wins
            trials[Int(cell.person)] += cell.trials
        }
        return trials.indices.filter { trials[$0] > 0 }.map {
            RateCell(person: Int32($0), wins: wins[$0], trials: trials[$0])
        }
    }
}
