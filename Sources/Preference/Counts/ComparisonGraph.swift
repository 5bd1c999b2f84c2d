/// Which items were compared, and which were chosen over which: whether votes can place all items on one scale.
///
/// Ford's condition: a model of pairs has finite estimates, and only one set of them, where for every split of the
/// items into two sides somebody of each side was chosen over somebody of the other. That is, where wins lead from
/// every item to every other one.
///
/// Ford, "Solution of a ranking problem from binary comparisons", American Mathematical Monthly 64 (1957).
package struct ComparisonGraph: Sendable, Hashable {
    /// The groups between which nobody compared, each in ascending order, by their first items; one group where all
    /// are connected.
    package let components: [[Int]]
    /// The smallest groups that won votes against items outside and never lost one to them; empty where there is none.
    package let undefeated: [[Int]]

    /// The graph of the votes; time grows with the third power of the items.
    ///
    /// - Parameter withTies: whether a tie counts as a win of each over the other, or not at all.
    package init(_ counts: PairCounts, withTies: Bool = false) {
        let items = 0..<counts.items
        var (beats, compared) = (Relation(size: counts.items), Relation(size: counts.items))
        for item in items {
            for other in items {
                guard counts.wins(of: item, over: other) + (withTies ? counts.ties(of: item, and: other) : 0) > 0 else {
                    continue
                }
                beats[item, other] = true
                compared[item, other] = true
                compared[other, item] = true
            }
        }
        let (leads, linked) = (beats.closure, compared.closure)
        components = Self.groups(of: items) { linked[$0, $1] }
        undefeated = Self.groups(of: items) { leads[$0, $1] && leads[$1, $0] }.filter { group in
            let outside = items.filter { !group.contains($0) }
            let won = group.contains { item in outside.contains { beats[item, $0] } }
            return won && !group.contains { item in outside.contains { beats[$0, item] } }
        }
    }

    /// Why a model of pairs has no estimates; nil where it has.
    package var undefined: Undefined? {
        if components.count > 1 { return .disconnected }
        return undefeated.isEmpty ? nil : .separated
    }

    /// The groups of items of which `areTogether` says that they belong together.
    private static func groups(of items: Range<Int>, _ areTogether: (Int, Int) -> Bool) -> [[Int]] {
        items.filter { item in !(0..<item).contains { areTogether($0, item) } }.map { first in
            items.filter { $0 == first || areTogether(first, $0) }
        }
    }
}
