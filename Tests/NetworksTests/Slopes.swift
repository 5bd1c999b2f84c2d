import Networks
import Randomness
import Tensors
import Testing

/// Expects the gradient of `function` by each of `leaves`, along random directions, to be its slope there: the central
/// difference of `value`, which is the same function summed in double precision.
func expectSlopes(
    by leaves: [Tensor], function: () throws -> Tensor, value: () throws -> Double,
    location: SourceLocation = #_sourceLocation
) throws {
    for leaf in leaves { try leaf.requireGradient() }
    try withGradients { try function().backward(to: leaves) }
    for (index, leaf) in leaves.enumerated() {
        let gradient = try #require(try leaf.gradient()).floats()
        let start = try leaf.floats()
        var stream = RandomStream(seed: 7, purpose: .weights, index: UInt64(index))
        let direction = start.map { _ in Float(stream.normals().0) }
        let step: Float = 1e-3
        func moved(_ sign: Float) throws -> Double {
            try leaf.write(zip(start, direction).map { $0 + sign * step * $1 })
            return try value()
        }
        let slope = try (moved(1) - moved(-1)) / Double(2 * step)
        try leaf.write(start)
        let expected = zip(gradient, direction).reduce(0) { $0 + Double($1.0) * Double($1.1) }
        let scale = zip(gradient, direction).reduce(1e-3) { $0 + abs(Double($1.0) * Double($1.1)) }
        #expect(
            abs(slope - expected) < 2e-3 * scale, "leaf \(index): \(slope) and \(expected)", sourceLocation: location)
    }
}
