import Networks
import TensorTestKit
import Tensors
import Testing

@Suite("Layers")
struct LayerTests {
    @Test("a layer's output and gradients are PyTorch's", arguments: Layer.allCases)
    func agreesWithPyTorch(layer: Layer) async throws {
        try await TensorThread.run {
            let fixture = try Fixture("layers")
            let name = layer.rawValue
            let (store, forward) = try layer.build(fixture)
            let input = try fixture.tensor("\(name).input")
            try input.requireGradient()
            let output = try withGradients {
                let output = try forward(input)
                let probed = try (output * fixture.tensor("\(name).probe")).sum()
                try probed.backward(to: store.leaves + [input])
                return output
            }
            #expect(try relativeError(output.floats(), fixture.floats("\(name).output")) < 1e-5)
            #expect(try output.shape == fixture.shape("\(name).output"))
            let inputGradient = try #require(try input.gradient())
            #expect(try relativeError(inputGradient.floats(), fixture.floats("\(name).gradient.input")) < 1e-5)
            for parameter in store.weights {
                let gradient = try #require(try parameter.tensor.gradient())
                let expected = try fixture.floats(parameter.name.replacing("layer", with: "\(name).gradient"))
                #expect(try relativeError(gradient.floats(), expected) < 1e-5, "\(parameter.name)")
            }
        }
    }

    @Test("a layer's gradients are the slopes of its output", arguments: Layer.allCases)
    func agreesWithDifferences(layer: Layer) async throws {
        try await TensorThread.run {
            let fixture = try Fixture("layers")
            let name = layer.rawValue
            let (store, forward) = try layer.build(fixture)
            let input = try fixture.tensor("\(name).input")
            let probe = try fixture.tensor("\(name).probe")
            let weights = try probe.floats()
            try expectSlopes(by: store.leaves + [input]) {
                try (forward(input) * probe).sum()
            } value: {
                try zip(forward(input).floats(), weights).reduce(0) { $0 + Double($1.0) * Double($1.1) }
            }
        }
    }

    @Test("batch norm moves its running statistics in training and uses them afterwards")
    func runningStatistics() async throws {
        try await TensorThread.run {
            let fixture = try Fixture("layers")
            let collector = ParameterCollector("layer", seed: 1, network: 0)
            let norm = BatchNorm(collector, channels: 3)
            let store = try ParameterStore(collector, on: .cpu)
            #expect(store.buffers.map(\.name) == ["layer.running_mean", "layer.running_var"])
            try norm.weight.tensor.write(fixture.floats("norm.weight"))
            try norm.bias.tensor.write(fixture.floats("norm.bias"))
            try norm.runningMean.tensor.write(fixture.floats("norm.before.mean"))
            try norm.runningVariance.tensor.write(fixture.floats("norm.before.var"))
            let input = try fixture.tensor("norm.input")

            let evaluated = try norm(input, training: false)
            #expect(try relativeError(evaluated.floats(), fixture.floats("norm.evaluated")) < 1e-5)
            #expect(try norm.runningMean.tensor.floats() == fixture.floats("norm.before.mean"))
            _ = try norm(input, training: true)
            #expect(try relativeError(norm.runningMean.tensor.floats(), fixture.floats("norm.after.mean")) < 1e-5)
            #expect(try relativeError(norm.runningVariance.tensor.floats(), fixture.floats("norm.after.var")) < 1e-5)
        }
    }
}
