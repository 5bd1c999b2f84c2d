import Foundation
import Networks
import Study
import Tensors

/// `resume.safetensors`: everything to go on exactly. Weights, running statistics and optimisers of all networks are its
/// tensors; where the run stands, and what was trained on what, its metadata.
extension TrainingRun {
    private static let format = "dotchi resume 1"

    /// The file in the run's folder.
    private var resumeFile: URL { folder.appending(path: "resume.safetensors") }

    private var optimisers: [Adam] { stages.flatMap(\.optimisers) }

    /// Writes the file, whole or not at all.
    ///
    /// - Throws: ``TrainingError`` where the weights are no numbers any more; what writing throws.
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
                "format": Self.format, "network": try Self.json(settings), "photographs": manifest,
                "progress": try Self.json(progress), "engine": try TensorEngine.describe(),
            ])
        try file.write(to: resumeFile)
    }

    /// Puts the run where the resume file says; without one it stays at its beginning.
    func resume() throws {
        defer { countLostWork() }
        guard FileManager.default.fileExists(atPath: resumeFile.path) else { return }
        let file: SafetensorsFile
        do {
            file = try SafetensorsFile(reading: resumeFile)
        } catch {
            throw damaged(error.fault)
        }
        guard file.metadata["format"] == Self.format else {
            throw damaged("its metadata do not say format \"\(Self.format)\"")
        }
        if let change = settings.change(since: try decoded(NetworkSettings.self, "network", in: file)) {
            throw changed(change.key, from: change.old, to: change.new)
        }
        if let trained = file.metadata["photographs"], trained != manifest {
            throw changed("the photographs", from: trained, to: manifest)
        }
        let progress = try decoded(TrainingProgress.self, "progress", in: file)
        guard progress.lossSums.count == self.progress.lossSums.count, stages.indices.contains(progress.stage),
            (0..<stepsPerStage).contains(progress.step), progress.epochs >= 0
        else { throw damaged("it stands where this network never does") }
        do {
            for optimiser in optimisers { try load(optimiser, from: file.tensors) }
        } catch let error as ParameterError {
            throw damaged("\(error)")
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
        guard let step = try stored("step", [1]).integers?.first,
            let firstMoments = try stored("first_moments", shape).floats,
            let secondMoments = try stored("second_moments", shape).floats
        else { throw damaged("the state of the optimiser of \(store.name) has other types") }
        try optimiser.resume(step: Int(step), firstMoments: firstMoments, secondMoments: secondMoments)
    }

    private func changed(_ what: String, from old: String, to new: String) -> TrainingError {
        TrainingError(
            """
            \(folder.path) was trained with another setting: \(what) was \(old) and now is \(new). Set it back to go \
            on, or give the network another name (or move the folder away) to begin anew
            """)
    }

    private func decoded<Value: Decodable>(
        _ type: Value.Type, _ key: String, in file: SafetensorsFile
    ) throws -> Value {
        guard let value = try? JSONDecoder().decode(type, from: Data((file.metadata[key] ?? "").utf8)) else {
            throw damaged("its metadata lack a readable \(key)")
        }
        return value
    }

    private func damaged(_ why: String) -> TrainingError {
        TrainingError(
            """
            \(resumeFile.path) cannot be resumed: \(why). Move it away to begin anew; checkpoints beside it stay as \
            they are
            """)
    }
}
