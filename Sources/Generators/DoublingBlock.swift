import Networks
import Study
import Tensors

/// A doubling, batch norm and ReLU: count x inputs x H x W to count x outputs x 2H x 2W.
struct DoublingBlock {
    let convolution: Doubling
    let norm: BatchNorm

    init(_ collector: ParameterCollector, inputs: Int, outputs: Int, upsampling: Upsampling) {
        convolution = Doubling(
            collector.scoped("convolution"), inputs: inputs, outputs: outputs, upsampling: upsampling)
        norm = BatchNorm(collector.scoped("norm"), channels: outputs)
    }

    func callAsFunction(_ input: Tensor, training: Bool) throws -> Tensor {
        try norm(convolution(input), training: training).relu()
    }
}
