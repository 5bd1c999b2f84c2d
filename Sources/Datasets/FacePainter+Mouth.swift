extension FacePainter {
    /// Lips, and teeth where the mouth is open.
    func paintMouth(_ canvas: inout FaceCanvas, _ frame: FaceCanvas.Frame) {
        let mouth = traits.mouth
        let x0 = turn(0.9)
        let y0 = mouth.y + nod(0.85)
        let width = mouth.width * (1 + 0.9 * max(0, mouth.smile))
        let seed = traits.noiseSeed &+ 21
        canvas.paint(
            frame, left: x0 - width * 1.25, right: x0 + width * 1.25, top: y0 - 0.2, bottom: y0 + 0.22
        ) { x, y, under in
            let dx = x - x0
            let t = dx / width
            guard abs(t) < 1.2 else { return (under, 0) }
            let arch = max(0, 1 - t * t)
            // The line between the lips: the corners rise in a smile.
            let line = y0 + mouth.smile * (0.45 - t * t)
            let dip = mouth.bow * (1 - unit(abs(t) / 0.22)) * 0.55
            let gap = mouth.open * arch
            let upperEdge = line - gap * 0.35 - mouth.upper * arch * (1.15 - dip) - 0.003
            let upperLip = line - gap * 0.35
            let lowerLip = line + gap
            let lowerEdge = line + gap + mouth.lower * arch * (1 + 0.12 * arch) + 0.002

            var tint = under
            // The corners' little shadows.
            let corner = spot(abs(dx) - width * 1.02, y - line, 0.045, 0.04)
            tint = tint.scaled(1 - 0.3 * corner)
            guard abs(t) < 1 else { return (tint, corner > 0 ? 1 : 0) }

            let lips = min(y - upperEdge, lowerEdge - y)
            let opacity = inside(-lips, 2.4 * frame.pixel) * ramp(1, 0.9, abs(t))
            let grain = 0.96 + 0.08 * noise(dx * 60, y * 8, seed: seed)
            if y < (upperLip + lowerLip) / 2 {
                let down = unit((y - upperEdge) / max(0.004, upperLip - upperEdge))
                tint = tint.mixed(
                    shadedSkin(traits.lipTint, lit(t * 0.4, 0.45 + 0.3 * down, 0.75)).scaled(grain), opacity)
            } else {
                let down = unit((y - lowerLip) / max(0.004, lowerEdge - lowerLip))
                var lip = shadedSkin(traits.lipTint, lit(t * 0.4, -0.5 + 1.1 * down, 0.75)).scaled(grain * 1.04)
                lip = lip.mixed(Tint(1, 0.95, 0.93), 0.22 * spot(t - 0.3 * traits.light.x, down - 0.4, 0.5, 0.35))
                tint = tint.mixed(lip, opacity)
            }
            if mouth.open > 0 {
                let within = inside(-min(y - upperLip, lowerLip - y), 1.6 * frame.pixel)
                tint = tint.mixed(teeth(t, (y - upperLip) / max(0.004, lowerLip - upperLip)), within)
            } else {
                let dark = ramp(max(0.016, 1.2 * frame.pixel), 0, abs(y - line))
                tint = tint.mixed(traits.lipTint.scaled(0.32), 0.75 * dark)
            }
            return (tint, 1)
        }
    }

    /// Inside the mouth: teeth at `t` (-1 ... 1 from corner to corner), `down` (0 ... 1 from lip to lip).
    @inline(__always)
    private func teeth(_ t: Float, _ down: Float) -> Tint {
        let dark = Tint(0.22, 0.07, 0.07)
        let white = shaded(Tint(0.95, 0.92, 0.87), 0.7).scaled(1 - 0.55 * t * t)
        let cell = t * 5.5
        let between = abs(cell - cell.rounded(.down) - 0.5)
        let seam = 1 - 0.1 * ramp(0.4, 0.5, between)
        let edge = ramp(0.92, 0.72, down) * ramp(0, 0.12, down) * ramp(0.97, 0.8, abs(t))
        return dark.mixed(white.scaled(seam), edge)
    }

    /// The nostrils and the shadow at the wings of the nose.
    func paintNostrils(_ canvas: inout FaceCanvas, _ frame: FaceCanvas.Frame) {
        let nose = traits.nose
        let x0 = turn(1.1)
        let y0 = nose.y + nod(1) + 0.05
        let dark = traits.skin.scaled(0.32).mixed(Tint(0.15, 0.04, 0.03), 0.35)
        canvas.paint(frame, left: x0 - 0.2, right: x0 + 0.2, top: y0 - 0.12, bottom: y0 + 0.06) { x, y, _ in
            let side: Float = x < x0 ? -1 : 1
            let dx = (x - x0) * side
            let hole = spot(dx - nose.width * 0.46, y - y0 + 0.1 * (nose.width * 0.46 - dx), nose.width * 0.36, 0.022)
            let wing = spot(dx - nose.width * 1.02, y - y0 + 0.04, 0.022, 0.05)
            let under = spot(x - x0, y - y0 - 0.014, nose.width * 0.7, 0.02)
            return (dark, min(0.85, 1.15 * hole) + 0.22 * wing + 0.2 * under)
        }
    }

    /// Beard and moustache, from stubble to full.
    func paintBeard(_ canvas: inout FaceCanvas, _ frame: FaceCanvas.Frame) {
        let beard = traits.beard
        guard beard.jaw > 0 || beard.moustache > 0 else { return }
        let mouth = traits.mouth
        let x0 = turn(0.9)
        let mouthY = mouth.y + nod(0.85)
        let noseY = traits.nose.y + nod(1)
        let seed = traits.noiseSeed &+ 31
        let grow: Float = beard.jaw > 0.5 ? 0.035 : 0
        canvas.paint(frame, left: -0.7, right: 0.7, top: -0.1, bottom: 0.95) { x, y, under in
            let place = place(x, y - grow * ramp(0.2, 0.7, y))
            let dx = x - x0
            let away = abs(dx)
            let strands = noise(x * 46, y * 22, seed: seed)
            let cheek = ramp(0.16, 0.46, away)
            let start = mouthY + 0.1 + (0.02 - mouthY - 0.1) * cheek + 0.05 * (strands - 0.5)
            let jaw = beard.jaw * ramp(start - 0.05, start + 0.07, y)
            let chin = beard.chin * spot(dx, y - mouthY - 0.19, 0.2, 0.2) * ramp(mouthY + 0.05, mouthY + 0.1, y) * 2
            let lip = (noseY + 0.07 + mouthY - mouth.upper) / 2 + 0.35 * away * away
            let above = inside(abs(y - lip) - (mouthY - mouth.upper - noseY - 0.06) * 0.5, 0.06)
            let moustache = beard.moustache * above * ramp(mouth.width * 1.25, mouth.width * 0.85, away)
            let side =
                beard.chin * ramp(0.035, 0.015, abs(away - mouth.width * 1.12)) * ramp(lip - 0.02, lip + 0.04, y)
                * ramp(mouthY + 0.2, mouthY + 0.1, y)
            let cover = min(0.96, max(max(jaw, min(beard.chin, chin)), max(moustache, side)))
            guard cover > 0 else { return (under, 0) }
            let round = unit(1 - place.f * place.f).squareRoot()
            let light = lit(place.x * 0.9, place.y * 0.75 + 0.1, round + 0.15)
            let tint = shaded(traits.hairTint.scaled(0.62 + 0.6 * strands), light)
            return (tint, cover * (0.8 + 0.25 * strands) * inside(place.distance, 3 * frame.pixel + grow * 0.6))
        }
    }
}
