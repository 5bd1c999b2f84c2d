package import Study

extension NetworkSettings {
    /// Checks that the settings describe a network that can be built, and trained where it needs to be.
    ///
    /// - Throws: ``TrainingError`` that names the setting, its value and what it may be.
    package func check() throws(TrainingError) {
        if architecture.isTrained {
            try require(batch >= 2, "batch", batch, "at least 2: batch norm needs two images")
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
            try require(
                (0...64).contains(settings.residualBlocks), "residual_blocks", settings.residualBlocks, "0 to 64")
        case .srcnn(let settings):
            try require(enlarged: settings.size, factor: settings.factor)
            try require(
                settings.kernels.count == 3 && settings.kernels.allSatisfy { $0 % 2 == 1 && (1...31).contains($0) },
                "kernels", settings.kernels, "three odd numbers from 1 to 31")
            try require(
                settings.maps.count == 2 && settings.maps.allSatisfy(Self.hiddenMaps.contains), "maps", settings.maps,
                "two numbers from 3 (red, green and blue pass through them) to \(Self.hiddenMaps.upperBound)")
        case .bicubic(let settings):
            try require(enlarged: settings.size, factor: settings.factor)
        }
    }

    private func require(size: Int, _ key: String) throws(TrainingError) {
        try require(Self.generatedSizes.contains(size), key, size, "8, 16, 32, 64, 128 or 256")
    }

    private func require(enlarged size: Int, factor: Int) throws(TrainingError) {
        try require(
            Self.enlargedSizes.contains(size), "size", size,
            "\(Self.enlargedSizes.lowerBound) to \(Self.enlargedSizes.upperBound)")
        try require(
            factor >= 2 && size % factor == 0, "factor", factor, "at least 2, and divide the size \(size)")
    }

    private func require(latent: Int, width: Int) throws(TrainingError) {
        try require((1...65536).contains(latent), "latent", latent, "1 to 65536")
        try require((1...1024).contains(width), "width", width, "1 to 1024")
    }

    private func require(
        _ holds: Bool, _ key: String, _ value: some Sendable, _ expected: String
    ) throws(TrainingError) {
        guard !holds else { return }
        throw TrainingError("network \(name): \(key) is \(value); it must be \(expected)")
    }
}
