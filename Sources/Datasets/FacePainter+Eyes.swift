extension FacePainter {
    /// The eye at `side` (-1 left, 1 right in the picture): white, iris, pupil, lights, lids and lashes.
    func paintEye(_ canvas: inout FaceCanvas, _ frame: FaceCanvas.Frame, _ side: Float) {
        let eyes = traits.eyes
        let x0 = side * eyes.x + turn(0.75)
        let y0 = eyes.y + nod(0.6)
        let width = eyes.width * (1 + 0.1 * side * -traits.pose.yaw)
        // A smile narrows the eyes.
        let upper = eyes.upper * (1 - 1.2 * max(0, traits.mouth.smile))
        let lower = eyes.lower * (1 - 2.5 * max(0, traits.mouth.smile))
        let gazeX = eyes.gazeX + turn(0.25)
        let gazeY = eyes.gazeY - 0.004
        let radius = eyes.irisRadius
        let line = max(0.014, 1.1 * frame.pixel)
        let lashes = Tint(hex: 0x1A1210).mixed(traits.hairTint.scaled(0.4), 0.3)
        let lid = shadedSkin(traits.skin.scaled(0.86), 0.62)
        let light = lit(side * 0.2, 0, 1)
        let glint = (x: 0.35 * radius * (traits.light.x < 0 ? -1 : 1), y: -0.38 * radius)

        canvas.paint(
            frame, left: x0 - width * 1.5, right: x0 + width * 1.5, top: y0 - 0.16, bottom: y0 + 0.12
        ) { x, y, under in
            let dx = x - x0
            // Positive tilt lifts the outer corner.
            let dy = y - y0 + eyes.tilt * dx * side
            let t = dx / width
            // The highest point of the lid lies toward the nose, the lowest toward the temple.
            let bent = t * side
            let arch = max(0, 1 - t * t)
            let top = -upper * arch * (1 - 0.22 * bent) - 0.002
            let bottom = lower * arch * (1 + 0.25 * bent)
            let open = min(dy - top, bottom - dy)
            var tint = under
            var painted: Float = 0

            // The crease of the lid, and the lid between it and the eye.
            if eyes.crease > 0, abs(t) < 1.15 {
                let fold = -upper * max(0, 1 - t * t * 0.75) - eyes.crease - 0.004
                let dark = ramp(line * 1.3, 0, abs(dy - fold)) * ramp(1.15, 0.6, abs(t))
                if dy < top, dy > fold { tint = tint.mixed(lid, 0.3 * ramp(1.05, 0.7, abs(t))) }
                tint = tint.scaled(1 - 0.38 * dark)
                painted = 1
            }
            if abs(t) < 1 {
                let shown = inside(-open, 1.6 * frame.pixel)
                if shown > 0 {
                    tint = tint.mixed(
                        eyeball(dx - gazeX, dy - gazeY, dx, dy - top, radius, light, glint, frame.pixel), shown)
                    painted = 1
                }
            }
            // Upper lashes, longer outward; a faint lower edge.
            let reach = 1.04 + 0.1 * eyes.lash * ramp(0.4, 1, bent)
            if abs(t) < reach {
                let outer = ramp(0.1, 1.1, bent)
                let thick = line * (0.55 + 0.6 * eyes.lash + 0.5 * outer * eyes.lash)
                let lift = abs(t) > 1 ? 0.25 * (abs(t) - 1) * eyes.lash * width : 0
                let dark = unit(1 - abs(dy - top + thick * 0.3 + lift) / thick) * ramp(reach, 0.85, abs(t))
                tint = tint.mixed(lashes, min(1, dark * 1.3) * (0.6 + 0.4 * eyes.lash))
                let faint = unit(1 - abs(dy - bottom) / (line * 0.9)) * ramp(1, 0.7, abs(t))
                tint = tint.mixed(lashes.mixed(traits.skin, 0.45), faint * (0.28 + 0.25 * eyes.lash))
                painted = 1
            }
            return (tint, painted)
        }
    }

    /// White, iris and pupil at (`x`, `y`) from the iris' middle; (`across`, `below`) from the lid shade the ball.
    @inline(__always)
    private func eyeball(
        _ x: Float, _ y: Float, _ across: Float, _ below: Float, _ radius: Float, _ light: Float,
        _ glint: (x: Float, y: Float), _ pixel: Float
    ) -> Tint {
        let curve = unit(1 - across * across * 40)
        var tint = shaded(Tint(0.93, 0.91, 0.9), 0.25 + 0.55 * light * curve)
        let distance = (x * x + y * y).squareRoot()
        let rim = distance / radius
        if rim < 1.2 {
            // Lighter below, opposite to where the light comes in; a dark ring around.
            var iris = traits.iris.scaled(0.8 + 0.5 * unit(0.5 + y / radius) * (1 - rim))
            iris = iris.mixed(traits.iris.scaled(1.45), 0.35 * ramp(0.9, 0.45, rim) * ramp(0.3, 0.5, rim))
            iris = iris.scaled(1 - 0.5 * ramp(0.72, 1, rim))
            iris = iris.mixed(Tint(0.03, 0.025, 0.025), inside(distance - radius * 0.44, 1.5 * pixel))
            tint = tint.mixed(iris.scaled(0.75 + 0.35 * light), inside(distance - radius, 1.5 * pixel))
        }
        // The lid's shadow, and the window in the eye.
        tint = tint.scaled(1 - 0.42 * ramp(0.035, 0, below))
        let spark = ellipse(x - glint.x, y - glint.y, radius * 0.24, radius * 0.24)
        return tint.mixed(Tint(1, 1, 1), 0.95 * inside(spark, 1.5 * pixel))
    }

    /// The brow over the eye at `side`.
    func paintBrow(_ canvas: inout FaceCanvas, _ frame: FaceCanvas.Frame, _ side: Float) {
        let brows = traits.brows
        let x0 = side * (traits.eyes.x + 0.012) + turn(0.7)
        let y0 = traits.eyes.y - brows.lift + nod(0.5)
        let seed = traits.noiseSeed &+ (side > 0 ? 11 : 12)
        let grey = traits.hair.style == .bald ? Tint(hex: 0x4B3A2E) : traits.hairTint
        let tint = shaded(grey.scaled(0.62), 0.45)
        canvas.paint(
            frame, left: x0 - 0.22, right: x0 + 0.22, top: y0 - 0.13, bottom: y0 + 0.13
        ) { x, y, under in
            let dx = (x - x0) * side
            let t = dx / brows.length
            guard abs(t) < 1.1 else { return (under, 0) }
            let arch = y0 - brows.arch * (1 - t * t) - brows.tilt * dx + 0.4 * brows.arch * max(0, t) * max(0, t)
            // Thick toward the nose, thin toward the temple.
            let thick = brows.thickness * ramp(-1.1, -0.75, t) * (1 - 0.72 * ramp(-0.2, 1.08, t))
            guard thick > 0.001 else { return (under, 0) }
            let hairs = noise(dx * 70 + (y - arch) * 60, (y - arch) * 12, seed: seed)
            let edge = abs(y - arch) - thick * (0.75 + 0.5 * hairs)
            return (tint, brows.density * (0.7 + 0.3 * hairs) * inside(edge, max(2 * frame.pixel, 0.02)))
        }
    }

    /// Frame, bridge, temples and lenses.
    func paintGlasses(_ canvas: inout FaceCanvas, _ frame: FaceCanvas.Frame, _ glasses: FaceTraits.Glasses) {
        let y0 = traits.eyes.y + nod(0.7) + 0.012
        let middle = turn(1)
        let thick = max(glasses.thickness, 0.8 * frame.pixel)
        let rim = shaded(glasses.frame, 0.55)
        let apart = traits.eyes.x + 0.02
        canvas.paint(frame, left: -0.68, right: 0.68, top: y0 - 0.22, bottom: y0 + 0.22) { x, y, under in
            let side: Float = x < middle ? -1 : 1
            let width = glasses.width * (1 - 0.08 * side * traits.pose.yaw)
            let dx = x - middle - side * apart
            let dy = y - y0
            let u = dx / width
            let v = dy / glasses.height
            var edge: Float = 1
            if abs(u) < 1.3, abs(v) < 1.3 {
                let f = (u * u + v * v - glasses.squareness * 0.55 * u * u * v * v).squareRoot()
                let slope = (u * u / (width * width) + v * v / (glasses.height * glasses.height)).squareRoot()
                edge = (f - 1) * f / max(slope, 0.5)
            }
            var tint = under
            var opacity: Float = 0
            if edge < 0 {
                let streak = ramp(0.05, 0, abs(dx + 0.8 * dy - 0.03)) * 0.16
                tint = under.mixed(Tint(0.08, 0.08, 0.1), glasses.shade).mixed(Tint(1, 1, 1), streak)
                opacity = 1
            }
            var ring = inside(abs(edge) - thick, 1.6 * frame.pixel)
            let bridge = segment(
                x, y, middle - apart + width * 0.97, y0 - 0.02, middle + apart - width * 0.97, y0 - 0.02)
            ring = max(ring, inside(bridge - thick * 0.8, 1.6 * frame.pixel))
            if abs(dx) > width * 0.97, dx * side > 0, abs(x) < traits.headWidth * 1.02 {
                let drop = y0 - 0.03 - 0.1 * (abs(dx) - width)
                ring = max(ring, inside(abs(y - drop) - thick * 0.9, 1.6 * frame.pixel))
            }
            if ring > 0 {
                tint = tint.mixed(rim, ring)
                opacity = 1
            }
            return (tint, opacity)
        }
    }
}
