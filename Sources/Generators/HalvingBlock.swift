import Networks
import Tensors

/// A 4x4 convolution of stride 2 and batch norm: count x inputs x H x W to count x outputs x H/2 x W/2. The owner puts
/// its activation after it.
struct HalvingBlock {
    let convolution: Convolution
    let norm: BatchNorm

    init(_ collector: ParameterCollector, inputs: Int, outputs: Int) {
        convolution = Convolution(
            collector.scoped("convolution"), inputs: inputs, outputs: outputs, kernel: 4, stride: 2, padding: 1)
        norm = BatchNorm(collector.scoped("norm"), channels: outputs)
    }

    func callAsFunction(_ input: Tensor, training: Bool) throws -> Tensor {
        try norm(convolution(input), training: training)
    }
}
