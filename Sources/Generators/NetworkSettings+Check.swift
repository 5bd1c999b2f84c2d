package import Study

extension NetworkSettings {
    /// Checks that the settings describe a network that can be built, and trained where it needs to be.
    ///
    /// Limits are those of study.yaml, but that a factor may be any that divides the size.
    ///
    /// - Throws: ``GeneratorError`` that names the setting, its value and what it may be.
    package func check() throws(GeneratorError) {
        if architecture.isTrained {
            try require(batch >= Limits.batch.lowerBound, "batch", batch, "at least 2: batch norm needs two images")
            try require(learningRate > 0 && learningRate.isFinite, "learning_rate", learningRate, "above 0")
            try require(checkpointEvery >= 1, "checkpoint_every", checkpointEvery, "at least 1")
        }
        switch architecture {
        case .dcgan(let settings):
            try require(size: settings.size, "size")
            try require(latent: settings.latent, width: settings.width)
        case .multistage(let settings):
            let sizes = settings.sizes
            try require(sizes.count >= 1, "sizes", sizes, "at least one size")
            for size in sizes { try require(size: size, "sizes") }
            try require(
                zip(sizes, sizes.dropFirst()).allSatisfy { $1 == 2 * $0 }, "sizes", sizes,
                "sizes that each are twice the one before")
            try require(latent: settings.latent, width: settings.width)
            try require(settings.residualBlocks, in: Limits.residualBlocks, "residual_blocks")
        case .srcnn(let settings):
            try require(enlarged: settings.size, factor: settings.factor)
            try require(
                settings.kernels.count == 3
                    && settings.kernels.allSatisfy { $0 % 2 == 1 && Limits.kernels.contains($0) },
                "kernels", settings.kernels, "three odd numbers from \(Limits.kernels.words)")
            try require(
                settings.maps.count == 2 && settings.maps.allSatisfy(Limits.maps.contains), "maps", settings.maps,
                "two numbers from 3 (red, green and blue pass through them) to \(Limits.maps.upperBound)")
        case .bicubic(let settings):
            try require(enlarged: settings.size, factor: settings.factor)
        }
    }

    private func require(size: Int, _ key: String) throws(GeneratorError) {
        let sizes = Limits.generatedSizes
        let list = sizes.dropLast().map(String.init).joined(separator: ", ") + " or \(sizes[sizes.count - 1])"
        try require(sizes.contains(size), key, size, list)
    }

    private func require(enlarged size: Int, factor: Int) throws(GeneratorError) {
        try require(size, in: Limits.enlargedSizes, "size")
        try require(
            factor >= 2 && size % factor == 0, "factor", factor, "at least 2, and divide the size \(size)")
    }

    private func require(latent: Int, width: Int) throws(GeneratorError) {
        try require(latent, in: Limits.latent, "latent")
        try require(width, in: Limits.width, "width")
    }

    private func require(_ value: Int, in range: ClosedRange<Int>, _ key: String) throws(GeneratorError) {
        try require(range.contains(value), key, value, range.words)
    }

    private func require(
        _ holds: Bool, _ key: String, _ value: some Sendable, _ expected: String
    ) throws(GeneratorError) {
        guard !holds else { return }
        throw GeneratorError("network \(name): \(key) is \(value); it must be \(expected)")
    }
}

extension ClosedRange<Int> {
    /// `1 to 10`
    fileprivate var words: String { "\(lowerBound) to \(upperBound)" }
}
