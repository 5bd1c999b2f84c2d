import Randomness
import Testing

@testable import Preference

@Suite("Many items")
struct ManyItemsTests {
    /// Votes of some people on pairs of some items, by chance.
    private func votes(items: Int, people: Int, each: Int) -> [Comparison] {
        var stream = RandomStream(seed: 5, purpose: .participants)
        func number(below bound: Int) -> Int { Int(stream.next() % UInt64(bound)) }
        return (0..<people).flatMap { person in
            (0..<each).map { _ in
                let left = number(below: items)
                let right = (left + 1 + number(below: items - 1)) % items
                return Comparison(
                    left: left, right: right, outcome: number(below: 2) == 0 ? .left : .right, person: person)
            }
        }
    }

    @Test("degrees of freedom are the same by products of people as by products of axes")
    func degreesOfFreedom() throws {
        let counts = PersonPairCounts(items: 40, comparisons: votes(items: 40, people: 12, each: 120))
        let fit = try BradleyTerry.fit(counts.pairCounts).get()
        let likelihood = BradleyTerryLikelihood(counts.pairCounts, withOrderEffect: false)
        let axes = ParameterAxes(fit, factor: try #require(likelihood.factor(at: fit.parameters)))
        let influences = try #require(
            PersonInfluence.of(counts.people[...], counts, axes, withDirections: true))
        #expect(SatterthwaiteSum.keepsVectors(people: 12, axes: 40))
        for (a, b) in [(0, 1), (3, 17), (38, 39)] {
            let contrast = LogOddsContrast(plus: .parameter(a), minus: .parameter(b))
            var byPeople = SatterthwaiteSum(contrast, axes, people: 12)
            var byAxes = SatterthwaiteSum(contrast, axes, people: 1000)
            byPeople.add(influences)
            byAxes.add(influences)
            let (one, other) = (byPeople.degreesOfFreedom, byAxes.degreesOfFreedom)
            #expect(abs(one - other) < 1e-10 * other, "\(one) \(other)")
        }
    }

    @Test("groups of items are found, all of them or none where there are too many")
    func groups() {
        // Three in each of five sets: not together within a set, together across.
        let many = (0..<15).map { one in (0..<15).map { one / 3 != $0 / 3 } }
        #expect(many.largestGroups(atMost: 243)?.count == 243)
        #expect(many.largestGroups(atMost: 242) == nil)
        // 3^20 groups are not looked for.
        let endless = (0..<60).map { one in (0..<60).map { one / 3 != $0 / 3 } }
        #expect(endless.largestGroups(atMost: 1000) == nil)
        #expect([[false]].largestGroups(atMost: 1) == [[0]])
        let line = (0..<4).map { one in (0..<4).map { abs(one - $0) < 2 } }
        #expect(line.largestGroups(atMost: 9) == [[0, 1], [1, 2], [2, 3]])
    }
}
