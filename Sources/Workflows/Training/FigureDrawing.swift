import Generators
import Pictures
import Study
import StudyStore
import Tensors

/// Draws the paper's figures of methods, from the checkpoints of a study.
package struct FigureDrawing: Sendable {
    /// Whose checkpoints and photographs.
    let study: OpenStudy
    /// Where to compute.
    let device: Device

    /// The figures of every job, in order.
    ///
    /// - Parameter seed: of the latent vectors.
    /// - Throws: ``Failure`` where a checkpoint is not as it was recorded; `EngineError`, `GeneratorError`.
    func figures(of jobs: [FigureJob], seed: UInt64) async throws -> [Figure] {
        let bar = study.reporter.progress("figures")
        var figures: [Figure] = []
        for (done, job) in jobs.enumerated() {
            bar.show(done: done, total: jobs.count, ["method \(job.method.name)"])
            figures += try await self.figures(of: job, seed: seed)
        }
        bar.clear()
        return figures
    }

    private func figures(of job: FigureJob, seed: UInt64) async throws -> [Figure] {
        let made = try await TensorThread.run {
            let checkpoints = try job.trained.map { try study.checkpoint($0.checkpoint) }
            return try MethodFigures(ImageChain(checkpoints, untrained: job.untrained, on: device), seed: seed)
        }
        let (name, source) = (job.method.name, "\(job.caption), seed \(seed)")
        let samples = Figure(
            name: "samples-\(name).png", caption: "\(source): \(MethodFigures.images) images", picture: made.samples)
        let steps = made.steps.map { steps in
            Figure(
                name: "stages-\(name).png",
                caption: "\(source): the first \(MethodFigures.columns) images of \(samples.name); \(rows(steps))",
                picture: steps.picture)
        }
        let ways = (0..<MethodFigures.ways).map { "\(2 * $0 + 1) to \(2 * $0 + 2)" }
        let interpolation = Figure(
            name: "interpolation-\(name).png",
            caption: """
                \(source): rows from image \(ways.list) of \(samples.name), in \(MethodFigures.frames) equal steps of the \
                latent vector
                """,
            picture: made.interpolation)
        return [samples, steps, interpolation].compactMap(\.self)
    }

    /// Held-out photographs as each super-resolution network of the jobs enlarges them, once a network.
    ///
    /// - Throws: ``Failure`` where there are no such networks or photographs, or a checkpoint is not as it was recorded;
    ///   `EngineError`.
    func photographs(_ photographs: StudyPhotographs, of jobs: [FigureJob]) async throws -> [Figure] {
        var figures: [Figure] = []
        for (network, record) in jobs.flatMap(\.trained) where network.architecture.kind == .srcnn {
            let name = "photographs-\(network.name).png"
            guard !figures.contains(where: { $0.name == name }) else { continue }
            let heldOut = Array(
                try photographs.heldOut(network.architecture.outputSize).prefix(MethodFigures.columns))
            guard !heldOut.isEmpty else {
                throw Failure(
                    .badData,
                    "no photographs are held out: set dataset: {holdout: 256} in study.yaml, and add the photographs "
                        + "again.")
            }
            let checkpoint = try study.checkpoint(record)
            let figure = try await TensorThread.run {
                StepFigure(
                    try checkpoint.load(on: device).steps(repairing: heldOut), columns: MethodFigures.columns)
            }
            let isSeen = try study.wasTrainedOnOthers(checkpoint)
            let shown = "\(heldOut.count.counted("held-out photograph"))\(isSeen ? Self.maybeSeen : "")"
            figures.append(
                Figure(
                    name: name,
                    caption: """
                        \(FigureJob.words(network, record)): \(shown); \(rows(figure))
                        """,
                    picture: figure.picture))
        }
        guard !figures.isEmpty else {
            throw Failure(
                .usage,
                "--photographs shows what networks of kind srcnn make of photographs, and the methods "
                    + "\(jobs.map(\.method.name).list) have none; leave it out.")
        }
        return figures
    }

    /// What a caption says of photographs that are held out here, but were not where the network was trained.
    private static let maybeSeen = " (the network was trained on another choice of photographs, in which they may be)"

    private func rows(_ figure: StepFigure) -> String { "rows: \(figure.rows.list)" }
}
