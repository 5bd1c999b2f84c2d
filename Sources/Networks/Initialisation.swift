import Randomness

/// How the values of a parameter start.
package enum Initialisation: Sendable, Hashable {
    /// Every number is the same.
    case constant(Float)
    /// Independent draws from the normal distribution with this mean and standard deviation.
    case normal(mean: Double, deviation: Double)
    /// The weight of a convolution with an odd kernel that passes its first `channels` maps on as they are; the weights by
    /// which all other outputs see their inputs are draws from N(0, `deviation`^2).
    case passing(channels: Int, deviation: Double)

    /// Weights of convolutions in adversarial networks: N(0, 0.02) (Radford et al. 2015, section 4).
    package static let adversarialWeight = Initialisation.normal(mean: 0, deviation: 0.02)
    /// Scales of batch norm in adversarial networks: N(1, 0.02), as in DCGAN's implementations.
    package static let adversarialScale = Initialisation.normal(mean: 1, deviation: 0.02)

    /// The values of a parameter of `shape`, in the order of its indices; the same stream gives the same ones.
    func draw(_ shape: [Int], from stream: RandomStream) -> [Float] {
        let count = shape.reduce(1, *)
        switch self {
        case .constant(let value):
            return Array(repeating: value, count: count)
        case .passing(let channels, let deviation):
            return passing(shape, channels, deviation, stream)
        case .normal(let mean, let deviation):
            var stream = stream
            return [Float](unsafeUninitializedCapacity: count) { numbers, filled in
                for index in stride(from: 0, to: count, by: 2) {
                    let (first, second) = stream.normals()
                    numbers.initializeElement(at: index, to: Float(mean + deviation * first))
                    if index + 1 < count {
                        numbers.initializeElement(at: index + 1, to: Float(mean + deviation * second))
                    }
                }
                filled = count
            }
        }
    }
    /// A weight (outputs, inputs, kernel, kernel) whose first `channels` outputs are the first `channels` inputs.
    private func passing(_ shape: [Int], _ channels: Int, _ deviation: Double, _ stream: RandomStream) -> [Float] {
        precondition(shape.count == 4 && shape[2] == shape[3] && shape[2] % 2 == 1, "an odd square kernel")
        precondition(channels <= min(shape[0], shape[1]), "as many maps as channels to pass")
        var weight = Initialisation.normal(mean: 0, deviation: deviation).draw(shape, from: stream)
        let area = shape[2] * shape[3]
        for output in 0..<channels {
            let first = output * shape[1] * area
            for index in first..<first + shape[1] * area { weight[index] = 0 }
            weight[first + output * area + area / 2] = 1
        }
        return weight
    }
}
