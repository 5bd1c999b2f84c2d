import Networks
import TensorTestKit
import Tensors

/// The layers under test: how each is put together and which parameters it declares, named as in the fixture.
enum Layer: String, CaseIterable {
    case convolution, even, upsampling, transposed, projection, norm, relu, leaky, tanh

    /// The layer with the parameters' shapes of the fixture, its forward pass and its parameters by name.
    func build(_ fixture: Fixture) throws -> (store: ParameterStore, forward: (Tensor) throws -> Tensor) {
        let collector = ParameterCollector("layer", seed: 1, network: 0)
        let shape = fixture.has("\(rawValue).weight") ? try fixture.shape("\(rawValue).weight") : []
        let forward: (Tensor) throws -> Tensor
        switch self {
        case .convolution, .even:
            let layer = Convolution(
                collector, inputs: shape[1], outputs: shape[0], kernel: shape[2], stride: 2, padding: 1,
                bias: self == .convolution)
            forward = { try layer($0) }
        case .upsampling:
            let layer = UpsamplingConvolution(collector, inputs: shape[1], outputs: shape[0])
            forward = { try layer($0) }
        case .transposed:
            let layer = TransposedConvolution(collector, inputs: shape[0], outputs: shape[1])
            forward = { try layer($0) }
        case .projection:
            let layer = Projection(collector, inputs: shape[0], outputs: shape[1])
            forward = { try layer($0) }
        case .norm:
            let layer = BatchNorm(collector, channels: shape[0])
            forward = { try layer($0, training: true) }
        case .relu: forward = { try $0.relu() }
        case .leaky: forward = { try $0.leakyReLU(slope: 0.2) }
        case .tanh: forward = { try $0.tanh() }
        }
        let store = try ParameterStore(collector, on: .cpu)
        for parameter in store.weights {
            try parameter.tensor.write(fixture.floats(parameter.name.replacing("layer", with: rawValue)))
        }
        return (store, forward)
    }
}
