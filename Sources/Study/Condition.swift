/// Circumstances under which methods are compared: which ones, and at which point of their training.
package struct Condition: Sendable, Codable, Hashable {
    /// Short name (`equal-iterations`): letters, digits, `-` and `_`.
    package var name: String
    /// The methods that meet; each pair of them is asked about.
    package var methods: [String]
    /// Where a method is named, the others' first network is taken at the kept checkpoint whose chain's training time
    /// is nearest to that method's total (a tie goes to the earlier); nil takes every network's last checkpoint.
    package var matchTimeOf: String?
    /// Where given, every method's first network is taken at its kept checkpoint of so many epochs, at least 1; never
    /// together with `matchTimeOf`.
    package var epochs: Int?

    /// A condition.
    package init(name: String, methods: [String], matchTimeOf: String? = nil, epochs: Int? = nil) {
        self.name = name
        self.methods = methods
        self.matchTimeOf = matchTimeOf
        self.epochs = epochs
    }

    /// The pools this condition draws from, one a method.
    package var pools: [PoolKey] { methods.map { PoolKey(method: $0, condition: name) } }
}
