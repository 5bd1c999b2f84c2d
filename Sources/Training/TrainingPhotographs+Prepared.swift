package import Datasets

extension TrainingPhotographs {
    /// The prepared photographs at `indices`; all of them where nil. (Super-resolution leaves out the hold-out.)
    package init(_ prepared: PreparedPhotographs, at indices: [Int]? = nil) {
        let indices = indices ?? Array(0..<prepared.count)
        self.init(size: prepared.size, count: indices.count) { batch in
            prepared.batch(batch.map { indices[$0] })
        }
    }
}
