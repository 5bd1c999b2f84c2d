import Datasets
import Foundation
import GeneratorTestKit
import Pictures
import Study
import TestKit
import Testing

@testable import Generators
@testable import Training

@Suite("Photographs to learn from")
struct PhotographTests {
    @Test("prepared photographs are learned from, the hold-out left out where it is to be")
    func prepared() throws {
        try withTemporaryFolder { cache in
            let builder = try DatasetBuilder(
                settings: DatasetSettings(source: DatasetSettings.procedural, count: 12, holdout: 4), base: cache)
            let dataset = try builder.build(preparing: [8], cache: cache)
            let prepared = try PreparedPhotographs(dataset: dataset, size: 8, cache: cache)
            let all = TrainingPhotographs(prepared)
            #expect(all.size == 8 && all.count == 12)
            #expect(try all.batch([3, 11]) == prepared.batch([3, 11]))
            let kept = TrainingPhotographs(prepared, at: dataset.trainingIndices)
            #expect(kept.count == 8)
            #expect(
                try kept.batch([7, 0]) == prepared.batch([dataset.trainingIndices[7], dataset.trainingIndices[0]]))
        }
    }

    @Test("pairs are a photograph and its copy scaled down and enlarged again, the same the second time")
    func pairs() throws {
        let pictures = (0..<3).map { Examples.edge(size: 16, seed: 1, index: $0) }
        let pairs = PhotographPairs(Examples.photographs(size: 16, pictures: pictures), factor: 4)
        for _ in 0..<2 {
            let batch = try pairs.batch([2, 0])
            #expect(batch.whole == pictures[2].bytes + pictures[0].bytes)
            #expect(batch.enlarged == [2, 0].flatMap { pictures[$0].resized(4).resized(16).bytes })
        }
    }
}
