extension AnswerHeader {
    /// Whether the header says that no person gave the answers, by its source or by its front.
    package var claimsSimulation: Bool { isSimulated || front == AnswerLimits.simulation }

    /// Why answers are refused that say so and do not come from the simulator.
    package static let simulationRefused =
        "it says that its answers are simulated, which only `dotchi simulate` may say: one such file would mark the whole "
        + "study as simulated"
}
