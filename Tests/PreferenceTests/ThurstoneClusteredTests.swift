import Foundation
import Preference
import Randomness
import Testing

@Suite("Thurstone's case V with people as clusters")
struct ThurstoneClusteredTests {
    /// Votes of people who differ in where they put each of the items.
    private static func votes(items: Int, people: Int, each: Int, spread: Double, seed: UInt64) -> [Comparison] {
        var random = RandomStream(seed: seed, purpose: .participants)
        func normal() -> Double { random.normals().0 }
        return (0..<people).flatMap { person -> [Comparison] in
            let places = (0..<items).map { 0.35 * Double($0) + spread * normal() }
            return (0..<each).map { vote in
                let first = vote % items
                let second = (first + 1 + vote / items % (items - 1)) % items
                let isFirst = places[first] + normal() / 2.squareRoot() > places[second] + normal() / 2.squareRoot()
                return Comparison(left: first, right: second, outcome: isFirst ? .left : .right, person: person)
            }
        }
    }

    @Test("for two items the errors are those of the clustered rate, over the density of the distance")
    func twoItems() throws {
        let votes = Self.votes(items: 2, people: 17, each: 6, spread: 0.4, seed: 3)
        let counts = PersonPairCounts(items: 2, comparisons: votes)
        let fit = try Thurstone.fit(counts.pairCounts).get()
        let place = fit.estimates(counts, reference: 1, level: 0.95)[0]
        let rate = try #require(SelectionRate.table(counts).first { $0.method == 0 })
        let clustered = try rate.clustered(level: 0.95).get()
        let density = exp(-place.value * place.value / 2) / (2 * Double.pi).squareRoot()
        let errors = try place.clustered.get()
        expectClose(errors.cr0, clustered.errorCR0 / density, 1e-9)
        expectClose(errors.cr1, clustered.errorCR1 / density, 1e-9)
        expectClose(errors.cr2, clustered.errorCR2 / density, 1e-9)
        expectClose(try #require(errors.degreesOfFreedom), clustered.degreesOfFreedom, 1e-9)
        let own = fit.estimates(counts, reference: 1, level: 0.95)[1]
        #expect(own.value == 0 && own.errorNaive == 0)
    }

    @Test("with several items they are what resampled people give, and the naive ones are too small")
    func bootstrap() throws {
        let (items, people) = (3, 60)
        let votes = Self.votes(items: items, people: people, each: 24, spread: 0.5, seed: 1)
        let counts = PersonPairCounts(items: items, comparisons: votes)
        let fit = try Thurstone.fit(counts.pairCounts).get()
        let estimates = fit.estimates(counts, level: 0.95)
        let ofPerson = Dictionary(grouping: votes) { $0.person }
        var random = RandomStream(seed: 7, purpose: .resampling)
        var places: [[Double]] = []
        for _ in 0..<600 {
            var resample = PairCounts(items: items)
            for _ in 0..<people {
                for vote in ofPerson[random.below(people)] ?? [] {
                    let isFirst = vote.outcome == .left
                    resample.add(
                        first: vote.left, second: vote.right, firstWins: isFirst ? 1 : 0, secondWins: isFirst ? 0 : 1)
                }
            }
            places.append(try Thurstone.fit(resample).get().places)
        }
        for item in 0..<items {
            let values = places.map { $0[item] }
            let mean = values.reduce(0, +) / Double(values.count)
            let error = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot()
            let clustered = try estimates[item].clustered.get()
            #expect(abs(clustered.cr2 / error - 1) < 0.12, "item \(item): \(clustered.cr2), resampled \(error)")
            #expect(estimates[item].errorNaive < 0.8 * error, "item \(item): naive \(estimates[item].errorNaive)")
            // The spread of Bradley and Terry's strengths over resamples, in units of the strengths, is as large.
            let strengths = try BradleyTerryInference.estimate(counts, level: 0.95).get().strengths[item]
            let ratio = try strengths.clustered.get().cr2 / strengths.errorNaive
            #expect(abs(ratio / (clustered.cr2 / estimates[item].errorNaive) - 1) < 0.05)
        }
    }

    @Test("without people there is no clustered error, and the reason is said")
    func nameless() throws {
        var votes = Self.votes(items: 3, people: 5, each: 12, spread: 0, seed: 2)
        for place in votes.indices { votes[place].person = nil }
        let counts = PersonPairCounts(items: 3, comparisons: votes)
        let fit = try Thurstone.fit(counts.pairCounts).get()
        for estimate in fit.estimates(counts, level: 0.95) { #expect(estimate.clustered == .failure(.noPeople)) }
    }
}
