import Foundation
import Generators
import Networks
import Pictures
import Study
import Tensors

/// What stops a run because training has failed. Whatever was kept before stays: checkpoints, and the resume file.
extension TrainingRun {
    /// Checks the losses of a step.
    ///
    /// - Throws: ``GeneratorError`` where one is no number or has exploded.
    func check(_ losses: [NamedLoss], of stage: any TrainingStage) throws(GeneratorError) {
        guard let broken = losses.first(where: { !($0.value.magnitude <= stage.greatestLoss) }) else { return }
        throw failed(
            "in epoch \(progress.epochs + 1), step \(progress.step + 1), the loss \(broken.name) became "
                + (broken.value.isFinite ? "\(broken.value), above \(stage.greatestLoss)" : "\(broken.value)"),
            "A smaller learning_rate or another seed may help")
    }

    /// Checks the weights, so that no file is written with broken ones.
    ///
    /// - Throws: ``GeneratorError`` where one is not finite; `EngineError`.
    func checkWeights() throws {
        for store in stages.flatMap(\.optimisers).map(\.parameters) {
            guard try store.values.isFinite, try store.buffers.allSatisfy({ try $0.tensor.isFinite }) else {
                throw failed(
                    "in epoch \(progress.epochs + (progress.isBetweenEpochs ? 0 : 1)), weights of \(store.name) became "
                        + "infinite or no numbers",
                    "A smaller learning_rate or another seed may help")
            }
        }
    }

    /// Checks, at the end of an epoch, that a generator still makes different images of different latent vectors.
    ///
    /// They are alike where ``spread(of:)`` is below one level, and it was above eight before or 1000 steps were not enough to
    /// get there: a young generator's images are grey.
    ///
    /// - Parameter samples: the ``ImageNetwork/samplePictures()`` of this epoch; none of a network that takes images.
    /// - Throws: ``GeneratorError`` where it has collapsed.
    func checkSamples(_ samples: [PixelBuffer]) throws(GeneratorError) {
        guard !samples.isEmpty else { return }
        let spread = Self.spread(of: samples.map(\.bytes))
        let steps = (progress.epochs + 1) * stepsPerStage
        if spread < 1, steps >= 1000 || progress.greatestSpread >= 8 {
            throw failed(
                """
                after epoch \(progress.epochs + 1) all samples look alike: their pixels differ by \
                \((spread * 100).rounded() / 100) of 255 levels. The generator has collapsed
                """,
                "Another seed, a smaller learning_rate or a larger batch may help")
        }
        progress.greatestSpread = max(progress.greatestSpread, spread)
    }

    /// How different pictures of one size are: the standard deviation over them of a pixel's sample, in levels of 255, mean
    /// over all pixels and channels.
    private static func spread(of samples: [[UInt8]]) -> Double {
        let count = Double(samples.count)
        var deviations = 0.0
        for index in samples[0].indices {
            var (sum, squares) = (0.0, 0.0)
            for sample in samples {
                let value = Double(sample[index])
                sum += value
                squares += value * value
            }
            deviations += max(0, squares / count - sum / count * (sum / count)).squareRoot()
        }
        return deviations / Double(samples[0].count)
    }

    private func failed(_ what: String, _ remedy: String) -> GeneratorError {
        GeneratorError(
            """
            network \(settings.name): \(what). Training ended, and nothing of it was kept: checkpoints and resume file \
            are those from before. \(remedy): the network starts over under another name, or when \(folder.path) is moved \
            away
            """)
    }
}
