import ArgumentParser
import Tensors

/// Where to compute, as the command line names it.
enum TrainingDevice: String, ExpressibleByArgument, CaseIterable {
    case cpu
    case cuda

    /// The engine's device of that name; of several CUDA devices the first.
    ///
    /// - Throws: `EngineError`, also where there is no such device.
    func found() async throws -> Device {
        switch self {
        case .cpu: return .cpu
        case .cuda:
            try await TensorThread.run { try TensorEngine.requireCUDA() }
            return .cuda(0)
        }
    }
}
