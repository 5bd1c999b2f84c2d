import Foundation
import TestKit
import Testing

/// A whole study with networks so small that all of it takes seconds: made once, from photographs to a frozen plan; each
/// test that needs one gets a copy.
struct TinyStudy: Sendable {
    /// Epochs of each network, all different so that tables cannot mix them up.
    static let epochs = ["faces32": 4, "faces16": 3, "enlarge32": 2]
    /// Images of a pool.
    static let images = 6
    /// Main trials of a seat: three for each of two conditions.
    static let mainTrials = 6
    /// All trials of a seat, with one repeat.
    static let trials = 7

    /// What `study.yaml` says.
    static let yaml = """
        study: {id: tiny, title: A tiny study}
        dataset: {source: procedural, count: 48, holdout: 16, seed: 1}
        networks:
          faces32:
            {kind: multistage, sizes: [16, 32], latent: 8, width: 4, residual_blocks: 1, batch: 16, epochs: 4, checkpoint_every: 1}
          faces16: {kind: dcgan, size: 16, latent: 8, width: 4, batch: 16, epochs: 3, checkpoint_every: 1}
          enlarge32:
            {kind: srcnn, size: 32, factor: 2, kernels: [5, 1, 3], maps: [8, 4], batch: 16, epochs: 2, checkpoint_every: 1}
        methods:
          A: {label: method A, chain: [faces32]}
          B: {label: method B, chain: [faces16, enlarge32]}
        conditions:
          equal-iterations: {methods: [A, B]}
          equal-time: {methods: [A, B], match_time_of: B}
        pools: {images: \(images), seed: 1}
        survey: {languages: [en, ja, ja-kansai], trials: 3, repeats: 1, min_response_ms: 0}
        """

    /// The study's folder.
    let folder: URL
    /// How adding photographs ended.
    let dataset: Dotchi.Ending
    /// How training ended.
    let training: Dotchi.Ending
    /// How the first refresh of the pools ended.
    let refresh: Dotchi.Ending
    /// How planning ended.
    let plan: Dotchi.Ending

    /// The plan's hash.
    var planHash: String { plan.output.trimmingCharacters(in: .newlines) }

    /// The one that is made.
    static func made() async throws -> TinyStudy { try await making.value }

    private static let making = Task { try await make() }

    private static let place = FileManager.default.temporaryDirectory.appending(
        path: "dotchi-test-\(UUID().uuidString)")

    private static func make() async throws -> TinyStudy {
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: TinyStudy.place) }
        let study = place.appending(path: "study")
        try await Dotchi(folder: place).well("init", "study", "--template", "paper")
        try write(yaml, to: study)
        let dotchi = Dotchi(folder: study)
        func done(_ ending: Dotchi.Ending) throws -> Dotchi.Ending {
            try #require(ending.status == 0, "\(ending.talk)")
            return ending
        }
        return TinyStudy(
            folder: study,
            dataset: try done(await dotchi("dataset", "add", "procedural", "--count", "48", "--holdout", "16")),
            training: try done(await dotchi("train")), refresh: try done(await dotchi("pool", "refresh")),
            plan: try done(await dotchi("survey", "plan", "--seats", "12", "--seed", "5")))
    }

    /// Writes a study.yaml in place of the one that is there.
    static func write(_ yaml: String, to study: URL) throws {
        try Data((yaml + "\n").utf8).write(to: study.appending(path: "study.yaml"))
    }
}

/// Runs `body` with the command in a copy of the trained and planned study.
func withTinyStudy(
    isolation: isolated (any Actor)? = #isolation, _ body: (Dotchi) async throws -> Void
) async throws {
    let made = try await TinyStudy.made()
    try await withTemporaryFolder { folder in
        let copy = folder.appending(path: "study")
        try FileManager.default.copyItem(at: made.folder, to: copy)
        try await body(Dotchi(folder: copy))
    }
}
