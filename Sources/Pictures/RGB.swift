/// A colour of three 8-bit samples, gamma-encoded as in PNG and JPEG files (sRGB where nothing else is known).
package struct RGB: Sendable, Codable, Hashable {
    /// Red, 0 ... 255.
    package var red: UInt8
    /// Green, 0 ... 255.
    package var green: UInt8
    /// Blue, 0 ... 255.
    package var blue: UInt8

    /// A colour.
    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Black.
    package static let black = RGB(0, 0, 0)
    /// White.
    package static let white = RGB(255, 255, 255)
}
