import Pictures
import Randomness

extension PixelBuffer {
    /// A copy in which nobody can see anything: its blocks, sixteen to a side, lie in random order, and every sample is the
    /// mean of what it was and of noise. Its size stays.
    ///
    /// - Parameter hash: SHA-256 of the picture's file in hexadecimal, which decides the order and the noise.
    func ruined(seed hash: String) -> PixelBuffer {
        var random = RandomStream(seed: UInt64(hash.prefix(16), radix: 16) ?? 0, purpose: .plan, index: 1 << 41)
        let side = max(1, min(width, height) / 16)
        let (columns, rows) = (width / side, height / side)
        var bytes = bytes
        for (place, block) in random.permutation(columns * rows).enumerated() {
            for line in 0..<side {
                let source = ((block / columns * side + line) * width + block % columns * side) * 3
                let target = ((place / columns * side + line) * width + place % columns * side) * 3
                for sample in 0..<side * 3 { bytes[target + sample] = self.bytes[source + sample] }
            }
        }
        for sample in bytes.indices {
            bytes[sample] = UInt8((Int(bytes[sample]) + Int(random.word() >> 24)) / 2)
        }
        return PixelBuffer(width: width, height: height, bytes: bytes)
    }
}
