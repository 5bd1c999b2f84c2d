import Randomness

/// One pass over the photographs: a lazy, seeded sequence of shuffled batches. The same seed and number give the same
/// batches, so a resumed epoch goes on by dropping the steps it has done.
///
/// The last batch, if short, is left out: batch norm's statistics want full ones. Every epoch leaves out others.
package struct TrainingEpoch: Sequence, Sendable {
    /// Indices of the photographs in the order of this epoch.
    private let order: [Int]
    private let batch: Int

    /// Epoch `number` (1 for the first) over `count` photographs.
    ///
    /// - Parameters:
    ///   - stage: which stage's pass it is, from 0: every stage sees the photographs in an order of its own.
    ///   - batch: photographs in a step, 1 ... `count`.
    package init(number: Int, stage: Int, count: Int, batch: Int, seed: UInt64) {
        precondition((1...count).contains(batch), "a batch of 1 to all photographs")
        let index = UInt64(stage) << 40 | UInt64(number)
        var stream = RandomStream(seed: seed, purpose: .order, index: index)
        order = stream.permutation(count)
        self.batch = batch
    }

    /// Steps in the epoch.
    package var steps: Int { order.count / batch }

    /// Indices of the photographs of step `step`, from 0.
    package subscript(step: Int) -> [Int] {
        Array(order[step * batch..<(step + 1) * batch])
    }

    /// The batches in order.
    package func makeIterator() -> some IteratorProtocol<[Int]> {
        (0..<steps).lazy.map { self[$0] }.makeIterator()
    }
}
