import Pictures

/// Paints a face from its traits, from back to front.
struct FacePainter: Sendable {
    let traits: FaceTraits

    /// The whole picture as a square of `side` pixels.
    func picture(side: Int) -> PixelBuffer {
        var canvas = FaceCanvas(side: side)
        let half = Float(side) / 2
        let pose = traits.pose
        let scale = half * pose.scale
        let head = FaceCanvas.Frame(
            scale: scale, x: half * (1 + pose.x), y: half * (1 + pose.y),
            cosine: (1 - pose.roll * pose.roll).squareRoot(), sine: pose.roll)
        // The body turns a third as far as the head.
        let lean = pose.roll / 3
        let body = FaceCanvas.Frame(
            scale: scale, x: half * (1 + pose.x), y: half * (1 + pose.y), cosine: (1 - lean * lean).squareRoot(),
            sine: lean)

        paintBackdrop(&canvas)
        paintHairBehind(&canvas, head)
        paintNeck(&canvas, body)
        paintClothes(&canvas, body)
        paintEars(&canvas, head)
        paintHead(&canvas, head)
        paintBeard(&canvas, head)
        paintMouth(&canvas, head)
        paintNostrils(&canvas, head)
        for eye in [Float(-1), 1] {
            paintEye(&canvas, head, eye)
            paintBrow(&canvas, head, eye)
        }
        paintHairInFront(&canvas, head)
        if let glasses = traits.glasses { paintGlasses(&canvas, head, glasses) }
        paintGrade(&canvas)
        return canvas.picture
    }

    /// How far a feature moves sideways with the turn of the head, if it stands `depth` before the axis (0 ... 1).
    func turn(_ depth: Float) -> Float { traits.pose.yaw * 0.09 * depth }

    /// How far a feature moves down with the nod.
    func nod(_ depth: Float) -> Float { traits.pose.nod * 0.035 * depth }

    /// Opacity of the inside of an edge at `distance` (negative inside), `softness` wide.
    @inline(__always)
    func inside(_ distance: Float, _ softness: Float) -> Float { unit(0.5 - distance / softness) }

    /// The light that falls on a surface with this normal (of length 1): 0 in full shadow, 1 in full light.
    @inline(__always)
    func lit(_ x: Float, _ y: Float, _ z: Float) -> Float {
        let light = traits.light
        return unit((x * light.x + y * light.y + z * light.z + 0.25) / 1.25)
    }

    /// A surface of colour `base` under `light` (0 ... 1).
    @inline(__always)
    func shaded(_ base: Tint, _ light: Float) -> Tint {
        let value = traits.light.ambient + traits.light.strength * light
        return base.scaled(value)
    }

    /// Skin under `light`: its shadows are redder than its lights.
    @inline(__always)
    func shadedSkin(_ base: Tint, _ light: Float) -> Tint {
        let value = traits.light.ambient + traits.light.strength * light
        let shadow = 1 - light
        return Tint(
            base.red * value * (1 + 0.05 * shadow), base.green * value * (1 - 0.015 * shadow),
            base.blue * value * (1 - 0.025 * shadow))
    }

    // MARK: The picture around the person

    private func paintBackdrop(_ canvas: inout FaceCanvas) {
        let half = Float(canvas.side) / 2
        let frame = FaceCanvas.Frame(scale: half, x: half, y: half)
        let backdrop = traits.backdrop
        canvas.paint(frame, left: -1, right: 1, top: -1, bottom: 1) { x, y, _ in
            var tint = backdrop.first.mixed(
                backdrop.second, ramp(-0.9, 0.9, x * backdrop.slopeX * 2 + y * backdrop.slopeY * 2))
            if let horizon = backdrop.horizon { tint = tint.scaled(1 - 0.3 * ramp(-0.03, 0.03, y - horizon)) }
            return (tint, 1)
        }
        for blob in backdrop.blobs {
            canvas.paint(
                frame, left: blob.x - blob.radius, right: blob.x + blob.radius, top: blob.y - blob.radius,
                bottom: blob.y + blob.radius
            ) { x, y, _ in
                let distance = ellipse(x - blob.x, y - blob.y, blob.radius, blob.radius)
                return (blob.tint, blob.opacity * ramp(0, -0.35 * blob.radius, distance))
            }
        }
    }

    private func paintGrade(_ canvas: inout FaceCanvas) {
        let half = Float(canvas.side) / 2
        let tint = traits.light.tint
        canvas.paint(.init(scale: half, x: half, y: half), left: -1, right: 1, top: -1, bottom: 1) { x, y, under in
            let vignette = 1 - 0.1 * unit((x * x + y * y) / 2)
            return (under.filtered(tint).scaled(vignette), 1)
        }
    }
}
