// Falling and rising edges, of which faces are drawn. Only sums, products, quotients and square roots are used, which
// IEEE 754 rounds alike on every machine: a face is the same bytes everywhere.

/// `value` held within 0 ... 1.
@inline(__always)
func unit(_ value: Float) -> Float { max(0, min(1, value)) }

/// Rises smoothly from 0 at `low` to 1 at `high`; falls where `low` > `high`.
@inline(__always)
func ramp(_ low: Float, _ high: Float, _ value: Float) -> Float {
    let t = unit((value - low) / (high - low))
    return t * t * (3 - 2 * t)
}

/// A soft spot: 1 in the middle, 0 from the ellipse of half-axes `rx`, `ry` on.
@inline(__always)
func spot(_ x: Float, _ y: Float, _ rx: Float, _ ry: Float) -> Float {
    let rest = 1 - (x * x / (rx * rx) + y * y / (ry * ry))
    return rest > 0 ? rest * rest : 0
}

/// Distance to an ellipse around the origin, negative inside; good near its edge, which is where it is used.
@inline(__always)
func ellipse(_ x: Float, _ y: Float, _ rx: Float, _ ry: Float) -> Float {
    let f = (x * x / (rx * rx) + y * y / (ry * ry)).squareRoot()
    let gradient = (x * x / (rx * rx * rx * rx) + y * y / (ry * ry * ry * ry)).squareRoot()
    return gradient > 1e-6 ? (f - 1) * f / gradient : -min(rx, ry)
}

/// Distance to the segment from (`ax`, `ay`) to (`bx`, `by`).
@inline(__always)
func segment(_ x: Float, _ y: Float, _ ax: Float, _ ay: Float, _ bx: Float, _ by: Float) -> Float {
    let t = unit(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) * (bx - ax) + (by - ay) * (by - ay)))
    let dx = x - ax - t * (bx - ax)
    let dy = y - ay - t * (by - ay)
    return (dx * dx + dy * dy).squareRoot()
}

/// Smooth noise in 0 ... 1 over the plane, one bump per unit; other seeds give other noise.
func noise(_ x: Float, _ y: Float, seed: UInt32) -> Float {
    let column = x.rounded(.down)
    let row = y.rounded(.down)
    let u = x - column
    let v = y - row
    let i = Int32(column)
    let j = Int32(row)
    let across = u * u * (3 - 2 * u)
    let topLeft = lattice(i, j, seed)
    let bottomLeft = lattice(i, j &+ 1, seed)
    let top = topLeft + (lattice(i &+ 1, j, seed) - topLeft) * across
    let bottom = bottomLeft + (lattice(i &+ 1, j &+ 1, seed) - bottomLeft) * across
    return top + (bottom - top) * (v * v * (3 - 2 * v))
}

@inline(__always)
private func lattice(_ i: Int32, _ j: Int32, _ seed: UInt32) -> Float {
    var h = seed ^ UInt32(bitPattern: i) &* 0x9E37_79B1 ^ UInt32(bitPattern: j) &* 0x85EB_CA77
    h = (h ^ h >> 15) &* 0x2C1B_3C6D
    h = (h ^ h >> 12) &* 0x297A_2D39
    return Float((h ^ h >> 15) >> 8) * 0x1p-24
}
