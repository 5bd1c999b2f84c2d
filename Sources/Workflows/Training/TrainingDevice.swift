package import Tensors

/// Where to compute, as a person names it.
package enum TrainingDevice: String, Sendable, CaseIterable {
    /// The processor.
    case cpu
    /// A graphics card.
    case cuda

    /// The engine's device of that name; of several CUDA devices the first.
    ///
    /// - Throws: `EngineError`, also where there is no such device.
    package func found() async throws -> Device {
        switch self {
        case .cpu: return .cpu
        case .cuda:
            try await TensorThread.run { try TensorEngine.requireCUDA() }
            return .cuda(0)
        }
    }
}
