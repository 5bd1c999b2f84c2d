import Testing

@testable import Tensors

@Suite("gradients")
struct GradientTests {
    private struct Stop: Error {}

    @Test("nothing is recorded outside of a gradient scope")
    func off() async throws {
        try await TensorThread.run {
            let leaf = try Tensor(filled: 2, shape: [3])
            try leaf.requireGradient()
            let loss = try leaf.squared().sum()
            #expect(throws: EngineError.self) { try loss.backward(to: [leaf]) }
            #expect(try leaf.gradient() == nil)
        }
    }

    @Test("a scope within a scope turns recording off, and its end turns it on again, also after an error")
    func nested() async throws {
        try await TensorThread.run {
            let leaf = try Tensor(filled: 2, shape: [3])
            try leaf.requireGradient()
            try withGradients {
                let unrecorded = try withoutGradients { try leaf.squared().sum() }
                #expect(throws: EngineError.self) { try unrecorded.backward(to: [leaf]) }
                #expect(throws: Stop.self) { try withoutGradients { throw Stop() } }
                try leaf.squared().sum().backward(to: [leaf])
            }
            #expect(try leaf.gradient()?.floats() == [4, 4, 4])
            #expect(throws: Stop.self) { try withGradients { throw Stop() } }
            let after = try leaf.squared().sum()
            #expect(throws: EngineError.self) { try after.backward(to: [leaf]) }
        }
    }

    @Test("backward reaches the named parameters alone")
    func restricted() async throws {
        try await TensorThread.run {
            let generator = try Tensor(filled: 3, shape: [2])
            let discriminator = try Tensor(filled: 5, shape: [2])
            try generator.requireGradient()
            try discriminator.requireGradient()
            try withGradients { try (generator * discriminator).sum().backward(to: [generator]) }
            #expect(try generator.gradient()?.floats() == [5, 5])
            #expect(try discriminator.gradient() == nil)
        }
    }

    @Test("a parameter that the loss does not depend on is left alone")
    func unused() async throws {
        try await TensorThread.run {
            let (used, unused) = (try Tensor(filled: 3, shape: [2]), try Tensor(filled: 5, shape: [2]))
            try used.requireGradient()
            try unused.requireGradient()
            try withGradients { try used.sum().backward(to: [used, unused]) }
            #expect(try used.gradient()?.floats() == [1, 1])
            #expect(try unused.gradient() == nil)
        }
    }

    @Test("gradients add up until they are set again")
    func sum() async throws {
        try await TensorThread.run {
            let leaf = try Tensor(filled: 2, shape: [2])
            try leaf.requireGradient()
            for _ in 0..<2 { try withGradients { try leaf.squared().sum().backward(to: [leaf]) } }
            #expect(try leaf.gradient()?.floats() == [8, 8])
            try leaf.setGradient(nil)
            #expect(try leaf.gradient() == nil)
        }
    }

    @Test("no gradient passes a detached tensor")
    func detached() async throws {
        try await TensorThread.run {
            let leaf = try Tensor(filled: 2, shape: [2])
            try leaf.requireGradient()
            try withGradients {
                try (leaf.squared().detached() * leaf).sum().backward(to: [leaf])
            }
            #expect(try leaf.gradient()?.floats() == [4, 4])
        }
    }

    @Test("weights and their gradients live in two flat tensors, also channels-last ones")
    func flat() async throws {
        try await TensorThread.run {
            let flat = try Tensor((0..<30).map { Float($0) / 10 }, shape: [30])
            let gradients = try Tensor.zeros([30])
            let shapes = [[2, 3, 2, 2], [6]]
            let offsets = [0, 24]
            let views = try zip(offsets, shapes).map { offset, shape in
                let view = try flat.view(at: offset, shape: shape)
                try view.requireGradient()
                try view.setGradient(gradients.view(at: offset, shape: shape))
                return view
            }
            #expect(try views[0].isChannelsLast)
            for _ in 0..<2 {
                try withGradients {
                    try (views[0].squared().sum() + views[1].sum() * 3).backward(to: views)
                }
            }
            let expected = (0..<30).map { $0 < 24 ? 4 * Float($0) / 10 : 6 }
            #expect(difference(try gradients.floats(), expected) < 1e-6)
            try flat.add(gradients, times: -0.25)
            #expect(difference(try views[0].floats(), [Float](repeating: 0, count: 24)) < 1e-6)
        }
    }

    @Test("what an operation made cannot be told to take gradients")
    func noLeaf() async throws {
        try await TensorThread.run {
            let leaf = try Tensor(filled: 2, shape: [2])
            try leaf.requireGradient()
            try withGradients {
                let made = try leaf * 2
                #expect(throws: EngineError.self) { try made.requireGradient(false) }
            }
        }
    }

    @Test("a loss that is not a single number is refused with its shape")
    func manyNumbers() async throws {
        try await TensorThread.run {
            let leaf = try Tensor(filled: 2, shape: [2, 3])
            try leaf.requireGradient()
            try withGradients {
                let error = #expect(throws: EngineError.self) { try (leaf * 2).backward(to: [leaf]) }
                #expect(error?.description.contains("backward of [2, 3]") == true)
            }
        }
    }
}
