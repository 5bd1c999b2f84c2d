/// Runs `body` with the command in a copy of the tiny study that has one network more, `long`, which takes long enough to
/// be stopped.
func withLongStudy(
    isolation: isolated (any Actor)? = #isolation, epochs: Int = 100, checkpointEvery: Int,
    _ body: (Dotchi) async throws -> Void
) async throws {
    try await withTinyStudy { dotchi in
        let long = """
            networks:
              long:
                {kind: multistage, sizes: [16, 32], latent: 8, width: 4, residual_blocks: 1, batch: 16, \
            epochs: \(epochs), checkpoint_every: \(checkpointEvery)}
            """
        try TinyStudy.write(TinyStudy.yaml.replacing("networks:", with: long), to: dotchi.folder)
        try await body(dotchi)
    }
}
