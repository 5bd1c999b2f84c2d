package import Tensors

/// The memory of one network that is trained as a whole: all learned weights in one flat tensor, all their gradients in
/// another of the same layout, so that an optimiser updates a network in one pass; and its running statistics.
///
/// The flat layout is the engine's (weights of rank 4 lie channels-last) and pads every weight to 64 bytes. The padding
/// stays zero.
package final class ParameterStore {
    /// The network's name, with which all names of its parameters begin.
    package let name: String
    /// The learned weights, in order of declaration.
    package let weights: [Parameter]
    /// The running statistics, in order of declaration.
    package let buffers: [Parameter]
    /// All weights, flat.
    package let values: Tensor
    /// All gradients, flat; `backward` adds to them.
    package let gradients: Tensor
    /// The leaves by which `backward(to:)` differentiates.
    package let leaves: [Tensor]

    /// Gives memory to all that `collector` holds, and the first values.
    ///
    /// - Throws: `EngineError`.
    package init(_ collector: ParameterCollector, on device: Device) throws {
        name = collector.name
        weights = collector.weights.map(\.parameter)
        buffers = collector.buffers.map(\.parameter)
        var offsets: [Int] = []
        var length = 0
        for parameter in weights {
            offsets.append(length)
            length += (parameter.count + 15) / 16 * 16
        }
        values = try Tensor.zeros([length], on: device)
        gradients = try Tensor.zeros([length], on: device)
        for ((parameter, initial), offset) in zip(collector.weights, offsets) {
            let leaf = try values.view(at: offset, shape: parameter.shape)
            try leaf.write(initial())
            try leaf.requireGradient()
            try leaf.setGradient(try gradients.view(at: offset, shape: parameter.shape))
            parameter.bind(to: leaf)
        }
        for (buffer, initial) in collector.buffers {
            buffer.bind(to: try Tensor(initial(), shape: buffer.shape, on: device))
        }
        leaves = weights.map(\.tensor)
    }

    /// Weights and running statistics: what a checkpoint keeps.
    package var state: [Parameter] { weights + buffers }

    /// Sets all gradients to zero.
    ///
    /// - Throws: `EngineError`.
    package func zeroGradients() throws {
        try gradients.fill(0)
    }
}
