extension FacePainter {
    /// Distance to the outline of the hair, negative inside.
    @inline(__always)
    private func hairOutline(_ x: Float, _ y: Float) -> Float {
        let hair = traits.hair
        let seed = traits.noiseSeed &+ 41
        let hanging = hair.length > 0.3
        let rx = traits.headWidth + hair.side
        let ry = traits.headHeight + hair.top
        // Hanging hair keeps its width below the temples, or spreads a little.
        let v = y < 0 ? y / ry : hanging ? y * 0.35 : y / ry
        let sway = hair.wave * (noise(y * 5, 0.5, seed: seed) - 0.5) * 3 * ramp(-0.3, 0.4, y)
        let u = (x + sway) / (rx * (hanging ? 1 + 0.08 * max(0, y) : 1))
        let f = max(0, u * u + v * v - (y < 0 ? 0.3 * u * u * v * v : 0)).squareRoot()
        guard abs(f - 1) < 0.35 else { return f - 1 }
        let bumps: Float = hair.curl > 0 ? 0.11 * hair.curl * (noise(x * 8, y * 8, seed: seed &+ 1) - 0.4) : 0
        let strands = 0.025 * (noise(x * 16 / (0.4 + abs(y)), y * 3, seed: seed &+ 2) - 0.5)
        return (f - 1) * min(rx, ry) - bumps - strands
    }

    /// The colour of hair at a place: strands that fall from the parting, a shine across them, or curls.
    @inline(__always)
    private func strands(_ x: Float, _ y: Float, dimmed: Float) -> Tint {
        let hair = traits.hair
        let seed = traits.noiseSeed &+ 51
        let part = hair.part * 0.5
        var streak: Float = 0
        if hair.curl > 0 {
            streak = 0.75 * noise(x * 15, y * 15, seed: seed) + 0.25 * noise(x * 34, y * 34, seed: seed)
        } else {
            let bend = hair.wave > 0 ? hair.wave * 3 * noise(y * 4, x * 2, seed: seed &+ 1) : 0
            // Short hair is combed to a side, hanging hair falls from the parting.
            let along =
                hair.length > 0.3
                ? (x - part + bend) / (max(-0.9, y) + 1.35) : (x - part + 2.5 * hair.sweep * y + bend) / (y + 2.1)
            streak = 0.5 * noise(along * 30, y * 1.2, seed: seed) + 0.5 * noise(along * 70, y * 2, seed: seed &+ 2)
        }
        let nx = x / (traits.headWidth + hair.side)
        let ny = y < 0 ? y / (traits.headHeight + hair.top) : y * 0.25
        let nz = unit(1 - nx * nx - ny * ny).squareRoot() + 0.2
        let length = (nx * nx + ny * ny + nz * nz).squareRoot()
        let light = lit(nx / length, ny / length, nz / length)
        var tint = shaded(traits.hairTint.scaled(0.7 + 0.55 * streak), light * dimmed)
        let band = ny + 0.66 - 0.25 * traits.light.x * nx
        let shine = ramp(0.2, 0, abs(band)) * (0.35 + streak) * hair.gloss * light * (1 - hair.curl)
        tint = tint.mixed(traits.hairTint.scaled(1.5).mixed(Tint(1, 0.96, 0.9), 0.35), 0.42 * shine * dimmed)
        return tint.scaled(0.7 + 0.3 * dimmed)
    }

    /// What of the hair is seen behind face and neck: what hangs down, or a bun.
    func paintHairBehind(_ canvas: inout FaceCanvas, _ frame: FaceCanvas.Frame) {
        let hair = traits.hair
        switch hair.style {
        case .bob, .long, .curly:
            canvas.paint(frame, left: -1, right: 1, top: -1.2, bottom: min(1.5, hair.length + 0.2)) { x, y, under in
                guard y > 0.2 || place(x, y).f > 0.93 else { return (under, 0) }
                let distance = max(hairOutline(x, y), y - hairEnd(x))
                let opacity = inside(distance, 0.02 + frame.pixel)
                guard opacity > 0 else { return (under, 0) }
                return (strands(x, y, dimmed: 0.5 + 0.3 * ramp(0.25, 0.6, abs(x))), opacity)
            }
        case .tied where hair.wave > 0:
            let x0 = hair.part * 0.3 - turn(0.5)
            let y0 = -traits.headHeight - 0.06
            canvas.paint(frame, left: x0 - 0.3, right: x0 + 0.3, top: y0 - 0.3, bottom: y0 + 0.3) { x, y, under in
                let opacity = inside(ellipse(x - x0, y - y0, 0.23, 0.2), 0.02 + frame.pixel)
                guard opacity > 0 else { return (under, 0) }
                return (strands((x - x0) * 1.9, (y - y0) * 2.2 - 0.4, dimmed: 0.85), opacity)
            }
        default:
            break
        }
    }

