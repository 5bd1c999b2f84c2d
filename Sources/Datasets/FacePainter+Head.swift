extension FacePainter {
    /// A place on the head: `f` is 0 in the middle and 1 at the outline; `x`, `y` are the place in half-widths and
    /// half-heights, the narrowing of the jaw taken out.
    struct HeadPlace {
        var f, x, y, distance: Float
    }

    /// Where (`x`, `y`) lies on the head.
    @inline(__always)
    func place(_ x: Float, _ y: Float) -> HeadPlace {
        let v = y / traits.headHeight
        let down = max(0, v)
        // The skull is rounder than the jaw.
        let squareness = v < 0 ? 0.3 : traits.squareness
        let width = traits.headWidth * (1 - traits.jaw * down * down)
        let u = x / width
        let f = (max(0, u * u + v * v - squareness * u * u * v * v)).squareRoot()
        let slope = (u * u / (width * width) + v * v / (traits.headHeight * traits.headHeight)).squareRoot()
        return HeadPlace(f: f, x: u, y: v, distance: (f - 1) * f / max(slope, 0.3))
    }

    /// A hill or hollow of the face.
    private struct Bump {
        var x, y, rx, ry, height: Float
    }

    private var bumps: [Bump] {
        let eyes = traits.eyes
        let nose = traits.nose
        let mouth = traits.mouth
        let noseX = turn(1.15)
        let noseY = nose.y + nod(1)
        let faceX = turn(0.8)
        let mouthY = mouth.y + nod(0.8)
        let gaunt = 0.6 + 0.8 * traits.age
        var bumps = [
            Bump(x: noseX * 0.8, y: noseY - nose.length * 0.55, rx: nose.bridge * 2.1, ry: nose.length, height: 0.06),
            Bump(x: noseX, y: noseY - 0.005, rx: nose.width * 1.0, ry: 0.1, height: 0.068),
            Bump(x: faceX, y: mouthY - 0.01, rx: 0.27, ry: 0.16, height: 0.035),
            Bump(x: faceX, y: mouthY - mouth.upper - 0.06, rx: 0.03, ry: 0.07, height: -0.012),
            Bump(x: faceX, y: mouthY + mouth.lower + 0.05, rx: 0.13, ry: 0.05, height: -0.024),
            Bump(x: faceX, y: traits.headHeight - 0.12, rx: 0.17, ry: 0.13, height: 0.035),
            Bump(x: turn(0.5), y: -0.36, rx: 0.42, ry: 0.26, height: 0.03),
        ]
        for side in [Float(-1), 1] {
            let eyeX = side * eyes.x + turn(0.75)
            let eyeY = eyes.y + nod(0.6)
            bumps += [
                Bump(x: eyeX + side * 0.01, y: eyeY - 0.01, rx: 0.18, ry: 0.12, height: -0.042),
                Bump(x: eyeX, y: eyeY, rx: 0.1, ry: 0.075, height: 0.024),
                Bump(x: eyeX, y: eyeY + 0.1, rx: 0.12, ry: 0.05, height: -0.008 * gaunt),
                Bump(x: eyeX, y: eyeY - traits.brows.lift, rx: 0.2, ry: 0.08, height: 0.022 * (1.3 - traits.softness)),
                Bump(x: side * 0.31 + faceX, y: 0.13, rx: 0.2, ry: 0.19, height: 0.034 + 0.2 * max(0, mouth.smile)),
                Bump(x: side * 0.33 + faceX, y: 0.36, rx: 0.16, ry: 0.2, height: -0.03 * gaunt),
                Bump(
                    x: noseX + side * nose.width * 0.72, y: noseY + 0.018, rx: nose.width * 0.52, ry: 0.055,
                    height: 0.03),
            ]
        }
        return bumps
    }

    /// The bare head: shaded skin.
    func paintHead(_ canvas: inout FaceCanvas, _ frame: FaceCanvas.Frame) {
        let bumps = bumps
        let eyes = traits.eyes
        let noseX = turn(1.15)
        let noseY = traits.nose.y + nod(1)
        let seed = traits.noiseSeed
        let turned = traits.pose.yaw * 0.22
        canvas.paint(frame, left: -0.65, right: 0.65, top: -0.85, bottom: 0.85) { x, y, under in
            let place = place(x, y)
            let opacity = inside(place.distance, 2 * frame.pixel)
            guard opacity > 0 else { return (under, 0) }
            var slopeX: Float = 0
            var slopeY: Float = 0
            for bump in bumps {
                let dx = (x - bump.x) / bump.rx
                let dy = (y - bump.y) / bump.ry
                let rest = 1 - dx * dx - dy * dy
                guard rest > 0 else { continue }
                let steep = 6 * bump.height * rest * rest
                slopeX += steep * dx / bump.rx
                slopeY += steep * dy / bump.ry
            }
            // The ellipsoid's normal, tilted by the slopes.
            let round = unit(1 - place.f * place.f).squareRoot()
            var nx = place.x * 0.92 - turned * round + slopeX * 0.9
            var ny = place.y * 0.78 + slopeY * 0.9
            var nz = round + 0.18
            let length = (nx * nx + ny * ny + nz * nz).squareRoot()
            (nx, ny, nz) = (nx / length, ny / length, nz / length)
            let light = lit(nx, ny, nz)

            let cheek = spot(abs(x - turn(0.8)) - 0.29, y - 0.17, 0.2, 0.17)
            let tip = spot(x - noseX, y - noseY, 0.11, 0.1)
            var base = traits.skin.mixed(Tint(hex: 0xC4564C), 0.2 * traits.blush * (cheek + 0.7 * tip))
            base = base.scaled(0.985 + 0.03 * noise(x * 9, y * 9, seed: seed))
            if traits.freckles > 0 {
                let mottled = noise(x * 42, y * 42, seed: seed &+ 1)
                let freckled = spot(abs(x) - 0.2, y - 0.12, 0.32, 0.22)
                base = base.mixed(Tint(hex: 0x9A5F3C), 0.5 * traits.freckles * freckled * ramp(0.68, 0.85, mottled))
            }
            // Where little light gets: the corners of the eyes, below the nose, the rim of the face.
            let inner = spot(abs(x - turn(0.75)) - eyes.x + 0.09, y - eyes.y - nod(0.6) + 0.015, 0.075, 0.07)
            let sockets = spot(abs(x - turn(0.75)) - eyes.x, y - eyes.y + 0.03 - nod(0.6), 0.17, 0.1)
            let below = spot(x - noseX, y - noseY - 0.075, traits.nose.width * 1.15, 0.05)
            var dim = 1 - 0.22 * inner - 0.16 * sockets - 0.3 * below - 0.1 * ramp(0.85, 1, place.f)
            dim *= 1 - foldShadow(x, y)
            var tint = shadedSkin(base, light).scaled(dim)

            let halfway = nx * traits.light.x + ny * traits.light.y + nz * (traits.light.z + 1)
            let size = (2 + 2 * traits.light.z).squareRoot()
            let shine = max(0, halfway / size)
            let shine4 = shine * shine * shine * shine
            let shine16 = shine4 * shine4 * shine4 * shine4
            tint = tint.mixed(Tint(1, 0.97, 0.93), 0.2 * shine16 * traits.light.strength * dim)
            return (tint, opacity)
        }
    }

    /// The lines beside the mouth and under the eyes, deeper with age and smile.
    @inline(__always)
    private func foldShadow(_ x: Float, _ y: Float) -> Float {
        let mouth = traits.mouth
        let depth = 0.02 + 0.26 * traits.age * traits.age + 1.1 * max(0, mouth.smile)
        let away = abs(x - turn(0.85))
        let noseY = traits.nose.y + nod(0.9)
        let top = noseY + 0.02
        let bottom = mouth.y + 0.02 + nod(0.8)
        let t = unit((y - top) / (bottom - top))
        let line = traits.nose.width * 1.15 + (mouth.width + 0.05 - traits.nose.width * 1.15) * t
        let crossed = spot(away - line, y - (top + bottom) / 2, 0.03, (bottom - top) * 0.62)
        let bag = spot(
            abs(x - turn(0.75)) - traits.eyes.x, y - traits.eyes.y - nod(0.6) - 0.085, 0.1, 0.025)
        return depth * 0.8 * crossed + (0.05 + 0.16 * traits.age) * bag
    }
}
