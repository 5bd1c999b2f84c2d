import Pictures

/// A square on which a face is painted in its own coordinates: the middle of the head is (0, 0), y points down, the chin
/// is near (0, 0.7).
struct FaceCanvas {
    /// Where the coordinates lie on the square.
    struct Frame {
        /// Pixels of a unit.
        var scale: Float
        /// Where (0, 0) lies, in pixels.
        var x: Float
        var y: Float
        /// Cosine and sine of the turn.
        var cosine: Float = 1
        var sine: Float = 0

        /// A pixel's side in the frame's units.
        var pixel: Float { 1 / scale }
    }

    /// Pixels a side.
    let side: Int
    /// The colours, row by row.
    private(set) var tints: [Tint]

    /// A black square.
    init(side: Int) {
        self.side = side
        tints = [Tint](repeating: Tint(0, 0, 0), count: side * side)
    }

    /// Lays a colour with an opacity over every pixel whose centre may lie in the box `left` ... `right`, `top` ...
    /// `bottom` of the frame; `colour` gets the place in the frame and what is there already.
    @inline(__always)
    mutating func paint(
        _ frame: Frame, left: Float, right: Float, top: Float, bottom: Float,
        _ colour: (_ x: Float, _ y: Float, _ under: Tint) -> (Tint, Float)
    ) {
        let corners = [(left, top), (right, top), (left, bottom), (right, bottom)]
        let xs = corners.map { frame.x + frame.scale * (frame.cosine * $0.0 - frame.sine * $0.1) }
        let ys = corners.map { frame.y + frame.scale * (frame.sine * $0.0 + frame.cosine * $0.1) }
        let columns = bounds(xs)
        let rows = bounds(ys)
        guard !columns.isEmpty, !rows.isEmpty else { return }
        let side = side
        tints.withUnsafeMutableBufferPointer { tints in
            for row in rows {
                for column in columns {
                    let dx = (Float(column) + 0.5 - frame.x) / frame.scale
                    let dy = (Float(row) + 0.5 - frame.y) / frame.scale
                    let under = tints[row * side + column]
                    let (tint, opacity) = colour(
                        frame.cosine * dx + frame.sine * dy, frame.cosine * dy - frame.sine * dx, under)
                    if opacity > 0 { tints[row * side + column] = under.mixed(tint, min(opacity, 1)) }
                }
            }
        }
    }

    /// What has been painted, as a picture.
    var picture: PixelBuffer {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(side * side * 3)
        for tint in tints {
            let rgb = tint.rgb
            bytes.append(rgb.red)
            bytes.append(rgb.green)
            bytes.append(rgb.blue)
        }
        return PixelBuffer(width: side, height: side, bytes: bytes)
    }

    private func bounds(_ values: [Float]) -> Range<Int> {
        let low = max(0, Int(max(-1e6, min(1e6, (values.min() ?? 0).rounded(.down)))) - 1)
        let high = min(side, Int(max(-1e6, min(1e6, (values.max() ?? 0).rounded(.up)))) + 1)
        return low..<max(low, high)
    }
}
