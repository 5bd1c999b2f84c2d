/// The number of marked items among `drawn` items taken from `marked` and `unmarked` ones without putting back.
package struct HypergeometricDistribution: Sendable {
    /// Items that are marked; at least 0.
    package let marked: Int
    /// Items that are not; at least 0.
    package let unmarked: Int
    /// Items taken; 0 ... all.
    package let drawn: Int

    /// The distribution of marked items among the drawn ones.
    package init(marked: Int, unmarked: Int, drawn: Int) {
        precondition(marked >= 0 && unmarked >= 0, "counts are not negative")
        precondition(0 <= drawn && drawn <= marked + unmarked, "no more are drawn than there are")
        self.marked = marked
        self.unmarked = unmarked
        self.drawn = drawn
    }

    /// The counts that are possible.
    package var support: ClosedRange<Int> { max(0, drawn - unmarked)...min(marked, drawn) }

    /// A most probable count.
    package var mode: Int {
        let middle = (Double(marked) + 1) * (Double(drawn) + 1) / (Double(marked) + Double(unmarked) + 2)
        return min(support.upperBound, max(support.lowerBound, Int(middle)))
    }

    /// The probability of exactly `count`, which is in ``support``.
    package func probability(of count: Int) -> Double {
        let left = marked + unmarked - drawn
        let all = Double(marked) + Double(unmarked)
        let (share, rest) = (Double(drawn) / all, Double(left) / all)
        func term(_ taken: Int, _ kept: Int) -> Double {
            binomialTerm(successes: Double(taken), failures: Double(kept), probability: share, complement: rest)
        }
        return term(count, marked - count) * term(drawn - count, unmarked - drawn + count) / term(drawn, left)
    }

    /// The probability of at most `count`, which is in ``support`` and not above ``mode``.
    package func lowerTail(to count: Int) -> Double {
        var term = probability(of: count)
        var sum = term
        var count = count
        while count > support.lowerBound && term > sum * 1e-18 {
            term *= Double(count) * Double(unmarked - drawn + count)
            term /= Double(marked - count + 1) * Double(drawn - count + 1)
            count -= 1
            sum += term
        }
        return sum
    }

    /// The probability of at least `count`, which is in ``support`` and not below ``mode``.
    package func upperTail(from count: Int) -> Double {
        HypergeometricDistribution(marked: unmarked, unmarked: marked, drawn: drawn).lowerTail(to: drawn - count)
    }
}
