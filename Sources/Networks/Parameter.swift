package import Tensors

/// A tensor of a network that a checkpoint keeps: a learned weight, or a running statistic.
///
/// It is declared while the network is put together (``ParameterCollector``), and gets its memory when the network is
/// complete (``ParameterStore``).
package final class Parameter {
    /// Its name in checkpoints, in PyTorch's dotted form: `generator.block1.convolution.weight`.
    package let name: String
    /// Its shape, in the order of PyTorch: a convolution's weight is outputs, inputs, height, width.
    package let shape: [Int]
    private var memory: Tensor?

    init(name: String, shape: [Int]) {
        self.name = name
        self.shape = shape
    }

    /// How many numbers it holds.
    package var count: Int { shape.reduce(1, *) }

    /// Its values; for a learned weight a leaf of the gradient. The network must be complete.
    package var tensor: Tensor {
        guard let memory else {
            preconditionFailure("\(name) is used before a ParameterStore gave it memory")
        }
        return memory
    }

    func bind(to tensor: Tensor) {
        precondition(memory == nil, "\(name) belongs to one store")
        memory = tensor
    }
}
