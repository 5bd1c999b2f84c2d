import Preference
import Testing

@Suite("Graphs of comparisons")
struct ComparisonGraphTests {
    @Test("four items in every way: the votes place them on one scale exactly where no split stands against it")
    func everyTournament() {
        let pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]
        var outcomes: [Undefined?: Int] = [:]
        for code in 0..<4096 {
            var counts = PairCounts(items: 4)
            for (place, pair) in pairs.enumerated() {
                let seen = code >> (2 * place)
                counts.add(
                    first: pair.0, second: pair.1, firstWins: Double(seen & 1), secondWins: Double(seen >> 1 & 1))
            }
            let graph = ComparisonGraph(counts)
            let expected = bySplits(counts)
            #expect(graph.undefined == expected.undefined, "\(code)")
            #expect(graph.undefeated == expected.undefeated, "\(code)")
            #expect(Set(graph.components.joined()) == [0, 1, 2, 3] && graph.components.joined().count == 4)
            let fit = BradleyTerry.fit(counts)
            if code > 0 { #expect(fit.reason == expected.undefined, "\(code)") }
            outcomes[expected.undefined, default: 0] += 1
        }
        // 1606 of the labelled directed graphs of four vertices are strongly connected, 3834 connected.
        #expect(outcomes == [nil: 1606, .separated: 3834 - 1606, .disconnected: 4096 - 3834])
    }

    @Test("groups that were never compared are named")
    func disconnected() {
        let graph = ComparisonGraph(counts(6, [(0, 4), (4, 0), (1, 5), (5, 3), (3, 1)]))
        #expect(graph.components == [[0, 4], [1, 3, 5], [2]] && graph.undefeated.isEmpty)
        #expect(graph.undefined == .disconnected)
    }

    @Test("the smallest groups that never lost to the rest are named")
    func separated() {
        // 1, 2 and 4 beat each other in a ring; 0 loses to them and beats 5 and 3; 6 beats 3 alone.
        let graph = ComparisonGraph(
            counts(7, [(1, 2), (2, 4), (4, 1), (1, 0), (4, 0), (0, 5), (5, 3), (6, 3), (0, 3)]))
        #expect(graph.components == [[0, 1, 2, 3, 4, 5, 6]] && graph.undefeated == [[1, 2, 4], [6]])
        #expect(graph.undefined == .separated)
    }

    @Test("three items in every way: an order effect is bounded exactly where no shift of the items stands against it")
    func everyOrder() {
        let ordered = [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)]
        var outcomes: [Undefined?: Int] = [:]
        for code in 1..<4096 {
            var counts = PairCounts(items: 3)
            for (place, pair) in ordered.enumerated() {
                let seen = code >> (2 * place)
                counts.add(
                    first: pair.0, second: pair.1, firstWins: Double(seen & 1), secondWins: Double(seen >> 1 & 1))
            }
            guard ComparisonGraph(counts).undefined == nil else { continue }
            let isBounded = !isCompatible(counts, effect: 1) && !isCompatible(counts, effect: -1)
            let reason = BradleyTerry.fit(counts, orderEffect: true).reason
            #expect(reason == (isBounded ? nil : .orderUnbounded), "\(code)")
            outcomes[reason, default: 0] += 1
        }
        #expect(outcomes.keys.count == 2 && outcomes.values.allSatisfy { $0 > 100 }, "\(outcomes)")
    }

    /// Whether an order effect in one direction, with shifts of the items, makes no vote less probable. Shifts of whole
    /// numbers up to the number of items less one are enough.
    private func isCompatible(_ counts: PairCounts, effect: Int) -> Bool {
        let cells = counts.orderedPairs
        return (-2...2).contains { one in
            (-2...2).contains { two in
                let shifts = [0, one, two]
                return cells.allSatisfy { cell in
                    let logOdds = shifts[cell.first] - shifts[cell.second] + effect
                    return (cell.firstWins == 0 || logOdds >= 0) && (cell.secondWins == 0 || logOdds <= 0)
                }
            }
        }
    }

    /// The same by looking at every set of items.
    private func bySplits(_ counts: PairCounts) -> (undefined: Undefined?, undefeated: [[Int]]) {
        var isConnected = true
        var undefeated: [[Int]] = []
        for set in 1..<15 {
            let inside = (0..<4).filter { set >> $0 & 1 == 1 }
            let outside = (0..<4).filter { set >> $0 & 1 == 0 }
            let won = inside.contains { item in outside.contains { counts.wins(of: item, over: $0) > 0 } }
            let lost = inside.contains { item in outside.contains { counts.wins(of: $0, over: item) > 0 } }
            if !won && !lost { isConnected = false }
            if won && !lost { undefeated.append(inside) }
        }
        // A smallest one holds no other, nor a part that was never compared with the rest of it.
        let smallest = undefeated.filter { set in
            (1..<15).map { part in (0..<4).filter { part >> $0 & 1 == 1 } }.allSatisfy { part in
                part.count >= set.count || !Set(part).isSubset(of: set)
                    || part.contains { item in
                        (0..<4).contains { !part.contains($0) && counts.wins(of: $0, over: item) > 0 }
                    }
            }
        }
        let undefined: Undefined? = !isConnected ? .disconnected : undefeated.isEmpty ? nil : .separated
        return (undefined, smallest.sorted { $0[0] < $1[0] })
    }

    private func counts(_ items: Int, _ wins: [(Int, Int)]) -> PairCounts {
        var counts = PairCounts(items: items)
        for (winner, loser) in wins { counts.add(first: winner, second: loser, firstWins: 1) }
        return counts
    }
}

extension Result {
    /// The reason of a failure.
    fileprivate var reason: Failure? {
        if case .failure(let reason) = self { reason } else { nil }
    }
}
