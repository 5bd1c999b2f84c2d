import Randomness

extension FaceTraits.Glasses {
    init(_ random: inout RandomStream) {
        width = random.around(0.14, 0.175)
        height = random.around(0.095, 0.14)
        thickness = random.between(0.006, 0.018)
        squareness = random.between(0, 0.9)
        let frames: [UInt32] = [0x1E1B1A, 0x5A3A24, 0x8A8D92, 0xA98545, 0x7A2230]
        frame = Tint(hex: random.pick(frames, weights: [5, 2, 2, 1, 1]))
        shade = random.chance(0.15) ? random.between(0.5, 0.85) : 0.06
    }
}

extension FaceTraits.Clothes {
    init(_ random: inout RandomStream) {
        neckline = random.pick([.crew, .vee, .collar, .jacket], weights: [4, 2, 3, 3])
        tint = Palette.cloth(&random)
        second = random.chance(0.6) ? Tint(hex: 0xE9E6DF) : Palette.cloth(&random)
        stripes = random.chance(0.15) ? random.between(9, 20) : 0
        shoulder = random.around(0.84, 0.98)
    }
}

extension FaceTraits.Light {
    init(_ random: inout RandomStream) {
        x = random.around(-0.95, 0.95)
        y = random.around(-0.8, -0.1)
        z = random.between(0.55, 0.95)
        let length = (x * x + y * y + z * z).squareRoot()
        (x, y, z) = (x / length, y / length, z / length)
        ambient = random.around(0.36, 0.62)
        strength = 1.1 - ambient + random.between(0, 0.12)
        let warmth = random.around(-1, 1)
        tint = Tint(1 + 0.06 * warmth, 1, 1 - 0.09 * warmth)
    }
}

extension FaceTraits.Pose {
    init(_ random: inout RandomStream) {
        x = random.around(-0.1, 0.1)
        y = random.around(-0.03, 0.13)
        scale = random.around(1.0, 1.26)
        roll = random.around(-0.16, 0.16)
        yaw = random.around(-1, 1)
        nod = random.around(-1, 1)
    }
}

extension FaceTraits.Backdrop {
    init(_ random: inout RandomStream) {
        first = Palette.wall(&random)
        second = first.mixed(Palette.wall(&random), 0.6).scaled(random.between(0.45, 1.1))
        slopeX = random.between(-0.5, 0.5)
        slopeY = random.between(-0.5, 0.5)
        horizon = random.chance(0.2) ? random.between(-0.4, 0.4) : nil
        blobs = []
        for _ in 0..<(random.chance(0.5) ? 2 + random.below(6) : 0) {
            let shift = random.between(0.75, 1.6)
            blobs.append(
                (
                    x: random.between(-1, 1), y: random.between(-1, 0.7), radius: random.between(0.15, 0.5),
                    tint: Palette.wall(&random).scaled(shift), opacity: random.between(0.15, 0.5)
                ))
        }
    }
}
