import Randomness
import Testing

@testable import Tensors

@Suite("random tensors")
struct RandomTensorTests {
    @Test("uniform latents take one word for each element, in the order of the indices")
    func uniform() async throws {
        try await TensorThread.run {
            var stream = RandomStream(seed: 1, purpose: .trainingLatents)
            var same = stream
            let latents = try Tensor.uniform([2, 3, 2, 2], from: &stream).floats()
            #expect(latents == (0..<24).map { _ in 2 * same.uniformFloat() - 1 })
            #expect(stream.word() == same.word())
            #expect(latents.allSatisfy { (-1..<1).contains($0) })
        }
    }

    @Test("normal weights take pairs in the order of the indices; an odd number drops the last", arguments: [6, 7])
    func normal(_ count: Int) async throws {
        try await TensorThread.run {
            var stream = RandomStream(seed: 1, purpose: .weights)
            var same = stream
            let weights = try Tensor.normal([count], standardDeviation: 0.02, mean: 1, from: &stream).floats()
            let pairs = (0..<(count + 1) / 2).flatMap { _ in
                let (first, second) = same.normals()
                return [Float(1 + 0.02 * first), Float(1 + 0.02 * second)]
            }
            #expect(weights == Array(pairs.prefix(count)))
            #expect(stream.word() == same.word())
        }
    }

    @Test("normal weights have the mean and the deviation asked for")
    func moments() async throws {
        try await TensorThread.run {
            var stream = RandomStream(seed: 3, purpose: .weights)
            let weights = try Tensor.normal([40_000], standardDeviation: 0.02, from: &stream).floats().map(Double.init)
            let mean = weights.reduce(0, +) / 40_000
            let variance = weights.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39_999
            // Four standard errors.
            #expect(abs(mean) < 4 * 0.02 / 200)
            #expect(abs(variance.squareRoot() - 0.02) < 4 * 0.02 / 283)
        }
    }
}
