package import Study

/// Checks and practice of a plan that show what their seats show in another pair too, for want of images.
package struct ReusedImages: Sendable, Hashable {
    /// Seats that have such pairs.
    package let seats: Int
    /// The pools whose images they are, in the plan's order.
    package let pools: [PoolKey]

    /// Those of a plan; nil where there are none.
    ///
    /// - Parameter items: what images show, where they meet by item: an item that is met again counts too.
    package init?(in plan: SurveyPlan, items: PoolItems?) {
        var seats = 0
        var pools: Set<PoolKey> = []
        for seat in plan.seats {
            let own = ReusedImages.pools(of: seat, items: items)
            if !own.isEmpty { seats += 1 }
            pools.formUnion(own)
        }
        guard seats > 0 else { return nil }
        self.seats = seats
        self.pools = plan.generations.map(\.pool).filter(pools.contains)
    }

    private static func pools(of seat: Seat, items: PoolItems?) -> Set<PoolKey> {
        var (images, met): (Set<PoolEntry>, Set<Int>) = ([], [])
        func item(_ entry: PoolEntry) -> Int? { items?.item(ofImage: entry.index, in: entry.pool) }
        let isSide: (SurveyItem) -> Bool = { $0.pair.map { $0.kind == .check } ?? true }
        for entry in seat.items.lazy.filter({ !isSide($0) }).map(\.shown).flatMap({ [$0.left, $0.right] }) {
            images.insert(entry)
            if let item = item(entry) { met.insert(item) }
        }
        var pools: Set<PoolKey> = []
        for trial in seat.items.lazy.filter(isSide).map(\.shown) {
            let entries = [trial.left, trial.right]
            pools.formUnion(
                entries.filter { entry in images.contains(entry) || item(entry).map(met.contains) ?? false }.map(\.pool)
            )
            images.formUnion(entries)
            met.formUnion(entries.compactMap(item))
        }
        return pools
    }
}
