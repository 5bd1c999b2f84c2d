import Preference
import Study

/// The votes under one condition, with methods by number.
struct ConditionCount {
    /// The condition's name; nil where there are none.
    let name: String?
    private var numbers: [String: Int] = [:]
    private var methods: [String] = []
    private var comparisons: [Comparison] = []
    private var votes = 0
    private var simulated = 0

    /// No votes yet.
    init(name: String?) { self.name = name }

    /// The numbers of a judgement's methods, which are remembered also where it does not count.
    mutating func methods(of judgement: Judgement) -> (left: Int, right: Int) {
        (number(of: judgement.left), number(of: judgement.right))
    }

    /// Adds a judgement that counts.
    mutating func add(_ judgement: Judgement, methods: (left: Int, right: Int), person: Int?) {
        votes += judgement.count
        if judgement.simulated { simulated += judgement.count }
        comparisons.append(
            Comparison(
                left: methods.left, right: methods.right, outcome: .init(judgement.choice), person: person,
                count: judgement.count))
    }

    /// Numbers the methods anew: those of `order` that have votes or are `listed`, then the others by name.
    func ordered(by order: [String], listed: [String]) -> ConditionCount {
        var left = Set(methods).union(listed)
        let known = (listed + order).filter { left.remove($0) != nil }
        var ordered = ConditionCount(name: name)
        let renumbered = (known + left.sorted()).reduce(into: [Int](repeating: 0, count: methods.count)) {
            renumbered, method in
            let number = ordered.number(of: method)
            if let old = numbers[method] { renumbered[old] = number }
        }
        ordered.votes = votes
        ordered.simulated = simulated
        ordered.comparisons = comparisons.map { comparison in
            var comparison = comparison
            comparison.left = renumbered[comparison.left]
            comparison.right = renumbered[comparison.right]
            return comparison
        }
        return ordered
    }

    /// How many votes there are.
    var summary: ConditionVotes {
        ConditionVotes(name: name, methods: methods, votes: votes, simulated: simulated)
    }

    /// The rates, or the one row that says why there are none.
    func rates(level: Double) -> [RateRow] {
        if let only = methods.first, methods.count == 1 {
            return [RateRow(method: only, noneBesideUnder: name)]
        }
        return SelectionRate.table(methods: methods.count, comparisons: comparisons)
            .map { RateRow($0, condition: name, methods: methods, level: level) }
    }

    private mutating func number(of method: String) -> Int {
        if let number = numbers[method] { return number }
        numbers[method] = methods.count
        methods.append(method)
        return methods.count - 1
    }
}

extension Comparison.Outcome {
    fileprivate init(_ choice: Choice) {
        switch choice {
        case .left: self = .left
        case .right: self = .right
        case .tie: self = .tie
        }
    }
}
