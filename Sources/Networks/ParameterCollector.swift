import Randomness

/// Collects what a network is made of while its layers are put together: names, shapes, first values.
///
/// A layer asks for its parameters by their own names, its owner places it by ``scoped(_:)``; so every name in a
/// checkpoint is the path of stored properties that leads to the parameter.
package struct ParameterCollector {
    /// What the names of all its parameters begin with.
    let name: String
    private let list: List

    /// A collector for one network.
    ///
    /// - Parameters:
    ///   - name: what the names of all its parameters begin with (`generator`).
    ///   - seed: the seed of first values.
    ///   - network: number of the network among those of the same seed, so that no two start alike; 0 ..< 2^16.
    package init(_ name: String, seed: UInt64, network: Int) {
        precondition((0..<1 << 16).contains(network), "a network's number has 16 bits")
        self.name = name
        list = List(seed: seed, network: network)
    }

    private init(name: String, list: List) {
        self.name = name
        self.list = list
    }

    /// The collector for the part of the network called `name`.
    package func scoped(_ name: String) -> ParameterCollector {
        ParameterCollector(name: "\(self.name).\(name)", list: list)
    }

    /// A learned weight.
    package func weight(_ name: String, _ shape: [Int], _ initial: Initialisation) -> Parameter {
        let parameter = Parameter(name: "\(self.name).\(name)", shape: shape)
        let stream = RandomStream(
            seed: list.seed, purpose: .weights, index: UInt64(list.network) << 32 | UInt64(list.weights.count))
        list.weights.append((parameter, { initial.draw(shape, from: stream) }))
        return parameter
    }

    /// A number the network keeps but does not learn: a running statistic.
    package func buffer(_ name: String, _ shape: [Int], _ initial: Float) -> Parameter {
        let parameter = Parameter(name: "\(self.name).\(name)", shape: shape)
        list.buffers.append((parameter, { Array(repeating: initial, count: parameter.count) }))
        return parameter
    }

    /// A parameter, and what gives its first values.
    typealias Declaration = (parameter: Parameter, initial: () -> [Float])
    /// Learned weights, in order of declaration.
    var weights: [Declaration] { list.weights }
    /// Buffers, in order of declaration.
    var buffers: [Declaration] { list.buffers }

    /// Weights, then buffers: what a checkpoint keeps. They have no memory before a store gives it to them.
    package var state: [Parameter] { (weights + buffers).map(\.parameter) }

    /// What all scopes of one network share.
    private final class List {
        let seed: UInt64
        let network: Int
        var weights: [Declaration] = []
        var buffers: [Declaration] = []

        init(seed: UInt64, network: Int) {
            self.seed = seed
            self.network = network
        }
    }
}
