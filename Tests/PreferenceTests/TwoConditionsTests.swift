import Preference
import Testing

@Suite("Two conditions, against statsmodels")
struct TwoConditionsTests {
    // The names are those of the fixture.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    private struct Anchors: Decodable {
        struct McNemar: Decodable {
            var table: [[Int]]
            var exact_p: Double
        }

        var newcombe_diff_11_22_minus_5_22: [Double]
        var mcnemar: [McNemar]
    }

    @Test("Newcombe's interval agrees, and changes its sign with the order")
    func newcombe() throws {
        let expected = try fixture("binomial-anchors.json", as: Anchors.self).newcombe_diff_11_22_minus_5_22
        let (one, other) = (Proportion(successes: 11, trials: 22), Proportion(successes: 5, trials: 22))
        let interval = try FourfoldTable(one, other).newcombe(level: 0.95).get()
        expectClose(interval.low, expected[0], 1e-9)
        expectClose(interval.high, expected[1], 1e-9)
        let exchanged = try FourfoldTable(other, one).newcombe(level: 0.95).get()
        #expect(exchanged.low == -interval.high && exchanged.high == -interval.low)
        let none = Proportion(successes: 0, trials: 0)
        #expect(FourfoldTable(none, other).newcombe(level: 0.95) == .failure(.noVotes))
        #expect(FourfoldTable(one, none).newcombe(level: 0.95) == .failure(.noVotes))
    }

    @Test("Newcombe's interval stays within -1 ... 1 at the farthest rates", arguments: [1, 5, 1000])
    func farthest(trials: Int) throws {
        let all = Proportion(successes: trials, trials: trials)
        let none = Proportion(successes: 0, trials: trials)
        let interval = try FourfoldTable(all, none).newcombe(level: 0.99).get()
        #expect(interval.high == 1 && interval.low < 1 && interval.low >= -1)
    }

    @Test("McNemar's exact test agrees, and looks only at those who changed")
    func mcNemar() throws {
        let anchors = try fixture("binomial-anchors.json", as: Anchors.self).mcnemar
        #expect(!anchors.isEmpty)
        for anchor in anchors {
            let pairs = MatchedPairs(onlyFirst: anchor.table[0][1], onlySecond: anchor.table[1][0])
            expectClose(pairs.mcNemarP, anchor.exact_p, 1e-9, "\(anchor)")
        }
        #expect(MatchedPairs(onlyFirst: 0, onlySecond: 0).mcNemarP == 1)
    }
}
