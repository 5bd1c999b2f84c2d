import Testing

@testable import Tensors

/// A differentiable operation of the engine, under its name in the fixture, which holds its inputs.
struct Operation: Sendable, CustomTestStringConvertible {
    let name: String
    let apply: @Sendable ([Tensor]) throws -> Tensor

    var testDescription: String { name }

    init(_ name: String, _ apply: @escaping @Sendable ([Tensor]) throws -> Tensor) {
        self.name = name
        self.apply = apply
    }

    /// Every differentiable operation.
    static let all = arithmetic + functions + shapes + layers + losses

    private static let arithmetic = [
        Operation("add") { try $0[0] + $0[1] },
        Operation("subtract") { try $0[0] - $0[1] },
        Operation("multiply") { try $0[0] * $0[1] },
        Operation("divide") { try $0[0] / $0[1] },
        Operation("scale") { try $0[0] * 1.75 },
        Operation("add scalar") { try $0[0] + -0.5 },
        Operation("matmul") { try $0[0].matmul($0[1]) },
        Operation("matmul of images") { try $0[0].matmul($0[1]) },
    ]

    private static let functions = [
        Operation("relu") { try $0[0].relu() },
        Operation("leaky relu") { try $0[0].leakyReLU(slope: 0.2) },
        Operation("tanh") { try $0[0].tanh() },
        Operation("sigmoid") { try $0[0].sigmoid() },
        Operation("square") { try $0[0].squared() },
        Operation("abs") { try $0[0].absolute() },
        Operation("sqrt") { try $0[0].squareRoot() },
        Operation("exp") { try $0[0].exp() },
        Operation("log") { try $0[0].log() },
        Operation("clamp") { try $0[0].clamped(to: -0.4...0.6) },
    ]

    private static let shapes = [
        Operation("reshape") { try $0[0].reshaped([2, 3, 2, 2]) },
        Operation("reshape of images") { try $0[0].reshaped([2, 12]) },
        Operation("transpose") { try $0[0].transposed(1, 2) },
        Operation("slice") { try $0[0].slice(1..<3, along: 1) },
        Operation("concatenate") { try Tensor.concatenate($0, along: 1) },
        Operation("sum") { try $0[0].sum() },
        Operation("mean") { try $0[0].mean() },
        Operation("sum along") { try $0[0].sum(along: [0, 2]) },
        Operation("mean along") { try $0[0].mean(along: [2, 3], keepingDimensions: true) },
    ]

    private static let layers = [
        Operation("conv2d") { try $0[0].conv2d(weight: $0[1], bias: $0[2], padding: 1) },
        Operation("conv2d stride 2") { try $0[0].conv2d(weight: $0[1], stride: 2, padding: 1) },
        Operation("conv transpose2d") { try $0[0].convTranspose2d(weight: $0[1], bias: $0[2], stride: 2, padding: 1) },
        Operation("conv transpose2d of latents") { try $0[0].convTranspose2d(weight: $0[1]) },
        Operation("upsample nearest") { try $0[0].upsampledNearest(by: 3) },
        Operation("upsample conv2d") { try $0[0].upsampledConv2d(weight: $0[1], bias: $0[2]) },
        Operation("upsample conv2d without bias") { try $0[0].upsampledConv2d(weight: $0[1]) },
        Operation("batch norm in training") { try batchNorm($0, mean: 0, variance: 1, training: true) },
        Operation("batch norm of vectors") { try batchNorm($0, mean: 0, variance: 1, training: true) },
        Operation("batch norm with running statistics") {
            try batchNorm($0, mean: 0.25, variance: 1.5, training: false)
        },
    ]

    private static let losses = [
        Operation("binary cross entropy of real") { try $0[0].binaryCrossEntropyWithLogits(target: 1) },
        Operation("binary cross entropy smoothed") { try $0[0].binaryCrossEntropyWithLogits(target: 0.9) },
        Operation("mean squared error") { try $0[0].meanSquaredError(to: $0[1]) },
    ]

    private static func batchNorm(
        _ inputs: [Tensor], mean: Float, variance: Float, training: Bool
    ) throws -> Tensor {
        try inputs[0].batchNorm(
            weight: inputs[1], bias: inputs[2], runningMean: Tensor(filled: mean, shape: [3]),
            runningVariance: Tensor(filled: variance, shape: [3]), training: training)
    }
}
