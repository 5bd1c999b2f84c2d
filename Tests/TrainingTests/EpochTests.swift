import Testing

@testable import Generators
@testable import Training

@Suite("Epochs and latent vectors")
struct EpochTests {
    private func epoch(_ number: Int, stage: Int = 0, seed: UInt64 = 1) -> TrainingEpoch {
        TrainingEpoch(number: number, stage: stage, count: 23, batch: 5, seed: seed)
    }

    @Test("an epoch shows every photograph at most once and leaves out those that fill no batch")
    func order() {
        let batches = Array(epoch(1))
        #expect(batches.count == 4 && epoch(1).steps == 4)
        #expect(batches.allSatisfy { $0.count == 5 })
        #expect(Set(batches.joined()).count == 20)
        #expect(batches.joined().allSatisfy { (0..<23).contains($0) })
        #expect(epoch(1)[2] == batches[2])
    }

    @Test("the order follows seed, epoch and stage")
    func seeds() {
        let first = Array(epoch(1))
        #expect(first == Array(epoch(1)))
        #expect(first != Array(epoch(2)))
        #expect(first != Array(epoch(1, stage: 1)))
        #expect(first != Array(epoch(1, seed: 2)))
        let seen = Set((1...20).flatMap { Array(epoch($0)).joined() })
        #expect(seen == Set(0..<23))
    }

    @Test("latent vectors are uniform in [-1, 1) and their own in every step, stage and pool")
    func latents() {
        let vectors = Latents.training(seed: 1, stage: 0, step: 0, count: 100, length: 100)
        #expect(vectors.count == 10_000)
        #expect(vectors.allSatisfy { (-1..<1).contains($0) })
        let mean = vectors.reduce(0, +) / 10_000
        let variance = vectors.reduce(0) { $0 + $1 * $1 } / 10_000
        #expect(abs(mean) < 0.02 && abs(variance - 1.0 / 3) < 0.01)
        #expect(vectors != Latents.training(seed: 1, stage: 0, step: 1, count: 100, length: 100))
        #expect(vectors != Latents.training(seed: 1, stage: 1, step: 0, count: 100, length: 100))
        let pool = Latents.pool(seed: 1, indices: 0..<10, length: 7)
        #expect(Array(pool[21..<28]) == Latents.pool(seed: 1, indices: 3..<4, length: 7))
        #expect(pool != Latents.samples(seed: 1, indices: 0..<10, length: 7))
    }
}
