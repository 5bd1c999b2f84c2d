import Preference
import Testing

@Suite("Distributions, against 60 digits")
struct DistributionTests {
    private let reference: Reference

    init() throws {
        reference = try fixture("distributions.json", as: Reference.self)
    }

    @Test("the incomplete beta function holds to twelve digits, and its inverse finds the way back")
    func beta() {
        for value in reference.beta {
            let beta = BetaDistribution(value.a, value.b)
            expectClose(beta.lowerTail(to: value.x), value.tail, 2e-12, "I_\(value.x)(\(value.a), \(value.b))")
            guard value.tail < 0.999 else { continue }
            expectClose(beta.quantile(lowerTail: value.tail), value.x, 1e-11, "quantile of \(value)")
        }
    }

    @Test("beta's tails meet at the ends and add up to 1")
    func betaEnds() {
        for (a, b) in [(0.5, 0.5), (3, 700), (125_500, 124_501)] as [(Double, Double)] {
            let (beta, mirrored) = (BetaDistribution(a, b), BetaDistribution(b, a))
            #expect(beta.lowerTail(to: 0) == 0 && beta.lowerTail(to: 1) == 1)
            for x in [0.001, 0.25, 0.5, 0.502, 0.75] {
                expectClose(beta.lowerTail(to: x) + mirrored.lowerTail(to: 1 - x), 1, 1e-14)
            }
        }
    }

    @Test("Student's tails and quantiles hold to eleven digits")
    func student() {
        for value in reference.student {
            let student = StudentDistribution(degreesOfFreedom: value.df)
            expectClose(student.upperTail(from: value.t), value.tail, 1e-11, "tail of \(value)")
            expectClose(student.upperTail(from: -value.t), 1 - value.tail, 1e-14)
        }
        for value in reference.student_quantile {
            let student = StudentDistribution(degreesOfFreedom: value.df)
            expectClose(student.quantile(upperTail: value.q), value.t, 1e-11, "quantile of \(value)")
            expectClose(student.quantile(upperTail: 1 - value.q), -value.t, value.q < 1e-6 ? 1e-7 : 1e-11)
        }
        #expect(StudentDistribution(degreesOfFreedom: 3).quantile(upperTail: 0.5) == 0)
        #expect(StudentDistribution(degreesOfFreedom: 3).upperTail(from: .greatestFiniteMagnitude) == 0)
    }

    @Test("the normal distribution's tails and quantiles hold to thirteen digits")
    func normal() {
        for value in reference.normal {
            expectClose(NormalDistribution.upperTail(from: value.x), value.tail, 1e-13, "tail of \(value.x)")
        }
        for value in reference.normal_quantile {
            let found = NormalDistribution.quantile(upperTail: value.q)
            #expect(abs(found - value.x) <= 1e-13 * max(1, abs(value.x)), "quantile of \(value.q): \(found)")
        }
    }

    @Test("binomial and hypergeometric probabilities add up to 1")
    func sums() {
        let binomial = BinomialDistribution(trials: 50, probability: 0.3)
        expectClose((0...50).reduce(0) { $0 + binomial.probability(of: $1) }, 1, 1e-13)
        for count in 1...50 {
            expectClose(binomial.lowerTail(to: count - 1) + binomial.upperTail(from: count), 1, 1e-13)
        }
        let draws = HypergeometricDistribution(marked: 12, unmarked: 30, drawn: 25)
        #expect(draws.support == 0...12)
        expectClose(draws.support.reduce(0) { $0 + draws.probability(of: $1) }, 1, 1e-13)
        expectClose(draws.lowerTail(to: 7) + draws.upperTail(from: 8), 1, 1e-13)
    }

    // The names are those of the fixture.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    private struct Reference: Decodable {
        struct Beta: Decodable {
            var a: Double
            var b: Double
            var x: Double
            var tail: Double
        }
        struct Student: Decodable {
            var df: Double
            var t: Double
            var tail: Double
        }
        struct StudentQuantile: Decodable {
            var df: Double
            var q: Double
            var t: Double
        }
        struct Normal: Decodable {
            var x: Double
            var tail: Double
        }
        struct NormalQuantile: Decodable {
            var q: Double
            var x: Double
        }

        var beta: [Beta]
        var student: [Student]
        var student_quantile: [StudentQuantile]
        var normal: [Normal]
        var normal_quantile: [NormalQuantile]
    }
}
