import Preference
import Testing

@Suite("Rates of images")
struct ImageRateTests {
    private let images = [(9, 1, 2), (1, 0, 0), (0, 0, 3), (2, 8, 0), (0, 0, 0), (9, 1, 0), (5, 5, 4)].map {
        ImageRate.Votes(wins: $0, losses: $1, ties: $2)
    }

    @Test("each image has its counts, interval, exact p, and p adjusted over the images with votes")
    func table() throws {
        let table = ImageRate.table(images: images, level: 0.95)
        #expect(table.map(\.image) == Array(0..<7) && table.map(\.votes) == images)
        #expect(table.map(\.votes.shown) == [12, 1, 3, 10, 0, 10, 14])
        #expect(table[0].wilson == Proportion(successes: 9, trials: 10).wilson(level: 0.95))
        for undecided in [2, 4] {
            #expect(table[undecided].wilson == .failure(.noVotes) && table[undecided].p == .failure(.noVotes))
            #expect(table[undecided].adjustedP == .failure(.noVotes))
        }
        // 2 (1 + 10)/1024, 1, 2 (1 + 10 + 45)/1024; of five tests the two smallest are raised by 5/2, the next by 5/3.
        let expected: [Int: (p: Double, adjusted: Double)] = [
            0: (22.0 / 1024, 55.0 / 1024), 1: (1, 1), 3: (112.0 / 1024, 112.0 / 1024 * 5 / 3),
            5: (22.0 / 1024, 55.0 / 1024), 6: (1, 1),
        ]
        for (image, row) in expected {
            expectClose(try table[image].p.get(), row.p, 1e-12)
            expectClose(try table[image].adjustedP.get(), row.adjusted, 1e-12)
        }
        #expect(ImageRate.table(images: [], level: 0.95).isEmpty)
    }

    @Test("a gallery starts with what is surely good, or surely bad")
    func order() {
        let table = ImageRate.table(images: images, level: 0.95)
        // One win of one has a lower end of .207 only, which is below that of five of ten (.237).
        #expect(table.bestFirst.map(\.image) == [0, 5, 6, 1, 3])
        #expect(table.worstFirst.map(\.image) == [3, 6, 0, 5, 1])
        #expect([ImageRate]().bestFirst.isEmpty)
    }
}
