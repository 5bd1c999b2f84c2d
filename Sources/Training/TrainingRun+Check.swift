package import Foundation
import Generators
package import Study

/// What can be known of a run before anything is trained.
extension TrainingRun {
    /// Checks that a run of `settings` can begin in `folder`, or go on from the resume file there. Changes nothing and
    /// needs no engine, so that all networks can be checked before the first one is trained for hours.
    ///
    /// - Parameters:
    ///   - settings: what is to be trained.
    ///   - photographs: the photographs by their size.
    ///   - manifest: the hash that names the photographs.
    ///   - folder: the run's folder, which need not be there.
    /// - Returns: whole epochs trained so far.
    /// - Throws: ``GeneratorError`` where settings, photographs or the resume file do not fit.
    package nonisolated static func check(
        _ settings: NetworkSettings, photographs: [Int: TrainingPhotographs], manifest: String, folder: URL
    ) throws -> Int {
        try settings.check()
        _ = try chosen(from: photographs, for: settings)
        return try ResumeFile(in: folder, for: settings, manifest: manifest)?.progress.epochs ?? 0
    }

    /// The photographs that each stage learns from, in order of the stages.
    ///
    /// - Throws: ``GeneratorError`` where a size is missing, or there are fewer than a step takes.
    nonisolated static func chosen(
        from photographs: [Int: TrainingPhotographs], for settings: NetworkSettings
    ) throws(GeneratorError) -> [TrainingPhotographs] {
        var chosen: [TrainingPhotographs] = []
        for size in settings.trainingSizes {
            guard let found = photographs[size] else {
                throw GeneratorError(
                    "network \(settings.name) learns from photographs of \(size)x\(size), and there are none of this size"
                )
            }
            guard found.count >= settings.batch else {
                throw GeneratorError(
                    """
                    network \(settings.name) takes \(settings.batch.counted("photograph")) in a step (batch), and \(found.count.word("there is", "there are")) only \
                    \(found.count): add photographs or make the batch smaller
                    """)
            }
            chosen.append(found)
        }
        guard let first = chosen.first else {
            throw GeneratorError(
                "network \(settings.name) is of kind \(settings.architecture.kind.rawValue), which needs no training")
        }
        if let other = chosen.first(where: { $0.count != first.count }) {
            throw GeneratorError(
                """
                network \(settings.name) takes the same photographs in all sizes, and there are \(first.count) of \
                \(first.size)x\(first.size) and \(other.count) of \(other.size)x\(other.size)
                """)
        }
        return chosen
    }
}
