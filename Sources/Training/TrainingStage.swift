import Networks

/// What one training step trains: a network, or one stage of several with its opponent.
protocol TrainingStage {
    /// Side in pixels of the photographs it learns from.
    var size: Int { get }
    /// The names of the losses that a step optimises.
    var lossNames: [String] { get }
    /// A loss above this has exploded.
    var greatestLoss: Double { get }
    /// One optimiser for every network that is trained.
    var optimisers: [Adam] { get }

    /// One training step on these photographs; gives the losses that it optimised.
    ///
    /// - Parameters:
    ///   - indices: which of the photographs.
    ///   - number: steps that this stage did before, over all epochs.
    func step(on indices: [Int], number: Int) throws -> [Double]
}
