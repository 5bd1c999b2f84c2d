import ArgumentParser
import Tensors

/// Where to compute, as the command line names it.
enum TrainingDevice: String, ExpressibleByArgument, CaseIterable {
    case cpu
    case cuda

    /// The engine's device of that name; of several CUDA devices the first.
    var device: Device {
        switch self {
        case .cpu: .cpu
        case .cuda: .cuda(0)
        }
    }
}
