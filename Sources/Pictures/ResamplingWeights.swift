/// What one axis of a resized picture takes from the old one: for each new sample a run of old samples and their weights.
///
/// Follows Pillow (`Resample.c`): Keys' cubic convolution kernel with a = -0.5 (IEEE Trans. ASSP 29, 1981), stretched by
/// the factor of reduction when shrinking, so that every old sample counts; the weights in fixed point of 22 bits.
struct ResamplingWeights {
    /// Bits behind the point: 32 less 8 of a sample and 2 of the kernel's overshoot.
    static let fractionBits: Int32 = 22

    /// Room for weights of each new sample; unused ones are 0.
    let stride: Int
    /// The first old sample of each new one.
    private(set) var first: [Int] = []
    /// How many old samples each new one takes.
    private(set) var count: [Int] = []
    /// The weights of new sample i start at `i * stride`.
    private(set) var weights: [Int32] = []

    /// Weights for `newLength` samples out of `oldLength`, each at least 1.
    init(from oldLength: Int, to newLength: Int) {
        let scale = Double(oldLength) / Double(newLength)
        let stretch = max(scale, 1)
        let support = 2 * stretch
        stride = Int(support.rounded(.up)) * 2 + 1
        weights.reserveCapacity(newLength * stride)
        for sample in 0..<newLength {
            let center = (Double(sample) + 0.5) * scale
            let low = max(Int(center - support + 0.5), 0)
            let high = min(Int(center + support + 0.5), oldLength)
            let run = (low..<high).map { Self.bicubic((Double($0) - center + 0.5) * (1 / stretch)) }
            let sum = run.reduce(0, +)
            first.append(low)
            count.append(run.count)
            weights += run.map { Self.fixed(sum == 0 ? $0 : $0 / sum) }
            weights += repeatElement(0, count: stride - run.count)
        }
    }

    /// Rounds half away from zero.
    private static func fixed(_ weight: Double) -> Int32 {
        let scaled = weight * Double(Int32(1) << fractionBits)
        return Int32(weight < 0 ? scaled - 0.5 : scaled + 0.5)
    }

    private static func bicubic(_ distance: Double) -> Double {
        let a = -0.5
        let x = abs(distance)
        if x < 1 { return ((a + 2) * x - (a + 3)) * x * x + 1 }
        if x < 2 { return (((x - 5) * x + 8) * x - 4) * a }
        return 0
    }
}
