package import Reports

extension QualityMeasure {
    /// What is measured.
    package enum Measure: Sendable, Hashable {
        /// The sliced Wasserstein distance, times 1000, of a level of the pyramid.
        case wasserstein(side: Int)
        /// Its mean over the levels.
        case wassersteinMean
        /// The mean MS-SSIM of so many pairs.
        case pairSimilarity(pairs: Int)
        /// PSNR in decibels.
        case signalToNoise
        /// SSIM.
        case similarity

        /// Its name with its unit.
        package func name(_ words: ReportTexts) -> String {
            switch self {
            case .wasserstein(let side): words.training(.wasserstein, ["side": "\(side)"])
            case .wassersteinMean: words.training(.wassersteinMean)
            case .pairSimilarity(let pairs): words.training(.pairSimilarity, ["pairs": "\(pairs)"])
            case .signalToNoise, .similarity: identifier
            }
        }

        /// Its name for programs and messages, which English has too.
        package var identifier: String {
            switch self {
            case .wasserstein(let side): "sliced Wasserstein distance x 1000 at \(side)x\(side)"
            case .wassersteinMean: "sliced Wasserstein distance x 1000, mean"
            case .pairSimilarity(let pairs): "MS-SSIM of \(pairs) pairs, mean"
            case .signalToNoise: "PSNR [dB]"
            case .similarity: "SSIM"
            }
        }
    }

    /// What stands beside a network's images; by its raw value in data for programs and in messages.
    package enum Reference: String, Sendable, Hashable, Encodable {
        /// As many other photographs.
        case photographs
        /// Bicubic enlargement of the same photographs.
        case bicubic

        /// Its name.
        package func name(_ words: ReportTexts) -> String {
            words.training(self == .photographs ? .besidePhotographs : .besideBicubic)
        }
    }
}

extension QualityMeasure.Measure: Encodable {
    /// Writes its name for programs.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(identifier)
    }
}
