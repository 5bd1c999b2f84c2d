/// A step from one of a number of places to another, and what it weighs.
struct WeightedStep {
    let from: Int
    let to: Int
    let weight: Int
}

extension Sequence<WeightedStep> {
    /// Whether some of the steps lead from a place back to it with weights that add up to less than 0 (Bellman and
    /// Ford's algorithm).
    func haveNegativeRing(places: Int) -> Bool {
        var least = [Int](repeating: 0, count: places)
        for _ in 0..<places {
            var isSettled = true
            for step in self where least[step.from] + step.weight < least[step.to] {
                least[step.to] = least[step.from] + step.weight
                isSettled = false
            }
            if isSettled { return false }
        }
        return true
    }
}
