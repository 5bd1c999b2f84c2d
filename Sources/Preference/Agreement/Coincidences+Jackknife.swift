import Parallel
import RealModule

extension Coincidences {
    /// The interval for alpha over people; see ``KrippendorffAlpha/interval``.
    ///
    /// - Parameter ratings: those that were counted.
    /// - Parameter alpha: their agreement.
    /// - Parameter level: above 0 and below 1.
    func jackknife(of ratings: [KrippendorffAlpha.Rating], alpha: Double, level: Double) -> Estimate<Interval> {
        guard let rows = PersonRows(ratings.lazy.map(\.person)) else { return .failure(.noPeople) }
        let people = rows.persons.filter { !rows[$0].isEmpty }
        guard people.count > 1 else { return .failure(.onePerson) }
        let total = total
        let blocks = stride(from: 0, to: people.count, by: 256).map { people[$0..<min($0 + 256, people.count)] }
        let left = blocks.mapOnAllCores { block in
            block.map { person in disagreement(without: rows[person].map { ratings[$0] }, of: total) }
        }
        // What is left of a sum after all of it was taken away is rounding.
        let without = left.joined().compactMap { $0.expected > 1e-9 * total.expected ? $0.alpha : nil }
        guard without.count == people.count else { return .failure(.onOnePerson) }
        let count = Double(people.count)
        let mean = without.reduce(0, +) / count
        let variance = without.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } * (count - 1) / count
        let student = StudentDistribution(degreesOfFreedom: count - 1)
        guard variance > 1e-24, alpha < 1 else { return .failure(.noSpread) }
        let half = student.quantile(upperTail: (1 - level) / 2) * variance.squareRoot() / (1 - alpha)
        return .success(
            Interval(low: max(-1, 1 - (1 - alpha) * Double.exp(half)), high: 1 - (1 - alpha) * Double.exp(-half)))
    }
}
