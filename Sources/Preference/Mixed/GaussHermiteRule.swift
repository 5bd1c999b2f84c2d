import RealModule

/// Gauss and Hermite's rule: the integral of f(x) exp(-x^2) over all x is the sum of weight x f(node), exactly so for
/// polynomials of a degree below twice the number of nodes.
///
/// Abramowitz and Stegun (1964), formula 25.4.46. The nodes are the zeros of the Hermite polynomial of this degree.
struct GaussHermiteRule: Sendable {
    /// The nodes, ascending.
    let nodes: [Double]
    /// The weight of each node.
    let weights: [Double]

    /// The rule with so many nodes; at least 2.
    init(nodes count: Int) {
        // All zeros lie within, and further from each other than a tenth of this step.
        let end = (2.0 * Double(count) + 1).squareRoot()
        let step = 0.1 / end
        var nodes: [Double] = []
        for place in 0..<Int(2 * end / step) {
            let (low, high) = (-end + Double(place) * step, -end + Double(place + 1) * step)
            guard (Self.value(count, at: low) < 0) != (Self.value(count, at: high) < 0) else { continue }
            nodes.append(root(from: low, to: high) { Self.value(count, at: $0) })
        }
        precondition(nodes.count == count, "as many zeros as the degree")
        self.nodes = nodes
        weights = nodes.map { node in
            let slope = (2 * Double(count)).squareRoot() * Self.value(count - 1, at: node)
            return 2 / (slope * slope)
        }
    }

    /// The Hermite polynomial of a degree, scaled so that the integral of its square times exp(-x^2) is 1.
    private static func value(_ degree: Int, at x: Double) -> Double {
        var (before, value) = (0.0, Double.pow(Double.pi, -0.25))
        for order in 0..<degree {
            let next = Double(order + 1)
            (before, value) = (
                value, x * (2 / next).squareRoot() * value - (Double(order) / next).squareRoot() * before
            )
        }
        return value
    }
}
