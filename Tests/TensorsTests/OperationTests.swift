import Testing

@testable import Tensors

@Suite("operations against PyTorch and finite differences")
struct OperationTests {
    @Test("every operation of the fixture is tested, and no other")
    func complete() throws {
        let recorded = Set(
            try Fixture.operations.get().tensors.keys.compactMap { name in
                name.hasSuffix("/output") ? String(name.dropLast("/output".count)) : nil
            })
        #expect(recorded == Set(Operation.all.map(\.name)))
    }

    @Test("values and gradients are PyTorch's", arguments: Operation.all)
    func values(_ operation: Operation) async throws {
        try await TensorThread.run {
            let inputs = try Fixture.tensors(operation.name, "input")
            let probe = try Fixture.tensor("\(operation.name)/probe")
            try withGradients {
                for input in inputs { try input.requireGradient() }
                let output = try operation.apply(inputs)
                #expect(output.shape == probe.shape)
                let expected = try Fixture.tensor("\(operation.name)/output").floats()
                #expect(difference(try output.floats(), expected) < 2e-6)
                try (output * probe).sum().backward(to: inputs)
            }
            for (input, expected) in zip(inputs, try Fixture.tensors(operation.name, "gradient")) {
                let gradient = try #require(try input.gradient())
                #expect(gradient.shape == input.shape)
                #expect(difference(try gradient.floats(), try expected.floats()) < 5e-6)
            }
        }
    }

    @Test("gradients are the slopes of central finite differences", arguments: Operation.all)
    func slopes(_ operation: Operation) async throws {
        try await TensorThread.run {
            let inputs = try Fixture.tensors(operation.name, "input")
            let probe = try Fixture.tensor("\(operation.name)/probe")
            try withGradients {
                for input in inputs { try input.requireGradient() }
                try (operation.apply(inputs) * probe).sum().backward(to: inputs)
            }
            let weights = try probe.floats().map(Double.init)
            // The sum in double precision: single would drown the difference.
            func objective() throws -> Double {
                zip(try operation.apply(inputs).floats(), weights).reduce(0) { $0 + Double($1.0) * $1.1 }
            }
            let step: Float = 1 / 128
            for input in inputs {
                let gradient = try #require(try input.gradient()).floats()
                let values = try input.floats()
                for index in values.indices {
                    var moved = values
                    moved[index] = values[index] + step
                    try input.write(moved)
                    let above = try objective()
                    moved[index] = values[index] - step
                    try input.write(moved)
                    let slope = (above - (try objective())) / Double(2 * step)
                    let tolerance = 2e-3 * max(1, abs(slope))
                    #expect(abs(Double(gradient[index]) - slope) < tolerance, "element \(index) of \(input.shape)")
                }
                try input.write(values)
            }
        }
    }

    @Test("training moves the running statistics as PyTorch does")
    func runningStatistics() async throws {
        try await TensorThread.run {
            let mean = try Tensor.zeros([3])
            let variance = try Tensor(filled: 1, shape: [3])
            for batch in try Fixture.tensors("running statistics", "batch") {
                _ = try batch.batchNorm(runningMean: mean, runningVariance: variance, training: true)
            }
            #expect(difference(try mean.floats(), try Fixture.tensor("running statistics/mean").floats()) < 1e-6)
            let expected = try Fixture.tensor("running statistics/variance").floats()
            #expect(difference(try variance.floats(), expected) < 1e-6)
        }
    }

    @Test("four steps of Adam on a view of a flat tensor are PyTorch's, and leave the rest alone")
    func adam() async throws {
        try await TensorThread.run {
            let start = try Fixture.tensor("adam/parameters").floats()
            let flat = try Tensor([9] + start + [9], shape: [start.count + 2])
            let parameters = try flat.view(at: 1, shape: [start.count])
            let (first, second) = (try Tensor.zeros([start.count]), try Tensor.zeros([start.count]))
            let gradients = try Fixture.tensors("adam", "gradients")
            #expect(gradients.count == 4)
            for (index, gradient) in gradients.enumerated() {
                try parameters.adamStep(
                    gradients: gradient, firstMoments: first, secondMoments: second, step: index + 1,
                    learningRate: 0.02, beta1: 0.5)
                let expected = try Fixture.tensor("adam/parameters\(index)").floats()
                #expect(difference(try parameters.floats(), expected) < 1e-6)
            }
            #expect(try flat.floats().first == 9)
            #expect(try flat.floats().last == 9)
        }
    }
}
