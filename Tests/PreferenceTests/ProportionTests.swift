import Preference
import Testing

@Suite("Proportions, against scipy and statsmodels")
struct ProportionTests {
    @Test("intervals and exact p agree to nine digits up to 250,000 trials")
    func anchors() throws {
        let anchors = try fixture("binomial-anchors.json", as: Anchors.self).binomial
        #expect(anchors.map(\.n).max() == 250_000)
        for anchor in anchors {
            let proportion = Proportion(successes: anchor.k, trials: anchor.n)
            let what = "\(anchor.k) of \(anchor.n)"
            let levels = [
                (0.9, anchor.wilson_90, anchor.clopper_pearson_90, anchor.jeffreys_90),
                (0.95, anchor.wilson_95, anchor.clopper_pearson_95, anchor.jeffreys_95),
                (0.99, anchor.wilson_99, anchor.clopper_pearson_99, anchor.jeffreys_99),
            ]
            for (level, wilson, clopperPearson, jeffreys) in levels {
                try expectInterval(proportion.wilson(level: level), wilson, "Wilson \(what)")
                try expectInterval(proportion.clopperPearson(level: level), clopperPearson, "Clopper-Pearson \(what)")
                try expectInterval(proportion.jeffreys(level: level), jeffreys, "Jeffreys \(what)")
            }
            expectClose(try proportion.exactP().get(), anchor.binom_two_sided_p, 1e-9, "p of \(what)")
            if let midP = anchor.midp_two_sided {
                expectClose(try proportion.midP().get(), midP, 1e-9, "mid-p of \(what)")
            }
        }
    }

    @Test("the exact test agrees with whole-number arithmetic at any null rate")
    func exactTest() throws {
        for test in try fixture("distributions.json", as: ExactTests.self).binomial_test {
            let p = try Proportion(successes: test.k, trials: test.n).exactP(against: test.null).get()
            #expect(abs(p - test.p) <= 1e-11 * test.p, "\(test): \(p)")
        }
    }

    @Test("at the most probable counts the exact p is 1 to the last digit", arguments: [1, 2, 21, 22, 23, 101, 99_999])
    func mode(trials: Int) throws {
        for successes in [trials / 2, trials - trials / 2] {
            #expect(try Proportion(successes: successes, trials: trials).exactP().get() == 1)
        }
        #expect(try Proportion(successes: trials, trials: trials).exactP(against: 1).get() == 1)
        #expect(try Proportion(successes: 0, trials: trials).exactP(against: 0).get() == 1)
        #expect(try Proportion(successes: trials / 4, trials: 4 * (trials / 4) + 1).exactP(against: 0.25).get() == 1)
    }

    @Test("Fisher's test agrees with scipy and with whole-number arithmetic")
    func fisher() throws {
        let anchors = try fixture("binomial-anchors.json", as: Anchors.self)
        let paper = FourfoldTable(Proportion(successes: 11, trials: 22), Proportion(successes: 5, trials: 22))
        expectClose(try paper.fisherP.get(), anchors.fisher_11_22_vs_5_22, 1e-9)
        for test in try fixture("distributions.json", as: ExactTests.self).fisher {
            let first = Proportion(successes: test.first[0], trials: test.first[1])
            let second = Proportion(successes: test.second[0], trials: test.second[1])
            expectClose(try FourfoldTable(first, second).fisherP.get(), test.p, 1e-11, "\(test)")
            expectClose(try FourfoldTable(second, first).fisherP.get(), test.p, 1e-11, "\(test), exchanged")
        }
    }

    @Test("Fisher's test of a quarter million votes is quick and symmetric")
    func largeFisher() throws {
        let first = Proportion(successes: 62_700, trials: 125_000)
        let second = Proportion(successes: 62_300, trials: 125_000)
        let p = try FourfoldTable(first, second).fisherP.get()
        // Near the chi-square test with continuity correction: (400 - 1)^2 / 62500.
        let z = 399 / 62_500.0.squareRoot()
        expectClose(p, 2 * NormalDistribution.upperTail(from: z), 2e-3)
    }

