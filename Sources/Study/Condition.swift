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

    /// The paper's name of the condition under which all methods are trained for equally many epochs.
    package static let equalIterations = "equal-iterations"

    /// Whether methods are not trained for equally many epochs under a condition whose name says that they are.
    ///
    /// - Parameters:
    ///   - name: the condition's name; nil where there are none.
    ///   - epochs: of each method the epochs of its networks in the order of its chain. Those of the first networks are
    ///     compared: what enlarges comes on top. A method without networks has none.
    package static func epochsDiffer(under name: String?, _ epochs: [[Int]]) -> Bool {
        name == equalIterations && Set(epochs.compactMap(\.first)).count > 1
    }

    /// The pools this condition draws from, one a method.
    package var pools: [PoolKey] { methods.map { PoolKey(method: $0, condition: name) } }
}
