import Foundation
import Networks
import TensorTestKit
import Tensors
import Testing

@Suite("Parameters and Adam")
struct ParameterTests {
    private func collector(seed: UInt64 = 1, network: Int = 0) -> ParameterCollector {
        ParameterCollector("network", seed: seed, network: network)
    }

    @Test("a parameter's name is the path that leads to it")
    func names() async throws {
        try await TensorThread.run {
            let collector = collector()
            _ = Convolution(
                collector.scoped("block1").scoped("convolution"), inputs: 2, outputs: 3, kernel: 3, bias: true)
            _ = BatchNorm(collector.scoped("block1").scoped("norm"), channels: 3)
            let store = try ParameterStore(collector, on: .cpu)
            #expect(
                store.state.map(\.name) == [
                    "network.block1.convolution.weight", "network.block1.convolution.bias",
                    "network.block1.norm.weight", "network.block1.norm.bias", "network.block1.norm.running_mean",
                    "network.block1.norm.running_var",
                ])
        }
    }

    @Test("the same seed gives the same first weights, another seed or network others, of the spread asked for")
    func initialWeights() async throws {
        try await TensorThread.run {
            func weights(seed: UInt64, network: Int) throws -> [Float] {
                let collector = collector(seed: seed, network: network)
                let layer = Convolution(collector, inputs: 64, outputs: 64, kernel: 4)
                let store = try ParameterStore(collector, on: .cpu)
                #expect(store.leaves.count == 1)
                return try layer.weight.tensor.floats()
            }
            let first = try weights(seed: 1, network: 0)
            #expect(try first == weights(seed: 1, network: 0))
            #expect(try first != weights(seed: 2, network: 0))
            #expect(try first != weights(seed: 1, network: 1))
            let mean = first.reduce(0, +) / Float(first.count)
            let deviation = (first.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(first.count)).squareRoot()
            #expect(abs(mean) < 3e-4)
            #expect(abs(deviation - 0.02) < 2e-4)
        }
    }

    @Test("gradients of all layers arrive in the flat buffer, and its padding stays zero")
    func flatBuffers() async throws {
        try await TensorThread.run {
            let collector = collector()
            let layer = Convolution(collector, inputs: 3, outputs: 5, kernel: 3, padding: 1, bias: true)
            let store = try ParameterStore(collector, on: .cpu)
            // 135 weights and 5 biases, each padded to a multiple of 16.
            #expect(store.values.shape == [144 + 16])
            try withGradients {
                try layer(Tensor(filled: 1, shape: [2, 3, 4, 4])).sum().backward(to: store.leaves)
            }
            let flat = try store.gradients.floats()
            #expect(Array(flat[144...]) == [32, 32, 32, 32, 32] + Array(repeating: 0, count: 11))
            #expect(flat[..<135].allSatisfy { $0 != 0 } && flat[135..<144].allSatisfy { $0 == 0 })
            let adam = try Adam(store, learningRate: 0.1)
            try adam.update()
            #expect(try store.values.floats()[135..<144].allSatisfy { $0 == 0 })
            try store.zeroGradients()
            #expect(try store.gradients.floats().allSatisfy { $0 == 0 })
            #expect(try layer.bias?.tensor.gradient()?.floats() == [0, 0, 0, 0, 0])
        }
    }

    @Test("five steps of Adam are PyTorch's, whatever the size of the gradients")
    func adam() async throws {
        try await TensorThread.run {
            let fixture = try Fixture("layers")
            let collector = collector()
            let weight = collector.weight("weight", [6], .constant(0))
            let store = try ParameterStore(collector, on: .cpu)
            try weight.tensor.write(fixture.floats("adam.before"))
            let adam = try Adam(store, learningRate: 0.0002, beta1: 0.5)
            let gradients = try fixture.floats("adam.gradients")
            let after = try fixture.floats("adam.after")
            for step in 0..<5 {
                try weight.tensor.gradient()?.write(Array(gradients[step * 6..<step * 6 + 6]))
                try adam.update()
                let found = try weight.tensor.floats()
                // Float keeps the moved weights to 1e-7; a step moves them by up to 2e-4.
                #expect(zip(found, after[step * 6..<step * 6 + 6]).allSatisfy { abs($0 - $1) < 5e-7 }, "step \(step)")
            }
            #expect(adam.step == 5)
        }
    }

    @Test("a tensor that a file lacks or shapes otherwise is named")
    func fileErrors() async throws {
        try await TensorThread.run {
            let collector = collector()
            _ = Convolution(collector, inputs: 2, outputs: 3, kernel: 3)
            let store = try ParameterStore(collector, on: .cpu)
            var tensors = try store.state.stored()
            tensors["network.weight"] = StoredTensor(floats: [1], shape: [1], as: .float32)
            #expect(throws: ParameterError.shape("network.weight", found: [1], expected: [3, 2, 3, 3])) {
                try store.state.load(from: tensors)
            }
            #expect(throws: ParameterError.missing("network.weight")) { try store.state.load(from: [:]) }
        }
    }

    @Test("weights come back from a file as they went in")
    func fileRoundTrip() async throws {
        try await TensorThread.run {
            func network(seed: UInt64) throws -> ParameterStore {
                let collector = collector(seed: seed)
                _ = Convolution(collector.scoped("a"), inputs: 2, outputs: 3, kernel: 4)
                _ = BatchNorm(collector.scoped("b"), channels: 3)
                return try ParameterStore(collector, on: .cpu)
            }
            let (one, other) = (try network(seed: 1), try network(seed: 2))
            #expect(try one.values.floats() != other.values.floats())
            try other.state.load(from: one.state.stored())
            #expect(try one.values.floats() == other.values.floats())
        }
    }
}