    @Test("an interval holds the rate and mirrors that of the failures")
    func mirrored() throws {
        for trials in [1, 2, 7, 22, 301] {
            for successes in 0...trials {
                let proportion = Proportion(successes: successes, trials: trials)
                let rest = Proportion(successes: trials - successes, trials: trials)
                let rate = try proportion.rate.get()
                for (interval, other) in [
                    (try proportion.wilson(level: 0.95).get(), try rest.wilson(level: 0.95).get()),
                    (try proportion.clopperPearson(level: 0.95).get(), try rest.clopperPearson(level: 0.95).get()),
                ] {
                    #expect(interval.low >= 0 && interval.high <= 1)
                    #expect(interval.low <= rate && rate <= interval.high)
                    #expect(abs(interval.low - (1 - other.high)) < 1e-14)
                }
            }
        }
    }

    @Test("Jeffreys' interval mirrors that of the failures and lies inside of 0 ... 1")
    func mirroredJeffreys() throws {
        for trials in [1, 2, 7, 22, 301] {
            for successes in 0...trials {
                let interval = try Proportion(successes: successes, trials: trials).jeffreys(level: 0.95).get()
                let other = try Proportion(successes: trials - successes, trials: trials).jeffreys(level: 0.95).get()
                #expect(0 < interval.low && interval.low < interval.high && interval.high < 1)
                #expect(abs(interval.low - (1 - other.high)) < 1e-12)
            }
        }
    }

    @Test("the mid-p is the mean of the exact tails with and without the count, at any null rate")
    func midP() throws {
        for null in [0.1, 0.5, 0.83] {
            for trials in [1, 5, 22] {
                // Term by term, from the definition.
                let terms = (0...trials).map { count in
                    (0..<count).reduce(1.0) { $0 * Double(trials - $1) / Double($1 + 1) }
                        * (0..<count).reduce(1.0) { product, _ in product * null }
                        * (count..<trials).reduce(1.0) { product, _ in product * (1 - null) }
                }
                for successes in 0...trials {
                    let below = terms[..<successes].reduce(0, +) + terms[successes] / 2
                    let above = terms[(successes + 1)...].reduce(0, +) + terms[successes] / 2
                    let p = try Proportion(successes: successes, trials: trials).midP(against: null).get()
                    expectClose(p, min(1, 2 * min(below, above)), 1e-11, "\(successes) of \(trials) against \(null)")
                }
            }
        }
    }

    @Test("without votes there is no number, but a reason")
    func noVotes() {
        let none = Proportion(successes: 0, trials: 0)
        let some = Proportion(successes: 1, trials: 2)
        #expect(none.rate == .failure(.noVotes) && none.exactP() == .failure(.noVotes))
        #expect(none.midP() == .failure(.noVotes) && none.jeffreys(level: 0.95) == .failure(.noVotes))
        #expect(
            none.wilson(level: 0.95) == .failure(.noVotes) && none.clopperPearson(level: 0.95) == .failure(.noVotes))
        #expect(FourfoldTable(none, some).fisherP == .failure(.noVotes))
        #expect(FourfoldTable(some, none).fisherP == .failure(.noVotes))
    }

    private func expectInterval(_ found: Estimate<Interval>, _ expected: [Double], _ what: String) throws {
        let interval = try found.get()
        #expect(abs(interval.low - expected[0]) < 1e-11, "\(what): \(interval)")
        #expect(abs(interval.high - expected[1]) < 1e-11, "\(what): \(interval)")
    }

    // The names are those of the fixture.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    private struct Anchors: Decodable {
        struct Anchor: Decodable {
            var k: Int
            var n: Int
            var wilson_90: [Double]
            var wilson_95: [Double]
            var wilson_99: [Double]
            var clopper_pearson_90: [Double]
            var clopper_pearson_95: [Double]
            var clopper_pearson_99: [Double]
            var jeffreys_90: [Double]
            var jeffreys_95: [Double]
            var jeffreys_99: [Double]
            var binom_two_sided_p: Double
            var midp_two_sided: Double?
        }

        var binomial: [Anchor]
        var fisher_11_22_vs_5_22: Double
    }

    // The names are those of the fixture.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    private struct ExactTests: Decodable {
        struct Binomial: Decodable {
            var k: Int
            var n: Int
            var null: Double
            var p: Double
        }
        struct Fisher: Decodable {
            var first: [Int]
            var second: [Int]
            var p: Double
        }

        var binomial_test: [Binomial]
        var fisher: [Fisher]
    }
}