    /// The y of the tips of hanging hair at `x`.
    @inline(__always)
    private func hairEnd(_ x: Float) -> Float {
        traits.hair.length + 0.12 * (noise(x * 7, 0, seed: traits.noiseSeed &+ 61) - 0.5) - 0.25 * x * x
    }

    /// Where the hair begins above the face: the y of the line at `x`.
    @inline(__always)
    private func hairline(_ x: Float) -> Float {
        let hair = traits.hair
        let u = (x - turn(0.45)) / traits.headWidth
        let away = abs(u)
        // The side-parted fringe falls to one side.
        var line = hair.line + hair.sweep * (u - hair.part) - 0.07 * ramp(0.1, 0, abs(u - hair.part))
        // It rises at the corners of the forehead.
        line += 0.12 * (1 - traits.softness) * (ramp(0.35, 0, away) - 0.6) * (hair.fringe > 0 ? 0 : 1)
        line += hair.fringe * ramp(0.95, 0.5, away)
        // Nowhere so high that the skull shows above it.
        let skull = (unit(1 - u * u) / (1 - 0.3 * min(1, u * u))).squareRoot()
        line = max(line, 0.1 - traits.headHeight * skull)
        let jag: Float = hair.fringe > 0 ? 0.05 : 0.02
        line += jag * (noise(x * 24, 3, seed: traits.noiseSeed &+ 71) - 0.5)
        // Down the temples; hanging hair covers the sides of the face.
        let hanging = hair.length > 0.3 && hair.style != .curly
        let inner: Float = hanging ? 0.62 + 0.2 * traits.softness : 0.8
        let outer: Float = hanging ? 0.98 : 1.03
        return line + (max(hair.length, line) - line) * ramp(inner, outer, away)
    }

    /// The hair over the forehead and beside the face.
    func paintHairInFront(_ canvas: inout FaceCanvas, _ frame: FaceCanvas.Frame) {
        let hair = traits.hair
        guard hair.style != .bald else { return }
        let hanging = hair.style == .bob || hair.style == .long || hair.style == .curly
        let lines = (0...220).map { hairline(Float($0) / 100 - 1.1) }
        let sparse: Float = hair.style == .buzz ? 0.82 : hair.style == .receding ? 0.9 : 1
        let seed = traits.noiseSeed &+ 81
        canvas.paint(frame, left: -1, right: 1, top: -1.2, bottom: max(0.2, min(1.5, hair.length + 0.15))) {
            x, y, under in
            let outline = hairOutline(x, y)
            guard outline < 0.05, y < 0.2 || hanging else { return (under, 0) }
            let spot = (x + 1.1) * 100
            let sample = min(max(Int(spot), 0), lines.count - 2)
            let slope = (lines[sample + 1] - lines[sample]) * 100
            let line = lines[sample] + (lines[sample + 1] - lines[sample]) * (spot - Float(sample))
            let below = max((y - line) / (1 + slope * slope).squareRoot(), hanging ? y - hairEnd(x) : -1)
            let softness: Float = hair.style == .buzz ? 0.09 : 0.03
            var opacity = min(inside(outline, 0.02 + frame.pixel), inside(below, softness + frame.pixel)) * sparse
            guard opacity > 0 else {
                // Hair casts a soft shadow on the forehead.
                let cast = outline < -0.02 && hair.style != .buzz
                return (under.scaled(0.55), cast ? 0.22 * ramp(0.1, 0, below) : 0)
            }
            if hair.style == .buzz { opacity *= 0.85 + 0.3 * (noise(x * 60, y * 60, seed: seed) - 0.5) }
            // Darker where it lies close to the face.
            let near = 1 - 0.25 * ramp(-0.07, 0, below)
            return (strands(x, y, dimmed: near), opacity)
        }
    }
}
