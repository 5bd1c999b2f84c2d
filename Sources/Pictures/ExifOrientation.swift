/// How the stored rows and columns of a photograph lie on the page (Exif 2.32, tag 0x0112).
package enum ExifOrientation: Int, Sendable, CaseIterable {
    /// As stored.
    case upright = 1
    /// Left and right exchanged.
    case mirrored = 2
    /// Turned by 180 degrees.
    case upsideDown = 3
    /// Top and bottom exchanged.
    case flipped = 4
    /// Rows and columns exchanged.
    case transposed = 5
    /// To be turned by 90 degrees clockwise.
    case turnedLeft = 6
    /// Rows and columns exchanged, across the other diagonal.
    case transversed = 7
    /// To be turned by 90 degrees counter-clockwise.
    case turnedRight = 8

    /// The orientation that an Exif segment (from `Exif\0\0` on) names; upright if it names none or cannot be read, as
    /// a photograph does not depend on it.
    package init(exif: [UInt8]) {
        self = Self.value(in: exif.dropFirst(6)).flatMap(Self.init(rawValue:)) ?? .upright
    }

    /// Whether width and height are exchanged.
    package var exchangesSides: Bool { rawValue >= 5 }

    /// Looks the tag up in the first directory of a TIFF structure; every offset may lie.
    private static func value(in tiff: ArraySlice<UInt8>) -> Int? {
        let littleEndian = tiff.starts(with: [0x49, 0x49, 42, 0])
        guard littleEndian || tiff.starts(with: [0x4D, 0x4D, 0, 42]) else { return nil }

        func number(at offset: Int, bytes: Int) -> Int? {
            guard offset >= 0, offset + bytes <= tiff.count else { return nil }
            let digits = tiff.dropFirst(offset).prefix(bytes)
            return (littleEndian ? Array(digits.reversed()) : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
        }

        guard let directory = number(at: 4, bytes: 4), let entries = number(at: directory, bytes: 2) else { return nil }
        for entry in 0..<entries {
            let start = directory + 2 + 12 * entry
            guard let tag = number(at: start, bytes: 2) else { return nil }
            if tag == 0x0112 { return number(at: start + 8, bytes: 2) }
        }
        return nil
    }
}
