import Foundation
import Generators
import Networks
import Study
import Tensors

/// How a run writes its resume file and goes on from it.
extension TrainingRun {
    private var optimisers: [Adam] { stages.flatMap(\.optimisers) }

    /// Writes the file, whole or not at all.
    ///
    /// - Throws: ``GeneratorError`` where the weights are no numbers any more; what writing throws.
    func writeResumeFile() throws {
        try checkWeights()
        var tensors: [String: StoredTensor] = [:]
        for optimiser in optimisers {
            let store = optimiser.parameters
            tensors.merge(try store.state.stored()) { first, _ in first }
            tensors["\(store.name).adam.first_moments"] = try optimiser.firstMoments.stored(as: .float32)
            tensors["\(store.name).adam.second_moments"] = try optimiser.secondMoments.stored(as: .float32)
            tensors["\(store.name).adam.step"] = StoredTensor(integers: [Int64(optimiser.step)], shape: [1])
        }
        let file = SafetensorsFile(
            tensors: tensors,
            metadata: [
                "format": ResumeFile.format, "network": try Checkpoint.json(settings), "photographs": manifest,
                "progress": try Checkpoint.json(progress), "engine": try TensorEngine.describe(),
            ], isSealed: true)
        try file.write(to: ResumeFile.place(in: folder))
    }

    /// Puts the run where the resume file says; without one it stays at its beginning.
    func resume() throws {
        defer { countLostWork() }
        guard let file = try ResumeFile(in: folder, for: settings, manifest: manifest) else { return }
        hasUncheckedStart = !file.isSealed
        let progress = file.progress
        guard progress.lossSums.count == self.progress.lossSums.count,
            progress.stageSeconds.map({ $0.count == stages.count }) != false, stages.indices.contains(progress.stage),
            (0..<stepsPerStage).contains(progress.step), progress.epochs >= 0
        else { throw ResumeFile.damaged(folder, "it stands where this network never does") }
        do {
            for optimiser in optimisers { try load(optimiser, from: file.tensors) }
        } catch let error as ParameterError {
            throw ResumeFile.damaged(folder, "\(error)")
        }
        self.progress = progress
    }

    private func load(_ optimiser: Adam, from tensors: [String: StoredTensor]) throws {
        let store = optimiser.parameters
        try store.state.load(from: tensors)
        func stored(_ name: String, _ shape: [Int]) throws -> StoredTensor {
            let name = "\(store.name).adam.\(name)"
            guard let tensor = tensors[name] else { throw ParameterError.missing(name) }
            guard tensor.shape == shape else {
                throw ParameterError.shape(name, found: tensor.shape, expected: shape)
            }
            return tensor
        }
        let shape = store.values.shape
        guard let step = try stored("step", [1]).integers?.first, step >= 0,
            let firstMoments = try stored("first_moments", shape).floats,
            let secondMoments = try stored("second_moments", shape).floats
        else {
            throw ResumeFile.damaged(
                folder, "the state of the optimiser of \(store.name) is none that can be gone on with")
        }
        try optimiser.resume(step: Int(step), firstMoments: firstMoments, secondMoments: secondMoments)
    }
}
