import Randomness
import Testing

@testable import Tensors

@Suite("minimal filtering")
struct MinimalFilteringTests {
    /// A convolution that is filtered, and the same by the definition.
    struct Form: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Shape of the weight for these inputs and outputs; what the sides are multiplied with.
        let weight: @Sendable (Int, Int) -> [Int]
        let scale: (above: Int, below: Int)
        let filtered: @Sendable (Tensor, Tensor) throws -> Tensor
        let plain: @Sendable (Tensor, Tensor) throws -> Tensor

        static let all = [strided, transposed, upsampled]

        static let strided = Form(
            testDescription: "strided", weight: { [$1, $0, 4, 4] }, scale: (1, 2),
            filtered: { try $0.conv2d(weight: $1, stride: 2, padding: 1) },
            plain: { images, weight in
                try sum(of: images.shape[1]) { channels in
                    try images.slice(channels, along: 1).conv2d(
                        weight: weight.slice(channels, along: 1), stride: 2, padding: 1)
                }
            })
        static let transposed = Form(
            testDescription: "transposed", weight: { [$0, $1, 4, 4] }, scale: (2, 1),
            filtered: { try $0.convTranspose2d(weight: $1, stride: 2, padding: 1) },
            plain: { images, weight in
                try sum(of: images.shape[1]) { channels in
                    try images.slice(channels, along: 1).convTranspose2d(
                        weight: weight.slice(channels, along: 0), stride: 2, padding: 1)
                }
            })
        static let upsampled = Form(
            testDescription: "upsampled", weight: { [$1, $0, 3, 3] }, scale: (2, 1),
            filtered: { try $0.upsampledConv2d(weight: $1) },
            plain: { try $0.upsampledNearest(by: 2).conv2d(weight: $1, padding: 1) })

        /// Eight channels at a time: of so few nothing is filtered.
        private static func sum(of channels: Int, _ body: (Range<Int>) throws -> Tensor) throws -> Tensor {
            let parts = try stride(from: 0, to: channels, by: 8).map { try body($0..<min($0 + 8, channels)) }
            return try parts.dropFirst().reduce(parts[0]) { try $0 + $1 }
        }
    }

    /// Count, inputs, outputs, height, width; the last has more images than are transformed together.
    static let sizes = [
        [1, 16, 16, 4, 4], [3, 17, 24, 4, 8], [2, 33, 18, 12, 8], [2, 64, 128, 8, 4], [11, 64, 32, 32, 32],
    ]

    @Test(
        "values and gradients are those of the definition, borders included, on any number of threads",
        arguments: Form.all, sizes)
    func definition(_ form: Form, _ size: [Int]) async throws {
        try await TensorThread.run {
            let threads = try TensorEngine.threadCount()
            defer { try? TensorEngine.setThreadCount(threads) }
            var stream = RandomStream(seed: 11, purpose: .weights, index: UInt64(size[1]))
            let (height, width) = (size[3] * form.scale.above, size[4] * form.scale.above)
            let leaves = [
                try Tensor.uniform([size[0], size[1], size[3], size[4]], from: &stream),
                try Tensor.uniform(form.weight(size[1], size[2]), from: &stream),
            ]
            let probe = try Tensor.uniform(
                [size[0], size[2], height / form.scale.below, width / form.scale.below], from: &stream)
            let plain = try valueAndGradients(leaves, probe, form.plain)
            for count in 1...3 {
                try TensorEngine.setThreadCount(count)
                let filtered = try valueAndGradients(leaves, probe, form.filtered)
                #expect(filtered.map(\.shape) == plain.map(\.shape))
                for (filtered, plain) in zip(filtered, plain) {
                    // Sums of up to 11 x 64 x 64 products.
                    #expect(differenceOfSums(try filtered.floats(), try plain.floats()) < 1e-5)
                }
            }
        }
    }

    @Test("the result and the images' gradient are channels-last; the weight's gradient is left out where nobody asks")
    func layout() async throws {
        try await TensorThread.run {
            for form in Form.all {
                let images = try Tensor(filled: 1, shape: [2, 16, 8, 8])
                let weight = try Tensor(filled: 1, shape: form.weight(16, 32))
                for leaf in [images, weight] { try leaf.requireGradient() }
                try withGradients {
                    let output = try form.filtered(images, weight)
                    #expect(try output.isChannelsLast)
                    try output.sum().backward(to: [images])
                }
                #expect(try images.gradient()?.isChannelsLast == true)
                #expect(try weight.gradient() == nil)
            }
        }
    }

    private func valueAndGradients(
        _ leaves: [Tensor], _ probe: Tensor, _ layer: (Tensor, Tensor) throws -> Tensor
    ) throws -> [Tensor] {
        try withGradients {
            let leaves = try leaves.map { try $0.detached() }
            for leaf in leaves { try leaf.requireGradient() }
            let output = try layer(leaves[0], leaves[1])
            try (output * probe).sum().backward(to: leaves)
            return try [output.detached()] + leaves.map { try #require(try $0.gradient()) }
        }
    }
}
