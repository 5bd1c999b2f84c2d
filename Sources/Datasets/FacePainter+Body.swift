extension FacePainter {
    /// The neck, with the shadow of the chin on it.
    func paintNeck(_ canvas: inout FaceCanvas, _ frame: FaceCanvas.Frame) {
        let width = traits.neckWidth
        let chin = traits.headHeight
        let shadowShift = -0.25 * traits.light.x
        canvas.paint(frame, left: -0.8, right: 0.8, top: 0.2, bottom: 1.4) { x, y, _ in
            // Widens into the shoulders.
            let spread = ramp(chin + 0.02, chin + 0.4, y)
            let half = width * (1 + 0.9 * spread * spread)
            let across = x / half
            let normal = unit(1 - across * across).squareRoot()
            var tint = shadedSkin(traits.skin, lit(across * 0.95, 0.1, normal) * 0.85)
            let shadow = ramp(chin + 0.24, chin - 0.02, y + 0.5 * (x - shadowShift) * (x - shadowShift))
            tint = tint.mixed(shadedSkin(traits.skin.scaled(0.62), 0.15), 0.75 * shadow)
            // The two cords, and the hollow between the collar bones.
            let cord = spot(abs(x) - 0.13 - 0.2 * (chin + 0.25 - y), y - chin - 0.15, 0.05, 0.3)
            tint = tint.scaled(1 + 0.05 * cord - 0.12 * spot(x, y - chin - 0.26, 0.07, 0.07))
            return (tint, inside(abs(x) - half, 2 * frame.pixel))
        }
    }

    /// Shoulders and what covers them.
    func paintClothes(_ canvas: inout FaceCanvas, _ frame: FaceCanvas.Frame) {
        let clothes = traits.clothes
        let seed = traits.noiseSeed
        canvas.paint(frame, left: -1.6, right: 1.6, top: 0.5, bottom: 1.6) { x, y, under in
            let away = abs(x)
            let top = clothes.shoulder - 0.12 + 0.3 * away * away / (0.4 + away)
            let covered = inside(top - y, 2 * frame.pixel)
            guard covered > 0 else { return (under, 0) }
            let fold = noise(x * 3 + y * 2, y * 1.5, seed: seed) - 0.5
            let side = x * 0.7
            let base = (1 - side * side * 0.5)
            var tint = shaded(clothes.tint, lit(side, -0.15, base) * (0.86 + 0.28 * fold))
            if clothes.stripes > 0 {
                let wave = (y - top) * clothes.stripes
                let phase = abs(wave - wave.rounded(.down) - 0.5)
                tint = tint.mixed(shaded(clothes.second, 0.6), ramp(0.27, 0.33, phase))
            }
            return cut(x, y, tint, covered, frame.pixel)
        }
    }

    /// Cuts the neckline out of clothes of colour `tint`.
    private func cut(_ x: Float, _ y: Float, _ tint: Tint, _ covered: Float, _ pixel: Float) -> (Tint, Float) {
        let clothes = traits.clothes
        let away = abs(x)
        let neck = traits.neckWidth
        let edge: Float =
            switch clothes.neckline {
            case .crew: ellipse(x, y - clothes.shoulder + 0.1, neck * 1.3, 0.2)
            case .vee: max(away - neck * 1.25 + (y - clothes.shoulder + 0.1) * 0.75, clothes.shoulder - 0.6 - y)
            case .collar: max(away - neck * 0.95 + (y - clothes.shoulder) * 0.95, clothes.shoulder - 0.6 - y)
            case .jacket: max(away - neck * 0.9 + (y - clothes.shoulder) * 1.5, clothes.shoulder - 0.6 - y)
            }
        let open = inside(-edge, 2 * pixel)
        var tint = tint
        switch clothes.neckline {
        case .crew, .vee:
            tint = tint.scaled(1 - 0.25 * ramp(0.05, 0.03, edge) * ramp(0.0, 0.02, edge))
        case .collar:
            let collar = ramp(0.17, 0.155, edge + 0.12 * (y - clothes.shoulder))
            tint = tint.mixed(shaded(clothes.second, lit(x, -0.4, 0.8)), collar)
            tint = tint.scaled(1 - 0.3 * ramp(0.03, 0, abs(edge + 0.12 * (y - clothes.shoulder) - 0.17)))
        case .jacket:
            let shirt = ramp(0.2, 0.185, edge)
            tint = tint.mixed(shaded(clothes.second, lit(x, -0.3, 0.8)), shirt)
            tint = tint.scaled(1 - 0.35 * ramp(0.04, 0, abs(edge - 0.2)))
            // A tie, for some.
            if clothes.shoulder > 0.91 {
                let tie = inside(away - 0.045 - 0.08 * (y - clothes.shoulder), 2 * pixel)
                let knot = ramp(clothes.shoulder + 0.02, clothes.shoulder + 0.05, y)
                let colour = clothes.tint.mixed(Tint(hex: 0x7A1F2B), 0.7)
                tint = tint.mixed(shaded(colour, lit(x * 8, -0.2, 0.8)), tie * knot)
                return (tint, max(covered * open, covered * tie * knot))
            }
        }
        return (tint, covered * open)
    }

    /// Ears at both sides of the head, the farther one smaller, and earrings.
    func paintEars(_ canvas: inout FaceCanvas, _ frame: FaceCanvas.Frame) {
        for side in [Float(-1), 1] {
            let seen = 1 - 0.45 * side * traits.pose.yaw
            let x0 = side * traits.headWidth * 0.985 - turn(0.35)
            let y0 = traits.eyes.y + 0.11 - nod(0.5)
            let rx = 0.075 * seen * traits.ears
            let ry = 0.15 * traits.ears
            canvas.paint(frame, left: x0 - 0.2, right: x0 + 0.2, top: y0 - 0.25, bottom: y0 + 0.3) { x, y, _ in
                let dx = (x - x0) * side - 0.12 * (y0 - y)
                let dy = y - y0
                let edge = ellipse(dx, dy, rx, ry * (1 - 0.15 * dy / ry))
                let light = lit(side * 0.75, dy / ry * 0.5, 0.5)
                var tint = shadedSkin(traits.skin.mixed(Tint(hex: 0xB5584A), 0.12), light * 0.9)
                let bowl = ellipse(dx + rx * 0.12, dy + ry * 0.12, rx * 0.55, ry * 0.6)
                tint = tint.scaled(1 - 0.32 * ramp(0.02, -0.03, bowl))
                return (tint, inside(edge, 2 * frame.pixel))
            }
            guard traits.earrings else { continue }
            canvas.paint(
                frame, left: x0 - 0.06, right: x0 + 0.06, top: y0 + ry * 0.7, bottom: y0 + ry * 1.4
            ) { x, y, _ in
                let edge = ellipse(x - x0, y - y0 - ry * 1.0, 0.024, 0.03)
                let shine = spot(x - x0 + 0.008, y - y0 - ry * 0.98, 0.015, 0.015)
                return (Tint(hex: 0xC9A24B).mixed(Tint(1, 1, 0.95), shine), inside(edge, 2 * frame.pixel))
            }
        }
    }
}
