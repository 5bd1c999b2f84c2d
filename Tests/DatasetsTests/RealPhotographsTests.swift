import Datasets
import Foundation
import Pictures
import Study
import TestKit
import Testing

@Suite("Real photographs", .enabled(if: Project.photographs != nil, "make test PHOTOGRAPHS=FILE runs these"))
struct RealPhotographsTests {
    @Test("photographs are chosen, held out by people, and prepared in one pass")
    func photographs() throws {
        let file = try #require(Project.photographs)
        try withTemporaryFolder { cache in
            let settings = DatasetSettings(
                source: file.path(percentEncoded: false), count: 512, crop: 64, holdout: 40, seed: 1)
            let builder = try DatasetBuilder(settings: settings, base: cache)
            let dataset = try builder.build(preparing: [64, 32], cache: cache)
            #expect(dataset.photographs.count == 512)
            #expect(Set(dataset.names).count == 512)
            #expect(dataset == (try builder.build()))
            #expect((1...40).contains(dataset.holdoutIndices.count))
            let large = try PreparedPhotographs(dataset: dataset, size: 64, cache: cache)
            let small = try PreparedPhotographs(dataset: dataset, size: 32, cache: cache)
            for index in stride(from: 0, to: 512, by: 37) {
                #expect(Set(large[index].bytes).count > 20)
                #expect(large[index].resized(32) == small[index])
            }
        }
    }
}
