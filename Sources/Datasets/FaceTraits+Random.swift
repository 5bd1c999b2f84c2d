import Randomness

extension FaceTraits {
    /// The traits of one face.
    init(_ random: inout RandomStream) {
        softness = random.chance(0.5) ? random.around(0, 0.5) : random.around(0.5, 1)
        age = random.around(0, 1)
        let depth = random.uniformFloat()
        skin = Palette.skin(at: depth, &random)
        hairTint = Palette.hair(depth: depth, age: age, &random)
        iris = Palette.iris(depth: depth, &random)
        let lipstick = softness > 0.55 && random.chance(0.4)
        let lips = lipstick ? Palette.lipstick(&random) : Tint(hex: 0xB0605A)
        lipTint = skin.mixed(lips.scaled(0.55 + 0.45 * (1 - depth)), lipstick ? 0.75 : random.between(0.3, 0.55))
        freckles = depth < 0.35 && random.chance(0.2) ? random.between(0.3, 1) : 0
        blush = random.between(0.2, 1) * (1 - 0.6 * depth)

        headWidth = random.around(0.455, 0.545)
        headHeight = random.around(0.66, 0.76)
        jaw = random.around(0.1, 0.3) + 0.08 * softness
        squareness = random.between(0.05, 0.4) * (1.3 - softness)
        neckWidth = random.around(0.3, 0.38) - 0.08 * softness
        ears = random.around(0.8, 1.15)

        eyes = Eyes(&random, softness: softness)
        brows = Brows(&random, softness: softness)
        nose = Nose(&random, softness: softness)
        mouth = Mouth(&random, softness: softness)
        hair = Hair(&random, softness: softness, age: age)
        beard = Beard(&random, softness: softness)
        glasses = random.chance(0.17) ? Glasses(&random) : nil
        earrings = softness > 0.5 && random.chance(0.35)
        clothes = Clothes(&random)

        light = Light(&random)
        pose = Pose(&random)
        backdrop = Backdrop(&random)
        noiseSeed = random.word()
    }
}

extension FaceTraits.Eyes {
    init(_ random: inout RandomStream, softness: Float) {
        x = random.around(0.19, 0.235)
        y = random.around(-0.1, -0.03)
        width = random.around(0.102, 0.13)
        upper = random.around(0.04, 0.07) + 0.006 * softness
        lower = random.around(0.018, 0.034)
        tilt = random.around(-0.12, 0.28)
        crease = random.chance(0.8) ? random.between(0.018, 0.045) : 0
        irisRadius = random.around(0.048, 0.058)
        gazeX = random.around(-0.035, 0.035)
        gazeY = random.around(-0.012, 0.012)
        lash = random.between(0.35, 0.6) + 0.4 * softness
    }
}

extension FaceTraits.Brows {
    init(_ random: inout RandomStream, softness: Float) {
        lift = random.around(0.125, 0.175)
        length = random.around(0.125, 0.16)
        thickness = random.around(0.018, 0.04) - 0.014 * softness
        arch = random.around(0.0, 0.05)
        tilt = random.around(-0.2, 0.16)
        density = random.between(0.55, 0.95)
    }
}

extension FaceTraits.Nose {
    init(_ random: inout RandomStream, softness: Float) {
        y = random.around(0.15, 0.23)
        width = random.around(0.075, 0.12) - 0.012 * softness
        bridge = random.around(0.045, 0.075)
        length = random.around(0.2, 0.3)
    }
}

extension FaceTraits.Mouth {
    init(_ random: inout RandomStream, softness: Float) {
        y = random.around(0.345, 0.42)
        width = random.around(0.15, 0.21)
        upper = random.around(0.016, 0.042) + 0.006 * softness
        lower = random.around(0.03, 0.055) + 0.006 * softness
        smile = random.around(-0.03, 0.085)
        open = smile > 0.025 && random.chance(0.6) ? random.between(0.025, 0.06) : 0
        bow = random.between(0.1, 0.5)
    }
}

extension FaceTraits.Hair {
    init(_ random: inout RandomStream, softness: Float, age: Float) {
        style =
            softness > 0.5
            ? random.pick([.long, .bob, .tied, .short, .curly, .buzz], weights: [38, 26, 16, 10, 9, 1])
            : random.pick(
                [.short, .buzz, .curly, .receding, .bald, .long],
                weights: [48, 14, 13, 6 + 14 * age, 2 + 10 * age, 4])
        let volume = random.around(0, 1)
        switch style {
        case .bald: (top, side, length) = (0, 0, -0.1)
        case .receding: (top, side, length) = (0.035, 0.025, 0.02)
        case .buzz: (top, side, length) = (0.03, 0.018, -0.02)
        case .short: (top, side, length) = (0.07 + 0.13 * volume, 0.02 + 0.045 * volume, random.between(-0.02, 0.12))
        case .curly: (top, side, length) = (0.1 + 0.16 * volume, 0.06 + 0.18 * volume, random.between(0.0, 0.4))
        case .bob: (top, side, length) = (0.08 + 0.06 * volume, 0.08 + 0.1 * volume, random.between(0.35, 0.7))
        case .long: (top, side, length) = (0.07 + 0.07 * volume, 0.06 + 0.1 * volume, random.between(0.9, 1.6))
        case .tied: (top, side, length) = (0.05 + 0.05 * volume, 0.02, 0)
        }
        line = random.around(-0.52, -0.37) - (style == .receding ? 0.12 : 0)
        sweep = random.around(-0.16, 0.16)
        part = random.around(-0.3, 0.3)
        let fringed: Float = style == .bob ? 0.5 : style == .long ? 0.3 : style == .short ? 0.25 : 0
        fringe = random.chance(fringed) ? random.between(0.12, 0.24) : 0
        wave = random.chance(0.5) ? random.between(0.01, 0.05) : 0
        curl = style == .curly ? random.between(0.6, 1) : 0
        gloss = random.between(0.15, 0.6)
    }
}

extension FaceTraits.Beard {
    init(_ random: inout RandomStream, softness: Float) {
        let kind = softness < 0.5 ? random.uniformFloat() : 0
        let weight = random.between(0.55, 0.95)
        switch kind {
        case ..<0.5: (jaw, moustache, chin) = (0, 0, 0)
        case ..<0.68: (jaw, moustache, chin) = (0.32 * weight, 0.3 * weight, 0.32 * weight)
        case ..<0.82: (jaw, moustache, chin) = (weight, weight, weight)
        case ..<0.92: (jaw, moustache, chin) = (0.1, weight, weight)
        default: (jaw, moustache, chin) = (0.08, weight, 0.08)
        }
    }
}
