import Foundation
import Generators
import Study
import Tensors

/// `resume.safetensors`: everything to go on exactly. Weights, running statistics and optimisers of all networks are its
/// tensors; where the run stands, and what was trained on what, its metadata.
struct ResumeFile {
    /// What the metadata calls a resume file; the number changes when names or meanings do.
    static let format = "dotchi resume 1"

    /// Weights, running statistics and the state of the optimisers.
    let tensors: [String: StoredTensor]
    /// Where the run stands.
    let progress: TrainingProgress
    /// Whether the file carried a checksum, which older ones do not.
    let isSealed: Bool

    /// Where the file of a run in `folder` lies.
    static func place(in folder: URL) -> URL { folder.appending(path: "resume.safetensors") }

    /// The file of the run in `folder`; nil where it has none yet. Needs no engine.
    ///
    /// - Throws: ``GeneratorError`` where it is damaged, no resume file, or of a run with other settings or photographs.
    init?(in folder: URL, for settings: NetworkSettings, manifest: String) throws {
        let place = Self.place(in: folder)
        guard FileManager.default.fileExists(atPath: place.path) else { return nil }
        let file: SafetensorsFile
        do {
            file = try SafetensorsFile(reading: place)
        } catch {
            throw Self.damaged(folder, error.fault)
        }
        guard file.metadata["format"] == Self.format else {
            throw Self.damaged(folder, "its metadata do not say format \"\(Self.format)\"")
        }
        func decoded<Value: Decodable>(_ type: Value.Type, _ key: String) throws -> Value {
            guard let value = try? JSONDecoder().decode(type, from: Data((file.metadata[key] ?? "").utf8)) else {
                throw Self.damaged(folder, "its metadata lack a readable \(key)")
            }
            return value
        }
        var changes = settings.changes(since: try decoded(NetworkSettings.self, "network")).map {
            "\($0.key) was \($0.old) and now is \($0.new)"
        }
        if let trained = file.metadata["photographs"], trained != manifest {
            changes.append("the photographs were \(trained) and now are \(manifest)")
        }
        guard changes.isEmpty else {
            throw GeneratorError(
                """
                \(folder.path) was trained with other settings: \(changes.joined(separator: "; ")). Set this back to go \
                on, or give the network another name (or move the folder away) to start over
                """)
        }
        progress = try decoded(TrainingProgress.self, "progress")
        tensors = file.tensors
        isSealed = file.isSealed
    }

    /// The error of a file in `folder` with which a run cannot go on.
    static func damaged(_ folder: URL, _ why: String) -> GeneratorError {
        GeneratorError(
            """
            \(place(in: folder).path) cannot be resumed: \(why). Move it away to start over; checkpoints beside it stay \
            as they are
            """)
    }
}
