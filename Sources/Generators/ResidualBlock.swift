import Networks
import Tensors

/// Two 3x3 convolutions with batch norm beside a skip (He et al. 2015, as in Zhang et al. 2016): the shape stays.
struct ResidualBlock {
    let convolution1: Convolution
    let norm1: BatchNorm
    let convolution2: Convolution
    let norm2: BatchNorm

    init(_ collector: ParameterCollector, channels: Int) {
        func convolution(_ name: String) -> Convolution {
            Convolution(collector.scoped(name), inputs: channels, outputs: channels, kernel: 3, padding: 1)
        }
        convolution1 = convolution("convolution1")
        norm1 = BatchNorm(collector.scoped("norm1"), channels: channels)
        convolution2 = convolution("convolution2")
        norm2 = BatchNorm(collector.scoped("norm2"), channels: channels)
    }

    func callAsFunction(_ input: Tensor, training: Bool) throws -> Tensor {
        let inner = try norm1(convolution1(input), training: training).relu()
        return try (input + norm2(convolution2(inner), training: training)).relu()
    }
}
