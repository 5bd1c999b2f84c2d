import Randomness
import Testing

@testable import Tensors

@Suite("folded up-sampling convolution")
struct UpsampledConvolutionTests {
    /// Count, inputs, outputs, height, width.
    static let sizes = [
        [1, 1, 1, 1, 1], [2, 3, 2, 1, 2], [1, 2, 3, 2, 2], [3, 1, 4, 3, 5], [2, 5, 1, 4, 4], [1, 3, 3, 7, 3],
        [2, 8, 6, 8, 8], [1, 16, 8, 16, 9],
    ]

    @Test("values and gradients are those of up-sampling and then convolving, borders included", arguments: sizes)
    func unfolded(_ size: [Int]) async throws {
        try await TensorThread.run {
            let (count, inputs, outputs, height, width) = (size[0], size[1], size[2], size[3], size[4])
            var stream = RandomStream(seed: 7, purpose: .weights, index: UInt64(height * width))
            let leaves = [
                try Tensor.uniform([count, inputs, height, width], from: &stream),
                try Tensor.uniform([outputs, inputs, 3, 3], from: &stream),
                try Tensor.uniform([outputs], from: &stream),
            ]
            let probe = try Tensor.uniform([count, outputs, 2 * height, 2 * width], from: &stream)
            let folded = try valueAndGradients(leaves, probe) {
                try $0[0].upsampledConv2d(weight: $0[1], bias: $0[2])
            }
            let plain = try valueAndGradients(leaves, probe) {
                try $0[0].upsampledNearest(by: 2).conv2d(weight: $0[1], bias: $0[2], padding: 1)
            }
            #expect(folded.map(\.shape) == plain.map(\.shape))
            for (folded, plain) in zip(folded, plain) {
                // Sums of up to 9 x 16 x 9 x 8 products in another order.
                #expect(differenceOfSums(try folded.floats(), try plain.floats()) < 2e-6)
            }
        }
    }

    @Test("the result is channels-last")
    func layout() async throws {
        try await TensorThread.run {
            let image = try Tensor(filled: 1, shape: [2, 3, 4, 5])
            let output = try image.upsampledConv2d(weight: Tensor(filled: 1, shape: [4, 3, 3, 3]))
            #expect(try output.isChannelsLast)
        }
    }

    @Test(
        "a weight that is not 3x3 is refused with its shape",
        arguments: [[4, 3, 5, 5], [4, 3, 3], [4, 2, 3, 3]])
    func wrongWeight(_ shape: [Int]) async throws {
        try await TensorThread.run {
            let image = try Tensor.zeros([2, 3, 4, 5])
            let weight = try Tensor.zeros(shape)
            let error = #expect(throws: EngineError.self) { _ = try image.upsampledConv2d(weight: weight) }
            #expect(error?.description.contains("upsample_conv2d of [2, 3, 4, 5], \(shape)") == true)
        }
    }

    private func valueAndGradients(
        _ leaves: [Tensor], _ probe: Tensor, _ layer: ([Tensor]) throws -> Tensor
    ) throws -> [Tensor] {
        try withGradients {
            let leaves = try leaves.map { try $0.detached() }
            for leaf in leaves { try leaf.requireGradient() }
            let output = try layer(leaves)
            try (output * probe).sum().backward(to: leaves)
            return try [output.detached()] + leaves.map { try #require(try $0.gradient()) }
        }
    }
}
