import Pictures

/// A colour while a face is drawn: red, green and blue, 0 ... 1 and a little beyond, gamma-encoded.
struct Tint {
    var red: Float
    var green: Float
    var blue: Float

    init(_ red: Float, _ green: Float, _ blue: Float) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A colour as designers write it, `0xRRGGBB`.
    init(hex: UInt32) {
        self.init(Float(hex >> 16 & 255) / 255, Float(hex >> 8 & 255) / 255, Float(hex & 255) / 255)
    }

    /// The colour `share` of the way (0 ... 1) to `other`.
    @inline(__always)
    func mixed(_ other: Tint, _ share: Float) -> Tint {
        Tint(
            red + (other.red - red) * share, green + (other.green - green) * share, blue + (other.blue - blue) * share)
    }

    /// All three multiplied.
    @inline(__always)
    func scaled(_ factor: Float) -> Tint { Tint(red * factor, green * factor, blue * factor) }

    /// Each multiplied by the other's.
    @inline(__always)
    func filtered(_ other: Tint) -> Tint { Tint(red * other.red, green * other.green, blue * other.blue) }

    /// As 8-bit samples.
    var rgb: RGB { RGB(Self.level(red), Self.level(green), Self.level(blue)) }

    /// The colour at `position` (0 ... 1) of a scale with evenly spaced stops.
    static func scale(_ stops: [Tint], at position: Float) -> Tint {
        let place = max(0, min(1, position)) * Float(stops.count - 1)
        let stop = min(Int(place), stops.count - 2)
        return stops[stop].mixed(stops[stop + 1], place - Float(stop))
    }

    private static func level(_ value: Float) -> UInt8 { UInt8(max(0, min(255, value * 255 + 0.5))) }
}
