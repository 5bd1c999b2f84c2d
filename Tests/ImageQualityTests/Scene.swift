import Foundation
import Pictures
import Randomness

/// Pictures of a striped wall and a disc, drawn by seed: as different from each other as photographs of one kind.
enum Scene {
    static func pictures(_ count: Int, side: Int = 32, seed: UInt64) -> [PixelBuffer] {
        (0..<count).map { index in
            var random = RandomStream(seed: seed, purpose: .faces, index: UInt64(index))
            var drawn = [Double](repeating: 0, count: 12)
            for place in drawn.indices { drawn[place] = random.uniform() }
            let radius = Double(side) * (0.1 + 0.25 * drawn[0])
            let centre = (Double(side) * drawn[1], Double(side) * drawn[2])
            var picture = PixelBuffer(width: side, height: side)
            for y in 0..<side {
                for x in 0..<side {
                    let stripes = 30 * sin(Double(x) * (0.2 + drawn[3]) + Double(y) * (0.2 + drawn[4]))
                    let isDisc = hypot(Double(x) - centre.0, Double(y) - centre.1) < radius
                    let start = isDisc ? 6 : 9
                    picture[x, y] = RGB(
                        level(80 + drawn[start] * 96 + stripes), level(80 + drawn[start + 1] * 96 + stripes),
                        level(80 + drawn[start + 2] * 96 + stripes))
                }
            }
            return picture
        }
    }

    /// The pictures with independent noise, uniform in -`amplitude` ... `amplitude`, on every sample.
    static func noisy(_ pictures: [PixelBuffer], amplitude: Double) -> [PixelBuffer] {
        var random = RandomStream(seed: 1, purpose: .photographs)
        return pictures.map { picture in
            let bytes = picture.bytes.map { level(Double($0) + amplitude * (2 * random.uniform() - 1)) }
            return PixelBuffer(width: picture.width, height: picture.height, bytes: bytes)
        }
    }

    /// Every second picture brighter by 40 levels.
    static func exposed(_ pictures: [PixelBuffer]) -> [PixelBuffer] {
        pictures.enumerated().map { index, picture in
            let bytes = picture.bytes.map { index % 2 == 0 ? $0 : level(Double($0) + 40) }
            return PixelBuffer(width: picture.width, height: picture.height, bytes: bytes)
        }
    }

    /// The pictures without detail that a picture smaller by `factor` cannot show.
    static func blurred(_ pictures: [PixelBuffer], factor: Int) -> [PixelBuffer] {
        pictures.map { $0.resized($0.width / factor).resized($0.width) }
    }

    private static func level(_ value: Double) -> UInt8 { UInt8(max(0, min(255, value))) }
}
