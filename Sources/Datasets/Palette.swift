import Randomness

/// The colours of procedural faces.
enum Palette {
    /// Skin from light (0) to dark (1), with a random undertone.
    static func skin(at depth: Float, _ random: inout RandomStream) -> Tint {
        let stops: [UInt32] = [0xF8DCC8, 0xF0CBAE, 0xE3B38E, 0xCB946A, 0xA9714B, 0x7E5136, 0x573728]
        let warmth = random.around(-1, 1)
        let tone = Tint.scale(stops.map(Tint.init(hex:)), at: depth)
        return tone.filtered(Tint(1 + 0.03 * warmth, 1, 1 - 0.05 * warmth)).scaled(random.between(0.95, 1.03))
    }

    /// Hair; fair and red only with light skin, greyer with age.
    static func hair(depth: Float, age: Float, _ random: inout RandomStream) -> Tint {
        let fair = max(0, 1 - depth * 2.2)
        let stops: [UInt32] = [0x17130F, 0x2E2018, 0x4B3121, 0x75502F, 0xA77C45, 0xD6B273, 0x8E4422, 0xB5602F]
        let weights: [Float] = [
            3 + 6 * depth, 4, 3 * (1 - depth), 3 * fair, 2 * fair, 1.8 * fair, 1.2 * fair, 0.6 * fair,
        ]
        let varied = Tint(hex: random.pick(stops, weights: weights)).scaled(random.between(0.85, 1.15))
        let grey = age > 0.62 && random.chance(0.6) ? random.between(0.3, 1) : 0
        return varied.mixed(Tint(hex: 0xB4B2B0), grey)
    }

    /// The iris: mostly brown, light ones with light skin.
    static func iris(depth: Float, _ random: inout RandomStream) -> Tint {
        let fair = max(0, 1 - depth * 2)
        let stops: [UInt32] = [0x4A2C17, 0x6B4423, 0x7D6A33, 0x56793F, 0x4F7FA8, 0x77879A]
        let weights: [Float] = [5, 3, 2 * fair, 1.5 * fair, 3 * fair, 1.5 * fair]
        return Tint(hex: random.pick(stops, weights: weights)).scaled(random.between(0.85, 1.15))
    }

    /// Painted lips.
    static func lipstick(_ random: inout RandomStream) -> Tint {
        let stops: [UInt32] = [0xB3263A, 0xC4536A, 0x9A3B45, 0xC96F5D]
        return Tint(hex: random.pick(stops, weights: [2, 3, 2, 2]))
    }

    /// Clothes.
    static func cloth(_ random: inout RandomStream) -> Tint {
        let stops: [UInt32] = [
            0x1F2A44, 0x2F3136, 0x7A2E35, 0x2F5D50, 0xD8D2C4, 0x5B6E8C, 0xB5733A, 0x8F8A80, 0x3F6F8F, 0xC9A7A0,
            0x50426B,
            0xE8E8E6,
        ]
        return Tint(hex: stops[random.below(stops.count)]).scaled(random.between(0.85, 1.1))
    }

    /// What is behind a person: walls, curtains, leaves, sky.
    static func wall(_ random: inout RandomStream) -> Tint {
        let stops: [UInt32] = [
            0x9FB4C4, 0xC9C2B4, 0x6F7F6A, 0x3E4A5C, 0x8A7A6B, 0xB9A58C, 0x54646B, 0xD9DAD6, 0x7C8FA6, 0x4B3F3B,
            0xA9B8A0,
            0x8C5D4E, 0x2C3440, 0xC7B0A6,
        ]
        return Tint(hex: stops[random.below(stops.count)]).scaled(random.between(0.8, 1.1))
    }
}
