import Randomness

/// Everything that tells one procedural face from another, drawn at random in a fixed order.
struct FaceTraits {
    // The person.
    var softness: Float  // 0 angular ... 1 soft
    var age: Float
    var skin: Tint
    var hairTint: Tint
    var lipTint: Tint
    var iris: Tint
    var freckles: Float
    var blush: Float

    // The head, in units of the canvas.
    var headWidth: Float
    var headHeight: Float
    var jaw: Float
    var squareness: Float
    var neckWidth: Float
    var ears: Float

    // Features.
    var eyes: Eyes
    var brows: Brows
    var nose: Nose
    var mouth: Mouth
    var hair: Hair
    var beard: Beard
    var glasses: Glasses?
    var earrings: Bool
    var clothes: Clothes

    // The picture.
    var light: Light
    var pose: Pose
    var backdrop: Backdrop
    var noiseSeed: UInt32

    struct Eyes {
        var x, y, width, upper, lower, tilt, crease, irisRadius, gazeX, gazeY, lash: Float
    }

    struct Brows {
        var lift, length, thickness, arch, tilt, density: Float
    }

    struct Nose {
        var y, width, bridge, length: Float
    }

    struct Mouth {
        var y, width, upper, lower, smile, open, bow: Float
    }

    struct Hair {
        enum Style { case bald, receding, buzz, short, curly, bob, long, tied }
        var style: Style
        var top, side, line, sweep, part, fringe, length, wave, curl, gloss: Float
    }

    struct Beard {
        var jaw, moustache, chin: Float
    }

    struct Glasses {
        var width, height, thickness, squareness: Float
        var frame: Tint
        var shade: Float
    }

    struct Clothes {
        enum Neckline { case crew, vee, collar, jacket }
        var neckline: Neckline
        var tint, second: Tint
        var stripes: Float
        var shoulder: Float
    }

    struct Light {
        var x, y, z, ambient, strength: Float
        var tint: Tint
    }

    struct Pose {
        var x, y, scale, roll, yaw, nod: Float
    }

    struct Backdrop {
        var first, second: Tint
        var slopeX, slopeY: Float
        var blobs: [(x: Float, y: Float, radius: Float, tint: Tint, opacity: Float)]
        var horizon: Float?
    }
}

extension RandomStream {
    /// Uniform between `low` and `high`.
    mutating func between(_ low: Float, _ high: Float) -> Float { low + (high - low) * uniformFloat() }

    /// Between `low` and `high`, the middle likelier: the mean of three uniform numbers.
    mutating func around(_ low: Float, _ high: Float) -> Float {
        let sum = uniformFloat() + uniformFloat() + uniformFloat()
        return low + (high - low) * sum / 3
    }

    /// True with the given probability.
    mutating func chance(_ probability: Float) -> Bool { uniformFloat() < probability }

    /// One of `choices`, with these weights, one each.
    mutating func pick<Choice>(_ choices: [Choice], weights: [Float]) -> Choice {
        var rest = uniformFloat() * weights.reduce(0, +)
        for (choice, weight) in zip(choices, weights) {
            rest -= weight
            if rest < 0 { return choice }
        }
        return choices[choices.count - 1]
    }
}
