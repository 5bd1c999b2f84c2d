package import Pictures

/// A figure that shows images step by step: a row for every step, and the same image in a column. All are drawn in the
/// size of the largest; smaller ones are enlarged to the nearest pixel, so that their own pixels are seen.
package struct StepFigure: Sendable, Hashable {
    /// What the rows show, from the top: `DCGAN (64x64)`.
    package let rows: [String]
    /// The figure.
    package let picture: PixelBuffer

    /// The figure of the first `columns` images of these steps, at least one.
    package init(_ steps: [ChainStep], columns: Int) {
        let side = steps.map(\.size).max() ?? 1
        rows = steps.map { "\($0.name) (\($0.size)x\($0.size))" }
        picture = PixelBuffer.grid(
            steps.flatMap { $0.pictures.prefix(columns).map { $0.enlargedToNearest(side) } },
            columns: min(columns, steps[0].pictures.count))
    }
}
